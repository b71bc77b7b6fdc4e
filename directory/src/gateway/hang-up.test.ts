import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { connectedBed, everything, modern } from '../../test/gateway-bed.ts'
import { manualTimers } from '../../test/manual-timers.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'

const event = (message: object, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify({ jsonrpc: '2.0', ...message })}\n\n`

/** A server that lets its callers wait, after it has begun to answer as it is told to. */
async function waitingBed(era: 'modern' | 'legacy', begin: (response: ServerResponse, id: unknown) => void) {
  const open: { id: unknown; closed: boolean }[] = []
  const server = await scriptedServer(era, ({ message }, response) => {
    if (message.method === 'tools/list') {
      const result = { resultType: 'complete', tools: [] }
      return reply(response, 200, { jsonrpc: '2.0', id: message.id, result })
    }
    const one = { id: message.id, closed: false }
    open.push(one)
    response.on('close', () => (one.closed = true))
    begin(response, message.id)
  })
  const timers = manualTimers()
  const { bed, ada } = await connectedBed(server.url, timers)
  return {
    bed,
    ada,
    timers,
    server,
    open,
    /** Sends a call, hangs up when its server has it and what is waited for has come, and waits until that is noticed. */
    async hangUp(slug: string, call: ReturnType<typeof legacy>, came?: RegExp) {
      const had = open.length
      const records = (await bed.records(ada)).length
      const gone = new AbortController()
      const answer = fetch(bed.endpoint(slug), {
        method: 'POST',
        signal: gone.signal,
        headers: { ...call.headers, authorization: `Bearer ${bed.token(ada, slug)}` },
        body: JSON.stringify(call.body),
      })
      answer.catch(() => undefined)
      await until(() => open.length > had)
      if (came !== undefined) assert.match(await firstPart(await answer), came)
      gone.abort()
      await until(async () => (await bed.records(ada)).length > records)
      await until(() => open[had]?.closed === true)
      return open[had]?.id
    },
    cancelled: () =>
      server.received
        .filter(({ message }) => message.method === 'notifications/cancelled')
        .map(({ message }) => message.params),
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

async function firstPart(answer: Response): Promise<string> {
  return Buffer.from((await answer.body?.getReader().read())?.value ?? '').toString()
}

function legacy(name: string) {
  const body = { jsonrpc: '2.0', id: 7, method: 'tools/call', params: { name, arguments: {} } }
  return { body: body as Record<string, unknown>, headers: {} as Record<string, string> }
}

const newer = (name: string) => modern('tools/call', { name, arguments: {} })
const startStream = (response: ServerResponse): void =>
  void response.writeHead(200, { 'content-type': 'text/event-stream' })

for (const [slug, name, callers] of [
  ['tool', 'slow', { legacy: legacy('slow'), modern: newer('slow') }],
  [everything, 'tool__slow', { legacy: legacy('tool__slow'), modern: newer('tool__slow') }],
] as const) {
  for (const era of ['legacy', 'modern'] as const) {
    const where = slug === everything ? 'the endpoint for everything' : 'the endpoint of a connector'
    test(`who hangs up at ${where}, a ${era} client, cancels what an older server has not begun to answer`, async () => {
      await using waiting = await waitingBed('legacy', () => undefined)
      const requestId = await waiting.hangUp(slug, callers[era])
      await until(() => waiting.cancelled().length > 0)
      assert.deepEqual(waiting.cancelled(), [{ requestId, reason: 'cancelled' }], name)
    })
    test(`who hangs up at ${where}, a ${era} client, closes the stream to a newer server, and that is all`, async () => {
      await using waiting = await waitingBed('modern', () => undefined)
      await waiting.hangUp(slug, callers[era])
      assert.deepEqual(waiting.cancelled(), [])
    })
  }
}

test('an older server whose stream has no ids is told that its older caller has gone: nobody can come back for the answer', async () => {
  await using waiting = await waitingBed('legacy', (response) => {
    startStream(response)
    response.write(event({ method: 'notifications/progress', params: { progress: 1 } }))
  })
  await waiting.hangUp('tool', legacy('slow'), /progress/)
  await until(() => waiting.cancelled().length > 0)
  assert.deepEqual(waiting.cancelled(), [{ requestId: 7, reason: 'cancelled' }])
})

test('who knows the id of an event may come back, and who has the answer needs nothing: no server is told', async () => {
  let answers = false
  await using waiting = await waitingBed('legacy', (response, id) => {
    startStream(response)
    response.write(
      answers ? event({ id, result: { content: [] } }) : event({ method: 'notifications/message' }, '1'),
    )
  })
  await waiting.hangUp('tool', legacy('slow'), /notifications.message/)
  answers = true
  await waiting.hangUp('tool', legacy('quick'), /result/)
  // What would have been told goes out before this.
  await waiting.hangUp('tool', legacy('quick'), /result/)
  assert.deepEqual(waiting.cancelled(), [])
})

test('whose access is ended may not come back: the older server is told, whatever it would keep', async () => {
  await using waiting = await waitingBed('legacy', (response) => {
    startStream(response)
    response.write(event({ method: 'notifications/message' }, '1'))
  })
  const { bed, ada, timers } = waiting
  const token = bed.token(ada, 'tool')
  const answer = await bed.post('tool', token, legacy('slow').body)
  bed.revoke(token)
  timers.advance(1_000)
  assert.match(await answer.text(), /"reason":"access-ended"/)
  await until(() => waiting.cancelled().length > 0)
  assert.deepEqual(waiting.cancelled(), [{ requestId: 7, reason: 'cancelled' }])
})
