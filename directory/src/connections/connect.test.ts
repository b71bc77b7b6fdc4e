import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { callbackUrl, dump, failure, go } from '../../test/connect-steps.ts'
import { connectionsBed } from '../../test/connections-bed.ts'
import { startOidcServer } from '../../test/login-server.ts'
import { signIn } from '../../test/visit.ts'

test('a person connects through the sign-in of oidc-provider, and no secret can be read in tables or logs', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const to = await go(bed, ada, 'notes')
  for (const name of ['state', 'code_challenge', 'resource', 'client_id'])
    assert.ok(to.searchParams.get(name), name)
  assert.equal(to.searchParams.get('code_challenge_method'), 'S256')
  assert.equal(to.searchParams.get('resource'), server.mcpUrl)
  const back = await signIn(to, callbackUrl, 'allow')
  assert.equal(back.searchParams.get('iss'), server.issuer)
  const outcome = await bed.connections.callback(ada, back)
  assert.equal(outcome.kind, 'connected', JSON.stringify(outcome))

  const [connection] = await bed.connections.list(ada)
  assert.ok(connection)
  assert.equal(connection.state, 'connected')
  assert.equal(connection.issuer, server.issuer)
  const access = await bed.connections.access(connection.id)
  assert.equal(access.kind, 'token')
  const token = access.kind === 'token' ? access.token : ''

  const everything = (await dump(bed.database.db)) + bed.logged.join('\n')
  const secrets = [token, to.searchParams.get('state'), back.searchParams.get('code'), token.split('.')[1]]
  for (const secret of secrets) {
    assert.ok(secret !== null && secret !== undefined && secret.length > 10)
    assert.equal(everything.includes(secret), false)
  }
  assert.match(everything, /connections\.connect/)
})

test('the trace of a sign-in names each step, for its owner and for operators only', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const outcome = await bed.connections.callback(
    ada,
    await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow'),
  )
  assert.ok(outcome.kind === 'connected')
  const trace = await bed.connections.trace(ada, outcome.reference)
  assert.equal(trace.outcome, 'connected')
  assert.deepEqual(
    trace.steps.map(({ name }) => name).filter((name) => name !== 'exchange'),
    [
      'opened',
      'discovered',
      'client-registered',
      'client-chosen',
      'sent-to-server',
      'answer-received',
      'tokens-received',
      'server-opened',
      'connected',
    ],
  )
  const exchanges = trace.steps.filter(({ name }) => name === 'exchange').map(({ parameters }) => parameters)
  assert.deepEqual(
    exchanges.find(({ address }) => address === `${server.issuer}/token`),
    {
      method: 'POST',
      address: `${server.issuer}/token`,
      sent: 'resource, redirect_uri, code, code_verifier, grant_type, client_id',
      status: 200,
      type: 'application/json',
      received: 'access_token: text, expires_in: number, refresh_token: text, scope: text, token_type: text',
    },
  )
  const olga = bed.person('olga', new Set(['operator']))
  await bed.connections.trace(olga, outcome.reference)
  const found = await bed.connections.recentTraces(olga)
  assert.deepEqual(
    found.map(({ reference, outcome: how }) => [reference, how]),
    [[outcome.reference, 'connected']],
  )
  await assert.rejects(bed.connections.recentTraces(ada), { code: 'not-allowed' })
  await assert.rejects(bed.connections.trace(bed.person('bob'), outcome.reference), { code: 'not-found' })
})

test("a denied consent, a forged, a replayed and somebody else's state connect nobody", async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const [ada, bob] = [bed.person('ada'), bed.person('bob')]
  const denied = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'deny')
  const outcome = await bed.connections.callback(ada, denied)
  assert.equal(failure(outcome), 'consent-denied')
  assert.ok(outcome.kind === 'failed' && outcome.reference !== undefined)
  assert.equal((await bed.connections.trace(ada, outcome.reference)).outcome, 'failed')

  const forged = new URL(`${callbackUrl}?code=abc&state=${'x'.repeat(43)}`)
  assert.equal(failure(await bed.connections.callback(ada, forged)), 'forged-state')
  assert.equal(failure(await bed.connections.callback(ada, new URL(callbackUrl))), 'forged-state')

  const adas = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  const stolen = await bed.connections.callback(bob, adas)
  assert.equal(failure(stolen), 'other-person')
  assert.equal(stolen.kind === 'failed' ? stolen.reference : '', undefined)
  assert.equal(failure(await bed.connections.callback(ada, adas)), 'replayed-state')

  const good = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  assert.equal((await bed.connections.callback(ada, good)).kind, 'connected')
  assert.equal(failure(await bed.connections.callback(ada, good)), 'replayed-state')
  assert.equal((await bed.connections.list(ada)).length, 1)
  assert.deepEqual(await bed.connections.list(bob), [])
  assert.deepEqual(server.tokenRequests, ['authorization_code'])
})

test('of two answers with one state at the same time one connects', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const back = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  const outcomes = await Promise.all([1, 2, 3].map(() => bed.connections.callback(ada, back)))
  assert.deepEqual(outcomes.map(failure).toSorted(), ['connected', 'replayed-state', 'replayed-state'])
})

test('an answer after ten minutes is too late', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const back = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  bed.clock.advance(10 * 60_000)
  assert.equal(failure(await bed.connections.callback(ada, back)), 'expired-state')
  assert.deepEqual(server.tokenRequests, [])
})

test('an answer in the name of another issuer is not redeemed', async () => {
  await using server = await startOidcServer({ wrongIssuer: true })
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const back = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  assert.equal(back.searchParams.get('iss'), 'https://evil.example')
  assert.equal(failure(await bed.connections.callback(ada, back)), 'wrong-issuer')
  const without = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  without.searchParams.delete('iss')
  assert.equal(failure(await bed.connections.callback(ada, without)), 'wrong-issuer')
  assert.deepEqual(server.tokenRequests, [])
  assert.deepEqual(await bed.connections.list(ada), [])
})

test('one registration serves all people; a server that forgot it gets one new one and the person goes on', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const [ada, bob] = [bed.person('ada'), bed.person('bob')]
  const first = await go(bed, ada, 'notes')
  const second = await go(bed, bob, 'notes')
  assert.equal(first.searchParams.get('client_id'), second.searchParams.get('client_id'))
  const back = await signIn(first, callbackUrl, 'allow')
  server.forget('Client')
  const again = await bed.connections.callback(ada, back)
  assert.ok(again.kind === 'continue', JSON.stringify(again))
  assert.notEqual(again.to.searchParams.get('client_id'), first.searchParams.get('client_id'))
  const backAgain = await signIn(again.to, callbackUrl, 'allow')
  assert.equal((await bed.connections.callback(ada, backAgain)).kind, 'connected')
})

test('a server that forgets every registration is not asked for ever', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const back = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  server.forget('Client')
  const again = await bed.connections.callback(ada, back)
  assert.ok(again.kind === 'continue')
  const backAgain = await signIn(again.to, callbackUrl, 'allow')
  server.forget('Client')
  assert.equal(failure(await bed.connections.callback(ada, backAgain)), 'client-forgotten')
})

test('a token that its own server refuses makes no connection', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const back = await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow')
  server.refused.has = () => true
  assert.equal(failure(await bed.connections.callback(ada, back)), 'not-opened')
  assert.deepEqual(await bed.connections.list(ada), [])
})

test('disconnecting deletes the row with its tokens for good, and writes who did it', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const [ada, bob] = [bed.person('ada'), bed.person('bob')]
  await bed.connections.callback(ada, await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow'))
  const [connection] = await bed.connections.list(ada)
  assert.ok(connection)
  await assert.rejects(bed.connections.disconnect(bob, connection.id), { code: 'not-found' })
  assert.equal(await bed.connections.disconnect(ada, connection.id), 'not-asked')
  assert.equal(server.remembers('RefreshToken'), 1)
  const { rows } = await sql`select * from connection`.execute(bed.database.db)
  assert.deepEqual(rows, [])
  assert.match(await dump(bed.database.db), /connections\.disconnect/)
  assert.equal((await bed.connections.access(connection.id)).kind, 'reconnect')
  await assert.rejects(bed.connections.disconnect(ada, connection.id), { code: 'not-found' })
})

test('a connector that is gone leaves no token, sign-in, client or trace of anybody, and those of others stay', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  const [ada, olga] = [bed.person('ada'), bed.person('olga', new Set(['operator']))]
  const own = bed.list('own-notes', server.mcpUrl, { state: 'custom', organisation: ada.organisation })
  bed.list('notes', server.mcpUrl)
  for (const slug of ['own-notes', 'notes']) {
    await bed.connections.callback(ada, await signIn(await go(bed, ada, slug), callbackUrl, 'allow'))
  }
  await assert.rejects(bed.connections.begin(olga, 'own-notes'), { code: 'not-found' })
  await go(bed, ada, 'own-notes')
  await bed.connections.shareHeader(ada, 'own-notes', { name: 'x-key', value: 'a' })
  await bed.connections.setLevels(ada, 'own-notes', { of: 'me', rules: new Map([[null, 'ask']]) })
  await bed.connections.forget(bed.database.db, own.listing)
  assert.ok(
    !(await dump(bed.database.db))
      .replaceAll(/(listing\W+|connector:)[0-9a-f-]{36}/g, '')
      .includes(own.listing),
  )
  const left = await bed.connections.list(ada)
  assert.deepEqual(
    left.map(({ listing }) => listing === own.listing),
    [false],
  )
})

test('where the operator wants it, a server is asked to end its tokens after they are deleted here', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed({ revokeOnDisconnect: true })
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const connect = async () => {
    await bed.connections.callback(ada, await signIn(await go(bed, ada, 'notes'), callbackUrl, 'allow'))
    return (await bed.connections.list(ada))[0]
  }
  const first = await connect()
  assert.ok(first)
  assert.equal(server.remembers('RefreshToken'), 1)
  assert.equal(await bed.connections.disconnect(ada, first.id), 'ended')
  assert.equal(server.remembers('RefreshToken'), 0)
  const second = await connect()
  assert.ok(second)
  await sql`update connection set revocation_endpoint = 'http://127.0.0.1:1/revoke'`.execute(bed.database.db)
  assert.equal(await bed.connections.disconnect(ada, second.id), 'unconfirmed')
  assert.deepEqual(await bed.connections.list(ada), [])
})

test('a server that cannot be opened connects nobody, and the trace says why', async () => {
  await using bed = await connectionsBed()
  bed.list('gone', 'http://127.0.0.1:1/mcp')
  bed.list('private', 'https://10.0.0.1/mcp')
  const ada = bed.person('ada')
  for (const slug of ['gone', 'private'])
    assert.equal(failure(await bed.connections.begin(ada, slug)), 'unreachable')
  await assert.rejects(bed.connections.begin(ada, 'nothing'), { code: 'not-found' })
  bed.list('draft', 'http://127.0.0.1:1/mcp', { state: 'unlisted' })
  await assert.rejects(bed.connections.begin(ada, 'draft'), { code: 'not-found' })
})
