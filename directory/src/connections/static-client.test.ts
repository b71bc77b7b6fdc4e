import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dump, failure, go } from '../../test/connect-steps.ts'
import { connectionsBed } from '../../test/connections-bed.ts'
import { startOidcServer } from '../../test/login-server.ts'
import type { Viewer } from '../kernel/index.ts'

test('a static client serves its own listing, at its own issuer only', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const [ada, olga] = [bed.person('ada'), bed.person('olga', new Set(['operator']))]
  const client = { slug: 'notes', issuer: server.issuer, clientId: 'given', clientSecret: 'hunter2-hunter2' }
  await assert.rejects(bed.connections.setStaticClient(ada, client), { code: 'not-allowed' })
  await bed.connections.setStaticClient(olga, client)
  const to = await go(bed, ada, 'notes')
  assert.equal(to.searchParams.get('client_id'), 'given')
  assert.equal((await dump(bed.database.db)).includes('hunter2'), false)
  await bed.connections.setStaticClient(olga, { ...client, issuer: 'https://other.example' })
  assert.equal(failure(await bed.connections.begin(ada, 'notes')), 'static-client-issuer')
})

test('a static client may be for one organisation; under the same id its secret is replaced, and removing it destroys it', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  const { listing } = bed.list('notes', server.mcpUrl)
  const [ada, bob] = [bed.person('ada'), bed.person('bob')]
  const olga = bed.person('olga', new Set(['operator']))
  const shared = { slug: 'notes', issuer: server.issuer, clientId: 'for-all', clientSecret: 'open-sesame-1' }
  const own = { ...shared, clientId: 'for-ada', organisation: ada.organisation }
  await bed.connections.setStaticClient(olga, shared)
  await bed.connections.setStaticClient(olga, own)
  const idOf = async (viewer: Viewer) => (await go(bed, viewer, 'notes')).searchParams.get('client_id')
  assert.deepEqual([await idOf(ada), await idOf(bob)], ['for-ada', 'for-all'])

  const clientOf = async (id: string) =>
    (await bed.connections.staticClients(olga)).find(({ clientId }) => clientId === id)
  const before = await clientOf('for-ada')
  assert.deepEqual([before?.listing, before?.organisation], [listing, ada.organisation])
  assert.ok(!JSON.stringify(before).includes('sesame'))
  const attempts = sql<{ id: string }>`select registration_id as id from connect_attempt`
  await bed.connections.setStaticClient(olga, { ...own, clientSecret: 'open-sesame-2' })
  const after = await clientOf('for-ada')
  assert.ok(after !== undefined && after.id !== before?.id)
  assert.ok((await attempts.execute(bed.database.db)).rows.some(({ id }) => id === after.id))
  await assert.rejects(bed.connections.removeStaticClient(ada, after.id), { code: 'not-allowed' })
  await bed.connections.removeStaticClient(olga, after.id)
  assert.equal(await idOf(ada), 'for-all')
  await assert.rejects(bed.connections.removeStaticClient(olga, after.id), { code: 'not-found' })
  assert.equal((await dump(bed.database.db)).includes(after.id), false)
})
