import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { authorizationBed } from '../../test/authorization-bed.ts'
import { connected, consent, person, postToken, tokenOf } from '../../test/consent-journey.ts'
import { formBrowser } from '../../test/form-browser.ts'
import { McpApp } from '../../test/mcp-app.ts'

test('a token for one connector is refused by another, after its hour, and when it was changed', async () => {
  await using bed = await authorizationBed()
  const { app } = await connected(bed, bed.notes)
  const token = tokenOf(app)
  const verify = (text: string, endpoint: string) => bed.authorization.verifyAccessToken(text, endpoint)
  assert.deepEqual(await verify(token, bed.files.href), { refused: 'wrong-audience' })
  assert.deepEqual(await verify(token, `${bed.notes.href}/`), { refused: 'wrong-audience' })
  assert.deepEqual(await verify(`${token.slice(0, -3)}AAA`, bed.notes.href), { refused: 'invalid' })
  assert.deepEqual(await verify('', bed.notes.href), { refused: 'invalid' })
  const [, payload = ''] = token.split('.')
  const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`
  assert.deepEqual(await verify(unsigned, bed.notes.href), { refused: 'invalid' })
  bed.clock.advance(2 * 3600_000)
  assert.deepEqual(await verify(token, bed.notes.href), { refused: 'expired' })
})

test('an expired token is refreshed; the refresh token turns over, and the old one ends everything', async () => {
  await using bed = await authorizationBed()
  const { app } = await connected(bed, bed.notes)
  const first = app.kept
  assert.ok(first?.refresh_token)
  const client = app.client?.client_id ?? ''
  const fields = { grant_type: 'refresh_token', client_id: client, refresh_token: first.refresh_token }
  const second = await postToken(bed, fields)
  assert.equal(second.status, 200)
  assert.notEqual(second.answer['refresh_token'], first.refresh_token)
  assert.ok(
    !(
      'refused' in
      (await bed.authorization.verifyAccessToken(second.answer['access_token'] ?? '', bed.notes.href))
    ),
  )
  const replayed = await postToken(bed, fields)
  assert.equal(replayed.status, 400)
  assert.equal(replayed.answer['error'], 'invalid_grant')
  const next = await postToken(bed, { ...fields, refresh_token: second.answer['refresh_token'] ?? '' })
  assert.equal(next.answer['error'], 'invalid_grant')
  for (const token of [first.access_token, second.answer['access_token'] ?? '']) {
    assert.deepEqual(await bed.authorization.verifyAccessToken(token, bed.notes.href), { refused: 'invalid' })
  }
  // The provider tells of the end of a family beside its answer, not before it.
  const revoked = "select actor from audit where action = 'authorization.revoke'"
  const { rows } = await until(async () => {
    const found = await bed.database.pool.query(revoked)
    return found.rows.length > 0 && found
  })
  assert.deepEqual(rows, [{ actor: 'authorization' }])
})

test('of two refreshes with one token at the same moment at most one is answered', async () => {
  await using bed = await authorizationBed()
  const { app } = await connected(bed, bed.notes)
  const fields = {
    grant_type: 'refresh_token',
    client_id: app.client?.client_id ?? '',
    refresh_token: app.kept?.refresh_token ?? '',
  }
  const answers = await Promise.all([postToken(bed, fields), postToken(bed, fields)])
  const good = answers.filter(({ status }) => status === 200)
  assert.ok(good.length <= 1, 'never two families from one token')
})

test('a code works once, with its own verifier and redirect URI only', async () => {
  await using bed = await authorizationBed()
  await bed.accounts.signUp(person)
  const app = new McpApp()
  const callback = await consent(formBrowser(bed.url), await app.start(bed.notes))
  const fields = {
    grant_type: 'authorization_code',
    client_id: app.client?.client_id ?? '',
    code: callback.searchParams.get('code') ?? '',
    code_verifier: app.codeVerifier(),
    redirect_uri: app.redirectUrl,
  }
  const wrongVerifier = await postToken(bed, { ...fields, code_verifier: 'x'.repeat(43) })
  assert.deepEqual([wrongVerifier.status, wrongVerifier.answer['error']], [400, 'invalid_grant'])
  const wrongRedirect = await postToken(bed, { ...fields, redirect_uri: `${app.redirectUrl}/other` })
  assert.equal(wrongRedirect.answer['error'], 'invalid_grant')
  const forged = await postToken(bed, { ...fields, code: 'made-up' })
  assert.equal(forged.answer['error'], 'invalid_grant')
  const good = await postToken(bed, fields)
  assert.equal(good.status, 200, JSON.stringify(good.answer))
  const replayed = await postToken(bed, fields)
  assert.equal(replayed.answer['error'], 'invalid_grant')
  const after = await bed.authorization.verifyAccessToken(good.answer['access_token'] ?? '', bed.notes.href)
  assert.deepEqual(after, { refused: 'invalid' }, 'a replayed code ends what the first one brought')
})

test('who ends an access at the account page ends its tokens and its refresh; others cannot', async () => {
  await using bed = await authorizationBed()
  const { app, browser } = await connected(bed, bed.notes)
  const page = await browser.open('/account/access')
  assert.match(page.text, /Bed app/)
  const [viewer, stranger] = await Promise.all([
    bed.accounts.signIn(person),
    bed.accounts.signUp({ ...person, name: 'Bob', email: 'bob@example.org' }),
  ])
  const [grant] = await bed.authorization.grantsOf(viewer.viewer)
  assert.equal(grant?.clientName, 'Bed app')
  assert.deepEqual(await bed.authorization.grantsOf(stranger.viewer), [])
  await assert.rejects(bed.authorization.revokeGrant(stranger.viewer, grant.id), { code: 'not-found' })
  const after = await browser.send(page, '/account/access/end', {})
  assert.match(after.text, /The access has ended/)
  assert.deepEqual(await bed.authorization.verifyAccessToken(tokenOf(app), bed.notes.href), {
    refused: 'invalid',
  })
  const refresh = await postToken(bed, {
    grant_type: 'refresh_token',
    client_id: app.client?.client_id ?? '',
    refresh_token: app.kept?.refresh_token ?? '',
  })
  assert.equal(refresh.answer['error'], 'invalid_grant')
})

test('no code, token or client secret of the wire is in the database or in the log', async () => {
  await using bed = await authorizationBed()
  const { app, callback } = await connected(bed, bed.notes)
  const registration = await fetch(new URL('/oauth/register', bed.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'Secret', redirect_uris: ['https://app.example/cb'] }),
  })
  const { client_secret: clientSecret } = (await registration.json()) as { client_secret?: string }
  assert.ok(clientSecret)
  const secrets = [
    clientSecret,
    callback.searchParams.get('code') ?? '',
    app.kept?.refresh_token ?? '',
    tokenOf(app),
    tokenOf(app).split('.')[2] ?? '',
    app.codeVerifier(),
  ]
  const { rows: tables } = await bed.database.pool.query(
    "select schemaname || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('auth', 'public')",
  )
  let dump = ''
  for (const { name } of tables) {
    const { rows } = await bed.database.pool.query(`select * from ${String(name)}`)
    dump += JSON.stringify(rows)
  }
  assert.ok(dump.includes('Bed app'))
  for (const secret of secrets) {
    assert.ok(secret.length > 20)
    assert.ok(!dump.includes(secret))
    assert.ok(!bed.logged().includes(secret))
  }
  assert.ok(!dump.includes('"d":"'), 'no private key in plain text')
})

test('a token for a script works for its endpoint and hours, is listed, and can be ended', async () => {
  await using bed = await authorizationBed()
  const { viewer } = await bed.accounts.signUp(person)
  const input = { viewer, endpoint: bed.notes.href, hours: 8, name: 'nightly job' }
  const { token, grant } = await bed.authorization.issueToken(input)
  const holder = await bed.authorization.verifyAccessToken(token, bed.notes.href)
  assert.ok(!('refused' in holder))
  assert.deepEqual(
    [holder.person, holder.organisation, holder.client, holder.grant],
    [viewer.person, viewer.organisation, 'connectory-script', grant],
  )
  assert.deepEqual(await bed.authorization.verifyAccessToken(token, bed.files.href), {
    refused: 'wrong-audience',
  })
  const [listed] = await bed.authorization.grantsOf(viewer)
  assert.deepEqual([listed?.kind, listed?.clientName], ['script', 'nightly job'])
  const standing = async () => [...(await bed.authorization.grantsStanding([grant, 'none']))]
  assert.deepEqual(await standing(), [grant])
  await bed.authorization.revokeGrant(viewer, grant)
  assert.deepEqual(await standing(), [])
  assert.deepEqual(await bed.authorization.verifyAccessToken(token, bed.notes.href), { refused: 'invalid' })
  for (const bad of [
    { hours: 0 },
    { hours: 721 },
    { hours: 1.5 },
    { endpoint: 'https://elsewhere.example/mcp' },
  ]) {
    await assert.rejects(bed.authorization.issueToken({ ...input, ...bad }), { code: 'invalid-input' })
  }
})

test('after a rotation new tokens carry the new key and old ones still hold', async () => {
  await using bed = await authorizationBed()
  const { viewer } = await bed.accounts.signUp(person)
  const make = () => bed.authorization.issueToken({ viewer, endpoint: bed.notes.href, hours: 720 })
  const kid = (token: string) => {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
    return (header as { kid: string }).kid
  }
  bed.clock.advance(89 * 24 * 3600_000)
  const old = await make()
  await bed.authorization.rotateKeys()
  assert.equal(kid((await make()).token), kid(old.token), 'a young key stays')
  bed.clock.advance(2 * 24 * 3600_000)
  await bed.authorization.rotateKeys()
  const young = await make()
  assert.notEqual(kid(young.token), kid(old.token))
  for (const { token } of [old, young]) {
    assert.ok(!('refused' in (await bed.authorization.verifyAccessToken(token, bed.notes.href))))
  }
  const jwks = (await (await fetch(new URL('/oauth/jwks', bed.url))).json()) as { keys: object[] }
  assert.equal(jwks.keys.length, 2)
  assert.ok(jwks.keys.every((key) => !('d' in key)))
})

test('an app that keeps refreshing stays known, long after its registration would have ended', async () => {
  await using bed = await authorizationBed()
  const { app } = await connected(bed, bed.notes)
  let refreshToken = app.kept?.refresh_token ?? ''
  for (let month = 0; month < 8; month += 1) {
    bed.clock.advance(29 * 24 * 3600_000)
    await bed.authorization.deleteExpired()
    const client = app.client?.client_id ?? ''
    const fields = { grant_type: 'refresh_token', client_id: client, refresh_token: refreshToken }
    const { status, answer } = await postToken(bed, fields)
    assert.equal(status, 200, JSON.stringify(answer))
    refreshToken = answer['refresh_token'] ?? ''
  }
})
