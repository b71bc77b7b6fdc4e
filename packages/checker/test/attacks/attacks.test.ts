import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RawTool } from '../../src/evidence/facts.ts'
import { ruleById } from '../../src/rules.ts'
import { hidings, payloads, twins } from './payloads.ts'
import { harmless, places, planted } from './tools.ts'

const judges = ['TOOL-17', 'TOOL-18', 'TOOL-19', 'TOOL-20', 'DATA-02'] as const

/** Rules and signals that are raised on these tools, by the number of the tool. */
function raised(tools: readonly object[]): Map<string, string> {
  const list = tools.map(
    (raw, index) => ({ page: 1, index: index + 1, raw: { ...raw, name: `t${index}` } }) as RawTool,
  )
  const found = new Map<string, string>()
  for (const id of judges) {
    for (const draft of ruleById(id)?.check({ tools: { list } }) ?? []) {
      if ('case' in draft) found.set(draft.at ?? '', `${id} ${draft.signal} ${JSON.stringify(draft.excerpt)}`)
    }
  }
  return found
}

/** A generator with a fixed seed: the same tools and places in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}

function plantEverywhere<Kind>(kinds: readonly Kind[], change: (kind: Kind, shown: string) => string) {
  const pick = seeded(20_261_121)
  return kinds.flatMap((kind) =>
    places.flatMap((path) =>
      Array.from({ length: 3 }, () => {
        const tool = harmless[pick(harmless.length)] ?? {}
        return { kind, path, tool: planted(tool, path, (shown) => change(kind, shown)) }
      }),
    ),
  )
}

/** The share of planted tools on which something is raised; what differs from `wanted` is told in the message. */
function share<Kind>(
  attempts: readonly { kind: Kind; path: readonly string[]; tool: object }[],
  wanted: boolean,
) {
  const found = raised(attempts.map(({ tool }) => tool))
  const wrong = attempts.flatMap(({ kind, path }, index) => {
    const seen = found.get(`tools/t${index}`)
    if ((seen !== undefined) === wanted) return []
    return [`${JSON.stringify(kind)} in ${path.join('/')}: ${seen ?? 'not found'}`]
  })
  return { hit: found.size / attempts.length, wrong: [...new Set(wrong)].slice(0, 40).join('\n') }
}

test('harmless tools raise nothing', () => {
  assert.ok(harmless.length >= 200)
  const found = raised(harmless)
  assert.ok(found.size <= harmless.length * 0.005, [...found].join('\n'))
})

test('at least 85 of 100 sentences that attack are found, in every language and every place', () => {
  assert.ok(payloads.length >= 40)
  for (const tongue of ['en', 'de', 'es', 'fr', 'zh', 'ja']) {
    const own = payloads.filter((payload) => payload.tongue === tongue).map(({ text }) => text)
    const { hit, wrong } = share(
      plantEverywhere(own, (text, shown) => `${shown} ${text}`),
      true,
    )
    assert.ok(hit >= 0.85, `${tongue} ${hit}\n${wrong}`)
  }
})

test('at most 5 of 100 sentences that deny or quote an attack are taken for one', () => {
  const texts = twins.map(({ text }) => text)
  const { hit, wrong } = share(
    plantEverywhere(texts, (text, shown) => `${shown} ${text}`),
    false,
  )
  assert.ok(hit <= 0.05, `${hit}\n${wrong}`)
})

test('at least 99 of 100 hidden characters are found in every place', () => {
  const ways = hidings.map((_, index) => index)
  const { hit, wrong } = share(
    plantEverywhere(ways, (way, shown) => hidings[way]?.(shown) ?? shown),
    true,
  )
  assert.ok(hit >= 0.99, `${hit}\n${wrong}`)
})
