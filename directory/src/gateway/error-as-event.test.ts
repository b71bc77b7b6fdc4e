import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { reply, scriptedServer, type Script } from '../../test/scripted-server.ts'

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
}

const event = (id: unknown, error: object) =>
  `: first a comment\n\nevent: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', id, error })}\n\n`

const sent = { 'content-type': 'text/event-stream' }

/** A server of before with sessions, and what it says to everything after their beginning. */
async function sessionBed(script: Script) {
  let sessions = 0
  const server = await scriptedServer(
    'legacy',
    (received, response, request) => {
      const { id, method } = received.message
      if (method === 'server/discover') return void response.writeHead(400).end()
      if (method?.startsWith('notifications/') === true) return void response.writeHead(202).end()
      if (method !== 'initialize') return script(received, response, request)
      const serverInfo = { name: 'sessions', version: '1' }
      const result = { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo }
      reply(response, 200, { jsonrpc: '2.0', id, result }, { 'mcp-session-id': `s${(sessions += 1)}` })
    },
    { opening: 'script' },
  )
  const bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const opened = await bed.post('tool', token, initialize)
  const session = { 'mcp-session-id': opened.headers.get('mcp-session-id') ?? assert.fail() }
  return {
    sessions: () => sessions,
    ask: (method: string) => bed.post('tool', token, { jsonrpc: '2.0', id: 7, method }, session),
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

test('an error that an older server writes as an event with status 400 or 404 reaches its caller', async () => {
  const error = { code: -32601, message: 'No such method' }
  let status = 400
  await using bed = await sessionBed(({ message }, response) =>
    reply(response, status, event(message.id, error), sent),
  )
  const before = bed.sessions()
  for (status of [400, 404]) {
    const answer = await bed.ask('x/unknown')
    assert.equal(answer.headers.get('content-type'), 'application/json')
    assert.deepEqual([answer.status, await answer.json()], [status, { jsonrpc: '2.0', id: 7, error }])
  }
  assert.equal(bed.sessions(), before, 'an unknown method is no lost session')
})

test('a session that an older server calls lost in an event is opened anew', async () => {
  let first: string | undefined
  await using bed = await sessionBed(({ message: { id }, headers }, response) => {
    const lost = { code: -32000, message: 'No valid session ID provided' }
    if (headers['mcp-session-id'] === first) return reply(response, 400, event(id, lost), sent)
    reply(response, 200, { jsonrpc: '2.0', id, result: { tools: [] } })
  })
  first = `s${bed.sessions()}`
  const answer = (await (await bed.ask('tools/list')).json()) as { result?: unknown }
  assert.deepEqual(answer.result, { tools: [] }, JSON.stringify(answer))
})

test('an error that a newer server writes as an event reaches its caller', async () => {
  const error = { code: -32020, message: 'A header is missing' }
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 400, event(message.id, error), sent),
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const { body, headers } = modern('tools/call', { name: 'x' })
  const answer = await bed.post('tool', bed.token(ada, 'tool'), body, headers)
  assert.deepEqual([answer.status, ((await answer.json()) as { error: unknown }).error], [400, error])
})
