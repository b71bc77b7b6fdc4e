import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { connectionsBed, type BedOptions, type ConnectionsBed } from '../../test/connections-bed.ts'
import { startOidcServer, type LoginServer, type LoginServerOptions } from '../../test/login-server.ts'
import { signIn } from '../../test/visit.ts'
import { openDatabase, type Viewer } from '../kernel/index.ts'
import type { Access, Connection } from './index.ts'

interface Connected extends AsyncDisposable {
  readonly server: LoginServer
  readonly bed: ConnectionsBed
  readonly ada: Viewer
  readonly connection: Connection
}

async function connected(options: LoginServerOptions = {}, bedOptions: BedOptions = {}): Promise<Connected> {
  const server = await startOidcServer(options)
  const bed = await connectionsBed(bedOptions)
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const begun = await bed.connections.begin(ada, 'notes')
  assert.ok(begun.kind === 'continue', JSON.stringify(begun))
  const callback = begun.to.searchParams.get('redirect_uri') ?? ''
  const outcome = await bed.connections.callback(ada, await signIn(begun.to, callback, 'allow'))
  assert.equal(outcome.kind, 'connected', JSON.stringify(outcome))
  const [connection] = await bed.connections.list(ada)
  assert.ok(connection)
  return {
    server,
    bed,
    ada,
    connection,
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

function tokenOf(access: Access): string {
  assert.equal(access.kind, 'token')
  return access.kind === 'token' ? access.token : ''
}

test('twenty calls at once on an ended token refresh it once, and all get the new one', async () => {
  await using it = await connected({ accessTtl: 60 })
  const before = tokenOf(await it.bed.connections.access(it.connection.id))
  it.bed.clock.advance(61_000)
  const all = await Promise.all(
    Array.from({ length: 20 }, async () => await it.bed.connections.access(it.connection.id)),
  )
  const tokens = new Set(all.map(tokenOf))
  assert.equal(tokens.size, 1)
  assert.equal(tokens.has(before), false)
  assert.deepEqual(it.server.tokenRequests, ['authorization_code', 'refresh_token'])
})

test('fifty calls on an ended token in two replicas with a pool each ask for a token once, and all get it', async () => {
  await using it = await connected({ accessTtl: 60 })
  it.bed.clock.advance(61_000)
  const pool = openDatabase({ connectionString: it.bed.database.connectionString })
  const replicas = [it.bed.connections, it.bed.replica(pool.db)]
  const all = await Promise.all(
    replicas.flatMap((replica) =>
      Array.from({ length: 25 }, async () => await replica.access(it.connection.id)),
    ),
  ).finally(() => pool.close())
  assert.equal(new Set(all.map(tokenOf)).size, 1)
  assert.deepEqual(it.server.tokenRequests, ['authorization_code', 'refresh_token'])
})

test('a token is renewed ahead of its end, and each renewal works with the rotated refresh token', async () => {
  await using it = await connected({ accessTtl: 3600 })
  it.bed.clock.advance(54 * 60_000)
  const early = tokenOf(await it.bed.connections.access(it.connection.id))
  assert.deepEqual(it.server.tokenRequests, ['authorization_code'])
  it.bed.clock.advance(2 * 60_000)
  const renewed = tokenOf(await it.bed.connections.access(it.connection.id))
  assert.notEqual(renewed, early)
  const third = tokenOf(await it.bed.connections.access(it.connection.id, renewed))
  assert.notEqual(third, renewed)
  assert.equal(tokenOf(await it.bed.connections.access(it.connection.id, renewed)), third)
  assert.deepEqual(it.server.tokenRequests, ['authorization_code', 'refresh_token', 'refresh_token'])
})

test('a refused refresh needs the person, keeps the row, and asks the server no more', async () => {
  await using it = await connected()
  const token = tokenOf(await it.bed.connections.access(it.connection.id))
  it.server.forget('RefreshToken')
  assert.equal((await it.bed.connections.access(it.connection.id, token)).kind, 'reconnect')
  const [connection] = await it.bed.connections.list(it.ada)
  assert.equal(connection?.state, 'needs-reconnect')
  const { rows } =
    await sql`select kind, person_id from notice where about = ${`connection:${connection.id}`}`.execute(
      it.bed.database.db,
    )
  assert.deepEqual(rows, [{ kind: 'connections.needs-reconnect', person_id: it.ada.person }])
  const asked = it.server.tokenRequests.length
  assert.equal((await it.bed.connections.access(it.connection.id)).kind, 'reconnect')
  assert.equal(it.server.tokenRequests.length, asked)
})

test('a server that forgot our client loses its registration, and connecting again makes a new one', async () => {
  await using it = await connected()
  const token = tokenOf(await it.bed.connections.access(it.connection.id))
  it.server.forget('Client')
  assert.equal((await it.bed.connections.access(it.connection.id, token)).kind, 'reconnect')
  const begun = await it.bed.connections.begin(it.ada, 'notes')
  assert.ok(begun.kind === 'continue')
  const back = await signIn(begun.to, begun.to.searchParams.get('redirect_uri') ?? '', 'allow')
  assert.equal((await it.bed.connections.callback(it.ada, back)).kind, 'connected')
  assert.equal((await it.bed.connections.list(it.ada))[0]?.state, 'connected')
})

test('an authorization server that does not answer costs nothing while the token lives', async () => {
  await using it = await connected({ accessTtl: 3600 })
  const token = tokenOf(await it.bed.connections.access(it.connection.id))
  await it.server[Symbol.asyncDispose]()
  it.bed.clock.advance(56 * 60_000)
  assert.equal(tokenOf(await it.bed.connections.access(it.connection.id)), token)
  it.bed.clock.advance(5 * 60_000)
  assert.equal((await it.bed.connections.access(it.connection.id)).kind, 'unavailable')
  assert.equal((await it.bed.connections.list(it.ada))[0]?.state, 'connected')
  Object.assign(it.server, { [Symbol.asyncDispose]: () => Promise.resolve() })
})

test('a fault of ours while renewing is an error, not a server that is down, and changes nothing', async () => {
  await using it = await connected({ accessTtl: 60 })
  it.bed.clock.advance(61_000)
  const { db } = it.bed.database
  await sql`alter table connection add constraint no_renewal check (expires_at < ${sql.lit(it.bed.clock.now().toISOString())}::timestamptz)`.execute(
    db,
  )
  await assert.rejects(async () => await it.bed.connections.access(it.connection.id), /no_renewal/)
  assert.equal((await it.bed.connections.list(it.ada))[0]?.state, 'connected')
})
