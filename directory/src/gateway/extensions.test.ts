import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectedBed, modern } from '../../test/gateway-bed.ts'
import { reply, scriptedServer, type Script } from '../../test/scripted-server.ts'

const capabilities = { tools: {}, extensions: { 'com.example/maps': { zoom: 3 } } }
const serverInfo = { name: 'mapper', version: '1' }
const able = { 'io.modelcontextprotocol/clientCapabilities': { extensions: { 'com.example/maps': {} } } }
const method = 'com.example/maps/draw'

/** A server with an extension, in one era. */
function extended(era: 'modern' | 'legacy'): Script {
  return ({ message: { id, method: asked } }, response) => {
    if (asked?.startsWith('notifications/') === true) return void response.writeHead(202).end()
    const opening = era === 'modern' ? 'server/discover' : 'initialize'
    if (asked === opening && era === 'modern') {
      const supportedVersions = ['2026-07-28']
      const result = {
        resultType: 'complete',
        supportedVersions,
        capabilities,
        ttlMs: 1,
        cacheScope: 'private',
      }
      return reply(response, 200, { jsonrpc: '2.0', id, result })
    }
    if (asked === opening) {
      const result = { protocolVersion: '2025-11-25', capabilities, serverInfo }
      return reply(response, 200, { jsonrpc: '2.0', id, result })
    }
    if (asked === 'initialize' || asked === 'server/discover') {
      return reply(response, 400, { jsonrpc: '2.0', id: null, error: { code: -32000, message: 'no' } })
    }
    reply(response, 200, { jsonrpc: '2.0', id, result: { resultType: 'complete', drawn: true } })
  }
}

async function connected(era: 'modern' | 'legacy') {
  const stack = new AsyncDisposableStack()
  const server = stack.use(await scriptedServer(era, extended(era), { opening: 'script' }))
  const { bed, ada } = await connectedBed(server.url)
  stack.use(bed)
  const token = bed.token(ada, 'tool')
  const send = async ({ body, headers }: { body: object; headers?: Record<string, string> }) => {
    const answer = await bed.post('tool', token, body, headers)
    return { session: answer.headers.get('mcp-session-id'), ...JSON.parse(await answer.text()) }
  }
  const drawn = () => server.received.filter(({ message }) => message.method === method)
  return { send, server, drawn, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

function older(asked: string, params: object, session?: string | null) {
  const headers = { ...(session && { 'mcp-session-id': session }), 'mcp-protocol-version': '2025-11-25' }
  return { body: { jsonrpc: '2.0', id: 3, method: asked, params }, headers }
}

const opening = {
  protocolVersion: '2025-11-25',
  capabilities: { extensions: { 'com.example/maps': {} } },
  clientInfo: { name: 'a', version: '1' },
}

test('an extension passes between a newer caller and a newer server', async () => {
  await using at = await connected('modern')
  const { result } = await at.send(modern('server/discover', {}, able))
  assert.deepEqual(result.capabilities, capabilities)
  assert.equal((await at.send(modern(method, {}, able))).result.drawn, true)
  const meta = at.drawn()[0]?.message.params?.['_meta'] as Record<string, unknown>
  assert.deepEqual(
    meta['io.modelcontextprotocol/clientCapabilities'],
    able['io.modelcontextprotocol/clientCapabilities'],
  )
})

test('an extension passes between an older caller and an older server', async () => {
  await using at = await connected('legacy')
  const { result, session } = await at.send(older('initialize', opening))
  assert.deepEqual(result.capabilities, capabilities)
  assert.equal((await at.send(older(method, {}, session))).result.drawn, true)
})

test('a newer caller is offered no extension of an older server, and its server hears of none', async () => {
  await using at = await connected('legacy')
  const { result } = await at.send(modern('server/discover', {}, able))
  assert.deepEqual(result.capabilities, { tools: {} })
  assert.equal((await at.send(modern(method, {}, able))).error.code, -32601)
  assert.deepEqual(at.drawn(), [])
  const begun = at.server.received.find(({ message }) => message.method === 'initialize')
  assert.deepEqual(begun?.message.params?.['capabilities'], {})
})

test('an older caller is offered no extension of a newer server, and its server hears of none', async () => {
  await using at = await connected('modern')
  const { result, session } = await at.send(older('initialize', opening))
  assert.deepEqual(result.capabilities, { tools: {} })
  assert.equal((await at.send(older(method, {}, session))).error.code, -32601)
  assert.deepEqual(at.drawn(), [])
  assert.ok(at.server.received.length > 0)
  assert.ok(at.server.received.every(({ body }) => !body.includes('com.example')))
})
