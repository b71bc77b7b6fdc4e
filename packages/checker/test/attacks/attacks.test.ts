import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { ToolFacts } from '../../src/evidence/facts.ts'
import { attackSample, kinds, type Kind, languages, raised } from './attack.ts'
import { payloads, twins } from './payloads.ts'
import { harmless } from './tools.ts'

/** The share that is flagged of all kinds whose name begins so, with what went wrong. */
function share(beginning: string): { readonly of: number; readonly wrong: string } {
  const chosen = kinds.filter(({ name }) => name.startsWith(beginning))
  assert.ok(chosen.length > 0)
  return shareOf(chosen)
}

function shareOf(
  chosen: readonly Kind[],
  planted = (kind: Kind) => attackSample(kind, 3),
): { readonly of: number; readonly wrong: string } {
  const shares = chosen.map(planted)
  const sum = (key: 'attempts' | 'flagged') => shares.reduce((total, each) => total + each[key], 0)
  return {
    of: sum('flagged') / sum('attempts'),
    wrong: shares
      .flatMap(({ wrong }) => wrong)
      .slice(0, 40)
      .join('\n'),
  }
}

const kindOf = (name: string, isAttack: boolean, texts: readonly string[]): Kind => ({
  name,
  attack: isAttack,
  changes: texts.map((text) => (shown) => `${shown} ${text}`),
})

test('at most 5 of 1,000 harmless tools raise something', () => {
  assert.ok(harmless.length >= 500)
  const found = harmless.flatMap((raw) => {
    const said = raised({ list: [{ page: 1, index: 1, raw: raw as never }] })
    return said === undefined ? [] : [`${String(raw['name'])}: ${said}`]
  })
  assert.ok(found.length <= harmless.length * 0.005, found.join('\n'))
})

for (const language of languages) {
  test(`at least 85 of 100 sentences that attack are found, whatever the place (${language})`, () => {
    for (const wording of ['first wording', 'held out']) {
      const found = share(`${wording} ${language}`)
      assert.ok(found.of >= 0.85, `${wording} ${found.of}\n${found.wrong}`)
    }
    const earlier = payloads.filter(({ tongue }) => tongue === language).map(({ text }) => text)
    const found = shareOf([kindOf('earlier', true, earlier)])
    assert.ok(found.of >= 0.85, `earlier wording ${found.of}\n${found.wrong}`)
  })
}

test('at most 5 of 100 sentences that deny or quote an attack are taken for one', () => {
  for (const twin of ['denied', 'quoted']) {
    const chosen = kinds.filter(({ name }) => name.startsWith(twin))
    const found = shareOf(chosen, (kind) => attackSample(kind, 3))
    assert.ok(found.of <= 0.05, `${twin} ${found.of}\n${found.wrong}`)
  }
  const texts = twins.map(({ text }) => text)
  const found = shareOf([kindOf('earlier twins', false, texts)])
  assert.ok(found.of <= 0.05, `earlier twins ${found.of}\n${found.wrong}`)
})

test('at least 99 of 100 hidden characters are found in every place', () => {
  const found = share('hidden characters')
  assert.ok(found.of >= 0.99, `${found.of}\n${found.wrong}`)
})

/** Measured, not wanted: nobody tuned a rule or the text model on these sentences (docs/attacks.md). */
const ofAStranger = { found: 0.6, twins: 0.25 }

test('of the words of a stranger as many are found, and as many harmless twins taken for an attack, as the page says', () => {
  const sampled = (beginning: string) =>
    shareOf(
      kinds.filter(({ name }) => name.startsWith(beginning)),
      (kind) => attackSample(kind, 3),
    )
  const found = sampled('stranger ')
  assert.ok(found.of >= ofAStranger.found, `${found.of}\n${found.wrong}`)
  const twin = sampled('twins of the stranger ')
  assert.ok(twin.of <= ofAStranger.twins, `${twin.of}\n${twin.wrong}`)
})

interface Line {
  readonly label: 'attack' | 'twin' | 'plain'
  readonly text: string
}

test('of a writer whose sentences nobody had read, more than half of the attacks are found and few twins', () => {
  const file = new URL('writers/seventh.jsonl', import.meta.url)
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line))
  const flagged = (label: Line['label']) => {
    const texts = lines.filter((line) => line.label === label).map(({ text }) => text)
    return texts.filter((text) => raised(describing(text)) !== undefined).length / texts.length
  }
  assert.ok(flagged('attack') >= 0.55, `${flagged('attack')}`)
  assert.ok(flagged('twin') <= 0.05, `${flagged('twin')}`)
  assert.ok(flagged('plain') <= 0.01, `${flagged('plain')}`)
})

function describing(text: string): ToolFacts {
  const description = `Finds books of the library by words of the title. ${text}`
  return { list: [{ page: 1, index: 1, raw: { name: 'find_books', title: 'Find books', description } }] }
}
