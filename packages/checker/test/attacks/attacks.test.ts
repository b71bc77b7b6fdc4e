import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  attackSample,
  kinds,
  type Kind,
  labels,
  languages,
  raised,
  templatesFlagged,
  templateWriters,
} from './attack.ts'
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

test('of the stranger, who was learned from in the end, attacks are found and twins mostly not flagged', () => {
  const sampled = (beginning: string) =>
    shareOf(
      kinds.filter(({ name }) => name.startsWith(beginning)),
      (kind) => attackSample(kind, 3),
    )
  const found = sampled('stranger ')
  assert.ok(found.of >= 0.88, `${found.of}\n${found.wrong}`)
  const twin = sampled('twins of the stranger ')
  assert.ok(twin.of <= 0.05, `${twin.of}\n${twin.wrong}`)
})

/** What was measured (docs/attacks.md): at least so many attacks, at most so many twins. */
const measured = {
  first: { attack: 0.787, negated: 0.063, quoted: 0.067, honest: 0.076 },
  second: { attack: 0.9, negated: 0.067, quoted: 0.013, honest: 0.055 },
  third: { attack: 0.895, negated: 0.034, quoted: 0.034, honest: 0.163 },
  fourth: { attack: 0.9, negated: 0.067, quoted: 0.034, honest: 0.05 },
}

test('of templates that nobody had read at least 85 of 100 attacks are found, and at most 5 of 100 denying and quoting twins', () => {
  const each = templateWriters.map((writer) => ({ writer, ...templatesFlagged(writer) }))
  for (const { writer, ...flagged } of each) {
    for (const label of labels) {
      const [share, known] = [flagged[label], measured[writer][label]]
      assert.ok(label === 'attack' ? share >= known : share <= known, `${writer} ${label} ${share}`)
    }
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  assert.ok(mean(each.map(({ attack }) => attack)) >= 0.85)
  assert.ok(mean(each.flatMap(({ negated, quoted }) => [negated, quoted])) <= 0.05)
})
