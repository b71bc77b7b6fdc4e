import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { ArrivedHead } from './arrived-head.ts'
import { ArrivingBody } from './arriving-body.ts'
import { safeResponse } from './safe-response.ts'
import { WireError } from './errors.ts'

const nothing = (): void => undefined
const limits = {
  url: 'https://tools.example/mcp',
  maxBytes: 1000,
  explain: () => new WireError('connection-lost', 'It broke.', {}),
  onDone: nothing,
}

function answered(body: Buffer, headers: Record<string, string> = {}) {
  const arriving = new ArrivingBody({ pause: nothing, resume: nothing, abort: nothing })
  arriving.push(body)
  arriving.end()
  const head = new ArrivedHead(
    200,
    Object.entries(headers)
      .flat()
      .map((text) => Buffer.from(text)),
  )
  return safeResponse({ url: limits.url, head, arriving, limits, facts: undefined })
}

for (const [how, answer] of [
  ['as it came', () => answered(Buffer.from('said'))],
  ['compressed', () => answered(gzipSync('said'), { 'content-encoding': 'gzip' })],
] as const) {
  test(`a body that came ${how} can be read twice`, async () => {
    const response = answer()
    assert.equal(await response.text(), 'said')
    assert.equal(await response.text(), 'said')
  })
}

test('no answer has getters of its own: each such object outlives its call, with all that it can reach', () => {
  const own = Object.values(Object.getOwnPropertyDescriptors(answered(Buffer.from('said'))))
  assert.ok(own.length > 0 && own.every((property) => 'value' in property))
})
