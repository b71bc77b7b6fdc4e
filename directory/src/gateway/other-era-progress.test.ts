import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { everything, gatewayBed, modern } from '../../test/gateway-bed.ts'
import { manualTimers, type ManualTimers } from '../../test/manual-timers.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'

const params = { name: 'slow', arguments: {} }
const older = {
  jsonrpc: '2.0',
  id: 7,
  method: 'tools/call',
  params: { ...params, _meta: { progressToken: 'p' } },
}
const callers = {
  modern: modern('tools/call', params, { progressToken: 'p' }),
  legacy: { body: older, headers: {} },
}

/** A server that reports progress at once, and answers when it is told to. */
async function slowBed(era: 'modern' | 'legacy', timers?: ManualTimers) {
  const open: { response: ServerResponse; id: unknown; closed: boolean }[] = []
  const server = await scriptedServer(era, ({ message }, response) => {
    const one = { response, id: message.id, closed: false }
    open.push(one)
    response.on('close', () => (one.closed = true))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const progressToken of ['another', 'p']) {
      const progress = { progressToken, progress: 1 }
      const event = { jsonrpc: '2.0', method: 'notifications/progress', params: progress }
      response.write(`data: ${JSON.stringify(event)}\n\n`)
    }
  })
  const bed = await gatewayBed({}, timers && { timers })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const other = callers[era === 'modern' ? 'legacy' : 'modern']
  const token = bed.token(ada, 'tool')
  const begin = async () => {
    const answer = await bed.post('tool', token, other.body, other.headers)
    assert.equal(answer.headers.get('content-type'), 'text/event-stream')
    const reader = (answer.body ?? assert.fail()).getReader()
    const first = Buffer.from((await reader.read()).value ?? '').toString()
    assert.match(first, /"progressToken":"p","progress":1/)
    assert.doesNotMatch(first, /another/)
    return reader
  }
  return {
    bed,
    ada,
    server,
    open,
    token,
    begin,
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

test('progress of an older server reaches a newer caller before the answer; who hangs up cancels there by name', async () => {
  await using slow = await slowBed('legacy')
  const reader = await slow.begin()
  const [asked] = slow.open
  const result = { content: [] }
  asked?.response.end(`data: ${JSON.stringify({ jsonrpc: '2.0', id: asked.id, result })}\n\n`)
  const last = Buffer.from((await reader.read()).value ?? '').toString()
  assert.match(last, /"id":7,"result":\{"resultType":"complete","content":\[\]\}/)
  assert.equal((await reader.read()).done, true)
  const second = await slow.begin()
  await second.cancel()
  const told = () => slow.server.received.find((one) => one.message.method === 'notifications/cancelled')
  await until(() => told() !== undefined)
  assert.deepEqual(told()?.message.params, { requestId: slow.open[1]?.id, reason: 'cancelled' })
  assert.deepEqual(
    (await slow.bed.records(slow.ada)).map(({ status }) => status),
    ['cancelled', 'ok'],
  )
})

test('progress of a newer server reaches an older caller; what it cancels by name, or leaves, is closed there', async () => {
  await using slow = await slowBed('modern')
  const { bed, ada, open, token } = slow
  const readers = [await slow.begin(), await slow.begin()]
  const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } }
  // Another app of the same person counts its requests alike.
  assert.equal((await bed.post('tool', bed.token(ada, 'tool'), cancelled)).status, 202)
  assert.deepEqual([open[0]?.closed, open[1]?.closed], [false, false])
  assert.equal((await bed.post('tool', token, cancelled)).status, 202)
  await until(() => open[1]?.closed === true)
  assert.equal((await readers[1]?.read())?.done, true)
  assert.equal(open[0]?.closed, false)
  await readers[0]?.cancel()
  await until(() => open[0]?.closed === true)
})

test('what an older caller cancels by name at an older server reaches it under the same id', async () => {
  await using slow = await slowBed('legacy')
  const cancelled = {
    jsonrpc: '2.0',
    method: 'notifications/cancelled',
    params: { requestId: 7, reason: 'x' },
  }
  assert.equal((await slow.bed.post('tool', slow.token, cancelled)).status, 202)
  assert.deepEqual(slow.server.received.at(-1)?.message, cancelled)
})

test('a call whose answer streams ends within a second when its person ends the access of its client, or disconnects', async () => {
  const timers = manualTimers()
  await using slow = await slowBed('modern', timers)
  const { bed, ada, open } = slow
  const app = bed.token(ada, 'tool', 'app')
  const same = await bed.post('tool', app, callers.modern.body, callers.modern.headers)
  const other = await slow.begin()
  bed.revoke(app)
  timers.advance(1_000)
  assert.match(await same.text(), /"id":7,"error":\{"code":-32600,.*"reason":"access-ended"/)
  await until(() => open[0]?.closed === true)
  assert.equal(open[1]?.closed, false)
  const [own] = await bed.connections.connections.list(ada)
  await bed.connections.connections.disconnect(ada, own?.id ?? assert.fail())
  timers.advance(1_000)
  const last = Buffer.from((await other.read()).value ?? '').toString()
  assert.match(last, /"id":7,"error":\{"code":-32010,"message":"You are not connected to TOOL/)
  assert.equal((await other.read()).done, true)
  await until(() => open[1]?.closed === true)
})

for (const [slug, name] of [
  [everything, 'tool__slow'],
  ['tool', 'slow'],
] as const) {
  test(`of two sessions of one client at ${slug} each cancels by name its own call alone`, async () => {
    const open: { readonly session: unknown; closed: boolean }[] = []
    await using server = await scriptedServer('modern', ({ message }, response) => {
      const { id, method } = message
      const listed = { resultType: 'complete', tools: [], ttlMs: 1000, cacheScope: 'private' }
      if (method === 'tools/list') return reply(response, 200, { jsonrpc: '2.0', id, result: listed })
      const one = { session: Object(message.params?.['arguments']).session, closed: false }
      open.push(one)
      response.on('close', () => (one.closed = true))
    })
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const token = bed.token(ada, slug)
    const opening = { protocolVersion: '2025-11-25', capabilities: {} }
    const begin = async (session: number) => {
      const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: opening }
      const begun = await bed.post(slug, token, initialize)
      const headers = { 'mcp-session-id': begun.headers.get('mcp-session-id') ?? assert.fail() }
      const call = { jsonrpc: '2.0', id: 7, method: 'tools/call', params: { name, arguments: { session } } }
      const answer = bed.post(slug, token, call, headers)
      await until(() => open.some((one) => one.session === session))
      const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } }
      return { answer, cancel: () => bed.post(slug, token, cancelled, headers) }
    }
    const [first, second] = [await begin(1), await begin(2)]
    assert.equal((await first.cancel()).status, 202)
    assert.match(await (await first.answer).text(), /cancelled/)
    await until(() => open[0]?.closed === true)
    assert.equal(open[1]?.closed, false)
    await second.cancel()
    assert.match(await (await second.answer).text(), /cancelled/)
  })
}
