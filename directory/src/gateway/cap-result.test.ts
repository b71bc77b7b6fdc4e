import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capResult } from './cap-result.ts'

/** One token for each "x": the boundary can be hit exactly. */
const count = (text: string): number => text.split('x').length - 1
const unit = 'tokens'
const limit = 25_000
const text = (tokens: number) => ({ content: [{ type: 'text', text: 'x'.repeat(tokens) }] })

for (const [tokens, cut] of [
  [24_999, false],
  [25_000, false],
  [25_001, true],
] as const) {
  test(`a result of ${tokens} tokens is ${cut ? 'cut' : 'left alone'}`, () => {
    const original = text(tokens)
    const capped = capResult(original, { limit, unit, count })
    assert.equal(capped.cut, cut)
    assert.equal(capped.size, tokens)
    if (!cut) assert.equal(capped.result, original)
  })
}

test('a cut result stays within the limit, says so at its end, and keeps its other members', () => {
  const { result } = capResult({ ...text(30_000), _meta: { a: 1 } }, { limit, unit, count })
  const content = result['content'] as { text: string }[]
  assert.ok(content.reduce((sum, block) => sum + count(block.text), 0) <= limit)
  assert.match(content.at(-1)?.text ?? '', /Cut by the gateway.*30,000.*25,000/)
  assert.deepEqual(result['_meta'], { a: 1 })
  assert.equal('isError' in result, false)
})

test('a text is cut at the end of a line when one is near', () => {
  const lines = Array.from({ length: 400 }, () => 'x'.repeat(100)).join('\n')
  const { result } = capResult({ content: [{ type: 'text', text: lines }] }, { limit: 10_440, unit, count })
  const [kept] = result['content'] as { text: string }[]
  assert.equal((kept?.text.length ?? 0) % 101, 100)
})

for (const [what, long] of Object.entries({
  even: 'x'.repeat(400_000),
  'cheap first': `${'.'.repeat(200_000)}${'x'.repeat(200_000)}`,
  'dear first': `${'x'.repeat(24_000)}${`${'.'.repeat(99)}x`.repeat(4_000)}`,
})) {
  test(`a text that is ${what} is cut close to the limit after a few looks at it`, () => {
    let looks = 0
    const counting = (part: string): number => ((looks += 1), count(part))
    const { result } = capResult(
      { content: [{ type: 'text', text: long }] },
      { limit, unit, count: counting },
    )
    const [kept] = result['content'] as { text: string }[]
    const tokens = count(kept?.text ?? '')
    assert.ok(tokens <= limit && tokens > limit * 0.97, String(tokens))
    assert.ok(looks <= 12, String(looks))
  })
}

test('a text is never cut inside a character', () => {
  const { result } = capResult(
    { content: [{ type: 'text', text: '😀'.repeat(200) }] },
    { limit: 100, unit, count: (part) => part.length },
  )
  const [kept] = result['content'] as { text: string }[]
  assert.equal(kept?.text.isWellFormed(), true)
})

test('whole blocks are kept while they fit, and none after the first that does not', () => {
  const block = (tokens: number) => ({ type: 'text', text: 'x'.repeat(tokens) })
  const image = { type: 'image', data: 'x'.repeat(500), mimeType: 'image/png' }
  const { result } = capResult({ content: [block(10), image, block(1)] }, { limit: 100, unit, count })
  const content = result['content'] as { type: string; text?: string }[]
  assert.deepEqual(
    content.map(({ type }) => type),
    ['text', 'text'],
  )
})

test('a cut structure would break its schema, so the result becomes an error without it', () => {
  const structuredContent = { rows: 'x'.repeat(200) }
  const { result, cut } = capResult(
    { content: [{ type: 'text', text: 'x' }], structuredContent },
    { limit: 100, unit, count },
  )
  assert.equal(cut, true)
  assert.equal(result['isError'], true)
  assert.equal('structuredContent' in result, false)
  assert.match(JSON.stringify(result['content']), /structured content was left out/)
})

test('after the limit nothing more is counted: what was read stands for the rest', () => {
  let counted = 0
  const block = { type: 'text', text: 'x'.repeat(100) }
  const counting = (part: string): number => ((counted += 1), count(part))
  const capped = capResult(
    { content: Array.from({ length: 10_000 }, () => block) },
    { limit: 250, unit, count: counting },
  )
  assert.equal(capped.size, 1_000_000)
  assert.ok(counted < 50, String(counted))
})

test('a structure that a text repeats is counted once, and a picture by number, not by its encoding', () => {
  const structuredContent = { rows: 'x'.repeat(60) }
  const image = { type: 'image', data: 'x'.repeat(50_000), mimeType: 'image/png' }
  const content = [{ type: 'text', text: JSON.stringify(structuredContent) }, image]
  const capped = capResult({ content, structuredContent }, { limit: 1_660, unit, count })
  assert.deepEqual([capped.cut, capped.size], [false, 1_660])
})

test('the profile of characters counts characters', () => {
  const options = { limit: 150_000, unit: 'characters', count: (part: string) => part.length } as const
  const of = (length: number) => capResult({ content: [{ type: 'text', text: 'é'.repeat(length) }] }, options)
  assert.equal(of(150_000).cut, false)
  const { result, cut } = of(150_001)
  assert.equal(cut, true)
  const content = result['content'] as { text: string }[]
  assert.match(content.at(-1)?.text ?? '', /has 150,001 characters and the limit is 150,000/)
  assert.ok(content.reduce((sum, { text }) => sum + text.length, 0) <= 150_000)
})

test('what is kept and what is cut off are together the whole result', () => {
  const lines = Array.from({ length: 300 }, (_, index) => `${index} x`).join('\n')
  const blocks = [
    { type: 'text', text: lines },
    { type: 'text', text: 'last' },
  ]
  let rest: readonly unknown[] = []
  const keep = (cut: readonly unknown[]) => {
    rest = cut
    return { sentence: 'Read on with 4711.', blocks: [{ type: 'resource_link' }] }
  }
  const { result } = capResult({ content: blocks }, { limit: 100, unit, count, keep })
  const [kept, notice, link] = result['content'] as { type: string; text: string }[]
  assert.match(notice?.text ?? '', /Read on with 4711\. Or ask for less/)
  assert.equal(link?.type, 'resource_link')
  const [first, last] = rest as { text: string }[]
  assert.equal(`${kept?.text}\n${first?.text}`, lines)
  assert.equal(last?.text, 'last')
})
