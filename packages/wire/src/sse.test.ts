import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { threadMs } from '../../../test/thread-time.ts'
import { readServerSentEvents, type SseEvent } from './sse.ts'

async function read(...chunks: readonly Uint8Array[]): Promise<SseEvent[]> {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  const events: SseEvent[] = []
  for await (const event of readServerSentEvents(stream.getReader())) events.push(event)
  return events
}

test('names, ids, comments, several data lines and an unfinished event', async () => {
  const text = '\ufeff: hi\n\nevent: endpoint\ndata: /x\n\nid: 7\ndata:a\ndata: b\n\ndata\n\ndata: cut off'
  assert.deepEqual(await read(Buffer.from(text)), [
    { event: 'endpoint', data: '/x' },
    { event: 'message', data: 'a\nb', id: '7' },
    { event: 'message', data: '', id: '7' },
  ])
})

test('the events are the same however the bytes are cut and the lines end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('\n', '\r', '\r\n'),
      fc.array(fc.nat(60), { maxLength: 12 }),
      async (end, cuts) => {
        const bytes = Buffer.from(['event: ä', 'data: 🎉1', 'data: 2', '', 'data: 3', '', ''].join(end))
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
        const chunks = places.slice(1).map((to, index) => bytes.subarray(places[index], to))
        assert.deepEqual(await read(...chunks), [
          { event: 'ä', data: '🎉1\n2' },
          { event: 'message', data: '3' },
        ])
      },
    ),
  )
})

test('a huge line in small chunks is read in linear time', async () => {
  const chunk = Buffer.alloc(1024, 'x')
  const started = threadMs()
  const [event] = await read(
    Buffer.from('data: '),
    ...Array.from({ length: 8000 }, () => chunk),
    Buffer.from('\n\n'),
  )
  assert.equal(event?.data.length, 8000 * 1024)
  assert.ok(threadMs() - started < 2000)
})
