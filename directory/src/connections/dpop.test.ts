import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { sql } from 'kysely'
import { callbackUrl, dump, failure, go } from '../../test/connect-steps.ts'
import { connectionsBed, type ConnectionsBed } from '../../test/connections-bed.ts'
import { startDpopServer, type DpopServer } from '../../test/dpop-server.ts'
import { startOidcServer } from '../../test/login-server.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import { signIn } from '../../test/visit.ts'
import { createVault, openDatabase, reseal, type Viewer } from '../kernel/index.ts'
import { createDpopNonces, showKey } from './dpop-fetch.ts'
import { makeDpopKey, signerOf } from './dpop-key.ts'
import { sealedInConnections, type Access, type Connection } from './index.ts'
import { loadConnection } from './store.ts'

async function connect(bed: ConnectionsBed, server: DpopServer, viewer: Viewer): Promise<Connection> {
  bed.list('notes', server.url)
  const back = await signIn(await go(bed, viewer, 'notes'), callbackUrl, 'allow')
  const outcome = await bed.connections.callback(viewer, back)
  assert.equal(outcome.kind, 'connected', JSON.stringify(outcome))
  const [connection] = await bed.connections.list(viewer)
  return connection ?? assert.fail()
}

/** Calls the server as the gateway does. */
async function call(bed: ConnectionsBed, server: DpopServer, access: Access): Promise<number> {
  assert.ok(access.kind === 'token' && access.through !== undefined, JSON.stringify(access))
  const headers = { authorization: `Bearer ${access.token}` }
  const body = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
  const answer = await access.through(bed.fetch)(server.url, { method: 'POST', headers, body })
  await answer.body.cancel()
  return answer.status
}

const boundTo = (access: Access): unknown => decodeJwt(access.kind === 'token' ? access.token : '')['cnf']

for (const says of ['metadata', 'challenge'] as const) {
  test(`where a server asks for it by its ${says}, access is bound to a key of the connection alone`, async () => {
    await using server = await startDpopServer({ says })
    await using bed = await connectionsBed()
    const ada = bed.person('ada')
    const connection = await connect(bed, server, ada)
    const [opened] = server.proven
    const access = await bed.connections.access(connection.id)
    assert.deepEqual(boundTo(access), { jkt: opened?.thumbprint })
    assert.equal(await call(bed, server, access), 200)
    // Whoever steals the token alone has nothing.
    const headers = { authorization: `Bearer ${access.kind === 'token' ? access.token : ''}` }
    assert.equal((await bed.fetch(server.url, { method: 'POST', headers, body: '{}' })).status, 401)
    const other = await connect(bed, server, bed.person('bob'))
    assert.notDeepEqual(boundTo(await bed.connections.access(other.id)), boundTo(access))
  })
}

test('the code is bound to the key too, and the trace says that there is one', async () => {
  await using server = await startDpopServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.url)
  const ada = bed.person('ada')
  const to = await go(bed, ada, 'notes')
  const outcome = await bed.connections.callback(ada, await signIn(to, callbackUrl, 'allow'))
  assert.ok(outcome.kind === 'connected')
  assert.equal(to.searchParams.get('dpop_jkt'), server.proven[0]?.thumbprint)
  const { steps } = await bed.connections.trace(ada, outcome.reference)
  assert.deepEqual(steps.find(({ name }) => name === 'key-made')?.parameters, { algorithm: 'ES256' })
})

test('no part of the key or of the token is readable in tables or logs', async () => {
  await using server = await startDpopServer()
  await using bed = await connectionsBed()
  const connection = await connect(bed, server, bed.person('ada'))
  const { rows } = await sql<{ dpop_key: string }>`select dpop_key from connection`.execute(bed.database.db)
  assert.match(rows[0]?.dpop_key ?? '', /^v2:k1:/)
  const access = await bed.connections.access(connection.id)
  assert.equal(await call(bed, server, access), 200)
  const everything = (await dump(bed.database.db)) + bed.logged.join('\n')
  const proof = String(server.proven.at(-1)?.received.headers['dpop'])
  for (const secret of ['"d"', '"jwk"', 'DPoP ey', proof, access.kind === 'token' ? access.token : ''])
    assert.equal(everything.includes(secret), false, secret)
})

test('a login that announces bound tokens gives bearers where the server does not ask for others', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  const metadata = await fetch(`${server.issuer}/.well-known/openid-configuration`)
  assert.match(await metadata.text(), /"dpop_signing_alg_values_supported":\["ES256"/)
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const to = await go(bed, ada, 'notes')
  assert.equal(to.searchParams.get('dpop_jkt'), null)
  const outcome = await bed.connections.callback(ada, await signIn(to, callbackUrl, 'allow'))
  assert.equal(outcome.kind, 'connected')
  const [connection] = await bed.connections.list(ada)
  const access = await bed.connections.access(connection?.id ?? assert.fail())
  assert.ok(access.kind === 'token' && access.through === undefined)
  assert.equal(boundTo(access), undefined)
})

test('a server that takes bound tokens alone is not connected where its login binds none', async () => {
  await using server = await startDpopServer({ login: { dpop: 'no' } })
  await using bed = await connectionsBed()
  bed.list('notes', server.url)
  const ada = bed.person('ada')
  const back = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  assert.equal(failure(await bed.connections.callback(ada, back)), 'not-bound')
  assert.deepEqual(await bed.connections.list(ada), [])
  assert.deepEqual(server.proven, [])
})

test('a login that wants a nonce gets it, at the exchange and at each renewal', async () => {
  await using server = await startDpopServer({ login: { dpop: 'with-nonce' } })
  await using bed = await connectionsBed()
  const connection = await connect(bed, server, bed.person('ada'))
  const first = await bed.connections.access(connection.id)
  assert.ok(first.kind === 'token')
  const renewed = await bed.connections.access(connection.id, first.token)
  assert.equal(await call(bed, server, renewed), 200)
  const twice = ['authorization_code', 'authorization_code', 'refresh_token', 'refresh_token']
  assert.deepEqual(server.login.tokenRequests, twice)
})

test('a renewed token is bound to the same key, and the refresh token is of no use without it', async () => {
  await using server = await startDpopServer()
  await using bed = await connectionsBed()
  const connection = await connect(bed, server, bed.person('ada'))
  const { db } = bed.database
  const before = await bed.connections.access(connection.id)
  assert.ok(before.kind === 'token')
  const renewed = await bed.connections.access(connection.id, before.token)
  assert.ok(renewed.kind === 'token')
  assert.notEqual(renewed.token, before.token)
  assert.deepEqual(boundTo(renewed), boundTo(before))
  assert.equal(await call(bed, server, renewed), 200)
  await sql`update connection set dpop_key = null`.execute(db)
  const elsewhere = bed.replica()
  assert.equal((await elsewhere.access(connection.id, renewed.token)).kind, 'reconnect')
})

test('a second replica calls with the key, and disconnecting destroys it for all', async () => {
  await using server = await startDpopServer()
  await using bed = await connectionsBed()
  const ada = bed.person('ada')
  const connection = await connect(bed, server, ada)
  const pool = openDatabase({ connectionString: bed.database.connectionString })
  const replica = bed.replica(pool.db)
  try {
    assert.equal(await call(bed, server, await replica.access(connection.id)), 200)
    assert.equal(await call(bed, server, await bed.connections.access(connection.id)), 200)
    await bed.connections.disconnect(ada, connection.id)
    assert.equal((await bed.connections.access(connection.id)).kind, 'reconnect')
    assert.equal((await bed.replica(pool.db).access(connection.id)).kind, 'reconnect')
    const { rows } = await sql`select dpop_key as sealed from connection
      union all select secret from connect_attempt where secret is not null`.execute(bed.database.db)
    assert.deepEqual(rows, [])
  } finally {
    await pool.close()
  }
})

test('a change of keys reaches the key of a connection, and it opens for its own connection only', async () => {
  await using server = await startDpopServer()
  await using bed = await connectionsBed()
  const { db } = bed.database
  const connection = await connect(bed, server, bed.person('ada'))
  const bobs = await connect(bed, server, bed.person('bob'))
  const thumbprint = (await loadConnection(db, bed.vault, connection.id))?.dpop?.thumbprint
  assert.equal(thumbprint, server.proven[0]?.thumbprint)
  const [k1, k2] = [1, 2].map((n) => ({ id: `k${n}`, bytes: new Uint8Array(32).fill(n) }))
  assert.ok(k1 && k2)
  await reseal(db, createVault([k1, k2]), sealedInConnections)
  const onlyNew = createVault([k2])
  assert.equal((await loadConnection(db, onlyNew, connection.id))?.dpop?.thumbprint, thumbprint)
  await assert.rejects(loadConnection(db, bed.vault, connection.id))
  await sql`update connection set dpop_key = (select dpop_key from connection where id = ${bobs.id})
    where id = ${connection.id}`.execute(db)
  await assert.rejects(loadConnection(db, createVault([k1, k2]), connection.id))
})

test('through the door of a bound token neither token nor proof goes to another origin', async () => {
  await using one = await scriptedServer('modern', (_received, response) => reply(response, 200, {}))
  await using other = await scriptedServer('modern', (_received, response) => reply(response, 200, {}))
  await using bed = await connectionsBed()
  const signer = signerOf(await makeDpopKey('ES256'))
  const bound = { token: 'a-token', signer, resource: one.url }
  const door = showKey({ clock: bed.clock, nonces: createDpopNonces() }, bound)(bed.fetch)
  const headers = { authorization: 'Bearer a-token', 'x-kept': 'yes' }
  for (const { url } of [one, other]) await (await door(url, { method: 'POST', headers, body: '{}' })).text()
  assert.equal(one.received[0]?.headers.authorization, 'DPoP a-token')
  const sent = other.received[0]?.headers
  assert.deepEqual([sent?.authorization, sent?.['dpop'], sent?.['x-kept']], [undefined, undefined, 'yes'])
})
