import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventsOf, withData } from './event-stream.ts'

async function cut(text: string, size: number): Promise<{ raw: string; data: string | undefined }[]> {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const events = []
  for await (const { raw, data } of eventsOf(chunks(), 1_000))
    events.push({ raw: Buffer.from(raw).toString(), data })
  return events
}

for (const [name, end] of [
  ['line feeds', '\n'],
  ['carriage returns', '\r'],
  ['both', '\r\n'],
] as const) {
  for (const size of [1, 2, 3, 7, 1000]) {
    test(`events that end with ${name} are cut right and stay byte for byte, in chunks of ${size}`, async () => {
      const text = [
        ': hello',
        '',
        'id: 1',
        'data: {"a":',
        'data:"ü"}',
        '',
        'event: x',
        '',
        'data: end',
        '',
        '',
      ].join(end)
      const events = await cut(text, size)
      assert.equal(events.map(({ raw }) => raw).join(''), text)
      assert.deepEqual(
        events.map(({ data }) => data).filter((data) => data !== undefined),
        ['{"a":\n"ü"}', 'end'],
      )
    })
  }
}

test('what the end of the stream cut off is neither read nor passed on', async () => {
  assert.deepEqual(await cut('data: 1\n\ndata: 2', 4), [{ raw: 'data: 1\n\n', data: '1' }])
  assert.deepEqual(await cut('data: 1\n\ndata: 2\n', 4), [{ raw: 'data: 1\n\n', data: '1' }])
})

test('a byte order mark hides no data, and no data stays beside what takes its place', async () => {
  const [event] = await cut('\uFEFFdata: 1\n\n', 100)
  assert.deepEqual(event, { raw: '\uFEFFdata: 1\n\n', data: '1' })
  const raw = Buffer.from('\uFEFFdata: 1\r\nid: 4\rdata\ndata:2\r\n\r\n')
  assert.equal(Buffer.from(withData(raw, 'a\nb')).toString(), 'id: 4\ndata: a\ndata: b\n\n')
})

test('an event of more bytes than are allowed is refused before its end', async () => {
  await assert.rejects(cut(`data: ${'x'.repeat(2_000)}\n\n`, 100), { code: 'body-too-large' })
})
