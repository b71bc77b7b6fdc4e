import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { until } from '../../../../test/until.ts'
import { everything, gatewayBed, modern } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { reply, scriptedServer } from '../../../test/scripted-server.ts'
import type { GatewayLimits } from '../index.ts'

const question = (message: string) => ({
  jsonrpc: '2.0',
  id: 99,
  method: 'elicitation/create',
  params: { message },
})

/** An older server that answers its calls when it is told to, and asks on the stream of its session. */
async function sessionBed(limits: Partial<GatewayLimits> = {}) {
  const streams: ServerResponse[] = []
  const calls: { id: unknown; response: ServerResponse }[] = []
  let sessions = 0
  let lost = 0
  const server = await scriptedServer(
    'legacy',
    ({ method, message, headers: { 'mcp-session-id': session } }, response) => {
      if (message.method === 'server/discover') return reply(response, 400, {})
      if (message.method === 'initialize') {
        const serverInfo = { name: 'old', version: '1' }
        const result = { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo }
        const began = { 'mcp-session-id': String((sessions += 1)) }
        return reply(response, 200, { jsonrpc: '2.0', id: message.id, result }, began)
      }
      if (Number(session) <= lost) return void response.writeHead(404).end()
      if (method === 'GET') {
        streams.push(response.writeHead(200, { 'content-type': 'text/event-stream' }))
        return void response.write(': open\n\n')
      }
      const { id } = message
      if (message.method === 'tools/list')
        return reply(response, 200, { jsonrpc: '2.0', id, result: { tools: [] } })
      if (id === undefined || message.method === undefined) return void response.writeHead(202).end()
      calls.push({ id, response })
    },
    { opening: 'script' },
  )
  const timers = manualTimers()
  const bed = await gatewayBed(limits, { timers })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, everything)
  const begin = { protocolVersion: '2025-11-25', capabilities: { elicitation: {} } }
  const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: begin }
  const begun = await bed.post(everything, token, initialize)
  const headers = { 'mcp-session-id': begun.headers.get('mcp-session-id') ?? '' }
  let id = 1
  return {
    bed,
    ada,
    server,
    timers,
    calls,
    /** From now on the server knows none of the sessions that it has. */
    loseSessions: () => void (lost = sessions),
    streams: () => streams.length,
    /** A call that has come to the server. */
    async call() {
      const before = calls.length
      const params = { name: 'tool__work', arguments: {} }
      const message = { jsonrpc: '2.0', id: (id += 1), method: 'tools/call', params }
      const answer = bed.post(everything, token, message, headers)
      await until(() => calls.length > before)
      return { answer }
    },
    ask: (message: string) => streams.at(-1)?.write(`data: ${JSON.stringify(question(message))}\n\n`),
    /** What the server was told about its question. */
    told: () => server.received.filter(({ message }) => message.id === 99).map(({ body }) => body),
    end(at: number) {
      const call = calls[at] ?? assert.fail()
      reply(call.response, 200, { jsonrpc: '2.0', id: call.id, result: { content: [] } })
    },
    answer: (to: unknown) =>
      bed.post(everything, token, { jsonrpc: '2.0', id: to, result: { action: 'decline' } }, headers),
    async [Symbol.asyncDispose]() {
      for (const stream of streams) stream.destroy()
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

/** The next message of a stream. */
async function next({ body }: Response): Promise<{ read: () => Promise<string> }> {
  const reader = (body ?? assert.fail()).getReader()
  return { read: async () => Buffer.from((await reader.read()).value ?? '').toString() }
}

test('an answer to what was asked on the stream of the session does not wait for a place, nor is it lost with it', async () => {
  await using session = await sessionBed({ queue: { atOnce: 2, waitMs: 10_000, waitingEach: 1 } })
  const carrying = await session.call()
  const meant = await session.call()
  session.ask('Who?')
  const stream = await next(await carrying.answer)
  const asked = JSON.parse((await stream.read()).split('data: ')[1] ?? '')
  assert.equal(asked.params.message, 'Who?')
  // Another has the place of the call that carries the question.
  const other = await session.call()
  assert.equal((await session.answer(asked.id)).status, 202)
  await until(() => session.told().length === 1)
  assert.match(session.told()[0] ?? '', /"id":99,"result":\{"action":"decline"\}/)
  assert.equal(session.timers.waiting(10_000), 1)
  session.timers.advance(10_000)
  assert.match(await stream.read(), /this call has waited 10 seconds/)
  for (const at of [1, 2]) session.end(at)
  for (const { answer } of [meant, other]) assert.match(await (await answer).text(), /"content":\[\]/)
})

test('what is too long to be asked, on the stream of the session, is said to the server and ends no call', async () => {
  await using session = await sessionBed({ resultTokens: 500 })
  const calls = [await session.call(), await session.call()]
  session.ask('word '.repeat(2_000))
  await until(() => session.told().length === 1)
  assert.match(session.told()[0] ?? '', /"id":99,"error":\{"code":-32014,.*more than 500 tokens/)
  for (const [at, { answer }] of calls.entries()) {
    session.end(at)
    assert.match(await (await answer).text(), /"content":\[\]/)
  }
})

test('a call that is repeated in a new session is asked on the stream of that one', async () => {
  await using session = await sessionBed()
  const first = await session.call()
  session.end(0)
  await first.answer
  session.loseSessions()
  const { answer } = await session.call()
  assert.equal(session.streams(), 2)
  session.ask('Who?')
  const stream = await next(await answer)
  const asked = JSON.parse((await stream.read()).split('data: ')[1] ?? '')
  assert.equal((await session.answer(asked.id)).status, 202)
  await until(() => session.told().length === 1)
  assert.match(session.told()[0] ?? '', /"id":99,"result":\{"action":"decline"\}/)
  session.end(1)
  assert.match(await stream.read(), /"content":\[\]/)
})

test('so is one of a newer client', async () => {
  await using session = await sessionBed()
  const { bed, calls } = session
  const able = { 'io.modelcontextprotocol/clientCapabilities': { elicitation: {} } }
  const { body, headers } = modern('tools/call', { name: 'work', arguments: {} }, able)
  const token = bed.token(session.ada, 'tool')
  const first = bed.post('tool', token, body, headers)
  await until(() => calls.length === 1)
  session.end(0)
  await first
  session.loseSessions()
  const answer = bed.post('tool', token, body, headers)
  await until(() => calls.length === 2)
  assert.equal(session.streams(), 2)
  session.ask('Who?')
  assert.match(await (await answer).text(), /"resultType":"input_required".*"message":"Who\?"/)
})
