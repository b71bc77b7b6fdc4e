import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import type { Viewer } from '../kernel/index.ts'
import { endSession } from './end-session.ts'

const key = 'sk-organisation-4711'

/** A server that lets in who sends the key, and nobody else. */
async function keyServer() {
  return await scriptedServer(
    'modern',
    ({ message, headers }, response) => {
      if (headers['x-api-key'] !== key && headers.authorization !== `Bearer ${key}`)
        return reply(response, 401, {})
      const discovered = { supportedVersions: ['2026-07-28'], capabilities: { tools: {} } }
      const result = message.method === 'server/discover' ? discovered : { content: [] }
      reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { resultType: 'complete', ...result } })
    },
    { opening: 'script' },
  )
}

test('a key of an organisation goes with the calls of its people to that server, and nowhere else', async () => {
  await using server = await keyServer()
  await using other = await keyServer()
  await using bed = await gatewayBed()
  const { connections, database, logged } = bed.connections
  bed.connections.list('keyed', server.url)
  const [ada, bob] = [bed.connections.person('ada'), bed.connections.person('bob')]
  const ann = bed.connections.colleague(ada, 'ann')
  const call = async (viewer: Viewer) => {
    const { body, headers } = modern('tools/call', { name: 'read', arguments: {} })
    const answer = await bed.post('keyed', bed.token(viewer, 'keyed'), body, headers)
    return (await answer.json()) as { result?: unknown; error?: { message: string } }
  }

  assert.equal((await connections.begin(ada, 'keyed')).kind, 'failed')
  await assert.rejects(connections.shareHeader(ann, 'keyed', { name: 'X-API-Key', value: key }), {
    code: 'not-allowed',
  })
  const refused = await connections.shareHeader(ada, 'keyed', { name: 'Host', value: '' })
  assert.deepEqual(refused, { name: 'hop-by-hop', value: 'no-value' })
  const typos = ['typo', 'another'].map((value) =>
    connections.shareHeader(ada, 'keyed', { name: 'X-API-Key', value }),
  )
  assert.deepEqual(await Promise.all(typos), [{}, {}])
  assert.deepEqual(await connections.shareHeader(ada, 'keyed', { name: 'x-api-key', value: key }), {})
  for (const viewer of [ada, ann]) {
    await bed.connect(viewer, 'keyed')
    assert.ok((await call(viewer)).result)
  }
  assert.equal((await connections.begin(bob, 'keyed')).kind, 'failed')
  assert.deepEqual((await connections.sharedHeaders(bob, 'keyed')).headers, [])
  const { headers, mayChange } = await connections.sharedHeaders(ann, 'keyed')
  assert.deepEqual([headers.map(({ name }) => name), mayChange], [['x-api-key'], false])
  assert.ok(!JSON.stringify(headers).includes(key))
  const stored = await sql`select h::text, a::text from shared_header h, audit a`.execute(database.db)
  assert.ok(!JSON.stringify(stored.rows).includes(key) && !logged.join('').includes(key))

  const [mine] = await connections.list(ada)
  assert.ok(mine)
  const opened = { era: 'legacy', protocolVersion: '2025-11-25', session: { id: 'one' } } as const
  const nothing = { serverInfo: undefined, capabilities: {} }
  const where = { connection: mine.id, serverUrl: server.url }
  await endSession({ connections, fetch: bed.connections.fetch }, where, { ...opened, ...nothing })
  const { method, headers: sent } = server.received.at(-1) ?? assert.fail()
  assert.deepEqual([method, sent['mcp-session-id'], sent['x-api-key']], ['DELETE', 'one', key])

  bed.connections.list('keyed', other.url, {
    listing: (await connections.sharedHeaders(ada, 'keyed')).endpoint.listing,
  })
  assert.ok((await call(ada)).error)
  assert.deepEqual(
    other.received.filter((one) => one.rawHeaders.includes(key)),
    [],
  )
  await connections.unshareHeader(ada, 'keyed', 'x-api-key')
  assert.deepEqual((await connections.sharedHeaders(ada, 'keyed')).headers, [])
  assert.deepEqual(
    await connections.shareHeader(ada, 'keyed', { name: 'Authorization', value: `Bearer ${key}` }),
    {},
  )
  await bed.connect(ada, 'keyed')
  assert.ok((await call(ada)).result)
})
