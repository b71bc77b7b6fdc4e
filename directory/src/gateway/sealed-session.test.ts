import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createIds, createVault, systemClock, type ConnectionId } from '../kernel/index.ts'
import { createSealedSessions } from './sealed-session.ts'
import { gatewayBed } from '../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'

test('the session id stays short enough for a header, whatever the caller says it can do', async () => {
  await using server = await scriptedServer(
    'legacy',
    ({ message }, response) => {
      if (message.method !== 'initialize') return reply(response, 400, '')
      const result = {
        protocolVersion: '2025-11-25',
        capabilities: {},
        serverInfo: { name: 'o', version: '1' },
      }
      reply(response, 200, { jsonrpc: '2.0', id: message.id, result }, { 'mcp-session-id': 's1' })
    },
    { opening: 'script' },
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const capabilities = { experimental: { x: 'x'.repeat(100_000) } }
  const params = { protocolVersion: '2025-11-25', capabilities, clientInfo: { name: 'a', version: '1' } }
  const initialize = { jsonrpc: '2.0', id: 0, method: 'initialize', params }
  const opened = await bed.post('tool', bed.token(ada, 'tool'), initialize)
  const session = opened.headers.get('mcp-session-id') ?? ''
  assert.ok(session.length > 0 && session.length < 8_192, String(session.length))
})

test('a session opens for its own connection alone, remembered or not', async () => {
  const sessions = createSealedSessions(createVault([{ id: 'one', bytes: new Uint8Array(32) }]))
  const ids = createIds(systemClock)
  const [own, other] = [ids.next<ConnectionId>(), ids.next<ConnectionId>()]
  const upstream = { id: 's1', protocolVersion: '2025-11-25', capabilities: {} }
  const sealed = sessions.seal(own, upstream)
  assert.equal(sessions.open(other, sealed), undefined)
  assert.deepEqual(sessions.open(own, sealed)?.upstream, upstream)
  assert.equal(sessions.open(other, sealed), undefined)
  assert.deepEqual(sessions.open(own, sealed)?.upstream, upstream)
})
