import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { reply } from '../../test/scripted-server.ts'

/** A server that forgets its sessions when it starts anew, and answers each era as that era wants it. */
async function start(port: number): Promise<Server> {
  const sessions = new Set<string>()
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') return void response.writeHead(404).end()
    const body = Buffer.concat(await request.toArray()).toString('utf8')
    const { id, method = '' } = JSON.parse(body) as { id?: number; method?: string }
    const session = `of-${process.hrtime.bigint()}`
    const answer = (result: object, headers = {}) =>
      reply(response, 200, { jsonrpc: '2.0', id, result }, headers)
    if (method.startsWith('notifications/')) return void response.writeHead(202).end()
    if (method === 'initialize') {
      sessions.add(session)
      const serverInfo = { name: 'restarts', version: '1' }
      const result = { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo }
      return answer(result, { 'mcp-session-id': session })
    }
    if (method === 'server/discover')
      return reply(response, 400, { jsonrpc: '2.0', id: null, error: { code: -32000, message: 'no' } })
    if (!sessions.has(String(request.headers['mcp-session-id']))) return void response.writeHead(404).end()
    answer({ tools: [] })
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function stop(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}

test('the first call after a server has restarted succeeds, in a session of its own era or another', async () => {
  let server = await start(0)
  const { port } = server.address() as AddressInfo
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', `http://127.0.0.1:${port}/mcp`)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const initialize = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'x', version: '1' },
  }
  const opened = await bed.post('tool', token, {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: initialize,
  })
  const session = opened.headers.get('mcp-session-id') ?? assert.fail()
  const newer = modern('tools/list')
  const calls = [
    () =>
      bed.post('tool', token, { jsonrpc: '2.0', id: 7, method: 'tools/list' }, { 'mcp-session-id': session }),
    () => bed.post('tool', token, newer.body, newer.headers),
  ]
  for (const call of calls) {
    for (const restart of [false, true]) {
      if (restart) {
        await stop(server)
        server = await start(port)
      }
      const answer = (await (await call()).json()) as { result?: { tools?: unknown }; error?: unknown }
      assert.deepEqual(answer.result?.tools, [], JSON.stringify(answer))
    }
  }
  await stop(server)
})
