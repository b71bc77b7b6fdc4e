import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorizationBed, type AuthorizationBed } from '../../test/authorization-bed.ts'
import { formBrowser, type FormBrowser } from '../../test/form-browser.ts'
import { McpApp } from '../../test/mcp-app.ts'

const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' }

/** From the app's wish to its callback, as a person who agrees. */
async function consent(browser: FormBrowser, start: URL): Promise<URL> {
  let page = await browser.open(start)
  if (page.url.pathname === '/sign-in') {
    page = await browser.send(page, '/sign-in', { email: person.email, password: person.password })
  }
  assert.match(page.url.pathname, /^\/authorize\//, page.text.slice(0, 500))
  const done = await browser.send(page, page.url.pathname, { answer: 'allow' })
  return done.url
}

async function connected(bed: AuthorizationBed, endpoint: URL) {
  await bed.accounts.signUp(person)
  const app = new McpApp()
  const browser = formBrowser(bed.url)
  const callback = await consent(browser, await app.start(endpoint))
  await app.finish(endpoint, callback)
  return { app, browser, callback }
}

async function postToken(bed: AuthorizationBed, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields)
  const response = await fetch(new URL('/oauth/token', bed.url), { method: 'POST', body })
  const answer = (await response.json()) as Readonly<Record<string, string>>
  return { status: response.status, answer }
}

function tokenOf(app: McpApp): string {
  assert.ok(app.kept)
  return app.kept.access_token
}

test('an MCP app registers, the person agrees once, and its tools are there', async () => {
  await using bed = await authorizationBed()
  const { app, callback } = await connected(bed, bed.notes)
  assert.equal(callback.searchParams.get('iss'), bed.authorization.issuer)
  assert.equal(callback.searchParams.get('state'), 'state-of-the-app')
  assert.deepEqual(await app.tools(bed.notes), ['ping'])
  const person1 = await bed.accounts.personByEmail(person.email)
  const holder = await bed.authorization.verifyAccessToken(tokenOf(app), bed.notes.href)
  assert.ok(!('refused' in holder))
  assert.equal(holder.person, person1?.id)
  assert.deepEqual([...holder.scopes], ['mcp'])
  assert.ok(app.kept?.refresh_token)
})

test('a token for one connector is refused by another, after its hour, and when it was changed', async () => {
  await using bed = await authorizationBed()
  const { app } = await connected(bed, bed.notes)
  const token = tokenOf(app)
  const verify = bed.authorization.verifyAccessToken
  assert.deepEqual(await verify(token, bed.files.href), { refused: 'wrong-audience' })
  assert.deepEqual(await verify(token, `${bed.notes.href}/`), { refused: 'wrong-audience' })
  assert.deepEqual(await verify(`${token.slice(0, -3)}AAA`, bed.notes.href), { refused: 'invalid' })
  assert.deepEqual(await verify('', bed.notes.href), { refused: 'invalid' })
  const [, payload = ''] = token.split('.')
  const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`
  assert.deepEqual(await verify(unsigned, bed.notes.href), { refused: 'invalid' })
  bed.clock.advance(3601_000)
  assert.deepEqual(await verify(token, bed.notes.href), { refused: 'expired' })
})

test('the consent page names app, answer address, connector and scopes, and cannot be framed', async () => {
  await using bed = await authorizationBed()
  await bed.accounts.signUp(person)
  const app = new McpApp()
  const browser = formBrowser(bed.url)
  const signIn = await browser.open(await app.start(bed.notes))
  assert.equal(signIn.url.pathname, '/sign-in')
  const page = await browser.send(signIn, '/sign-in', { email: person.email, password: person.password })
  for (const part of [
    'Bed app',
    '127.0.0.1:53682',
    'Notes',
    bed.notes.href,
    'call them in your name',
    'not checked',
  ]) {
    assert.ok(page.text.includes(part), part)
  }
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.match(policy, /frame-ancestors 'none'/)
  assert.match(policy, /form-action 'self' http:\/\/127\.0\.0\.1:53682/)
  const german = await browser.open(`/de${page.url.pathname}`)
  assert.match(german.text, /Zugriff erlauben/)
  const denied = await browser.send(german, page.url.pathname, { answer: 'deny' })
  assert.equal(denied.url.searchParams.get('error'), 'access_denied')
  assert.equal(denied.url.searchParams.get('iss'), bed.authorization.issuer)
  const again = await browser.open(page.url)
  assert.equal(again.status, 404)
})

test('consent needs our form and this browser: no token, no cookie, no access', async () => {
  await using bed = await authorizationBed()
  await bed.accounts.signUp(person)
  const app = new McpApp()
  const browser = formBrowser(bed.url)
  const signIn = await browser.open(await app.start(bed.notes))
  const page = await browser.send(signIn, '/sign-in', { email: person.email, password: person.password })
  const forged = await browser.send(page, page.url.pathname, { answer: 'allow', _token: 'forged' })
  assert.equal(forged.status, 403)
  const other = formBrowser(bed.url)
  const otherSignIn = await other.open(page.url)
  const elsewhere = await other.send(otherSignIn, '/sign-in', {
    email: person.email,
    password: person.password,
  })
  assert.equal(elsewhere.status, 404)
  assert.match(elsewhere.text, /belongs to another browser/)
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
  bed.clock.advance(5_001)
  for (const token of [first.access_token, second.answer['access_token'] ?? '']) {
    assert.deepEqual(await bed.authorization.verifyAccessToken(token, bed.notes.href), { refused: 'invalid' })
  }
  const { rows } = await bed.database.pool.query(
    "select actor from audit where action = 'authorization.revoke'",
  )
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
  bed.clock.advance(5_001)
  const after = await bed.authorization.verifyAccessToken(good.answer['access_token'] ?? '', bed.notes.href)
  assert.deepEqual(after, { refused: 'invalid' }, 'a replayed code ends what the first one brought')
})

test('a foreign redirect URI is shown to the person and nothing is sent there', async () => {
  await using bed = await authorizationBed()
  await bed.accounts.signUp(person)
  const app = new McpApp()
  const start = await app.start(bed.notes)
  start.searchParams.set('redirect_uri', 'https://evil.example/callback')
  const page = await formBrowser(bed.url).open(start)
  assert.equal(page.url.origin, bed.url.origin)
  assert.equal(page.status, 400)
  assert.match(page.text, /did not register/)
})

for (const [change, error] of [
  [(url: URL) => url.searchParams.delete('code_challenge'), 'invalid_request'],
  [(url: URL) => url.searchParams.set('code_challenge_method', 'plain'), 'invalid_request'],
  [(url: URL) => url.searchParams.delete('resource'), 'invalid_target'],
  [(url: URL) => url.searchParams.set('resource', 'https://elsewhere.example/mcp'), 'invalid_target'],
  [(url: URL) => url.searchParams.append('resource', `${url.origin}/c/files/mcp`), 'invalid_target'],
  [(url: URL) => url.searchParams.set('response_type', 'token'), 'unsupported_response_type'],
  [(url: URL) => url.searchParams.set('prompt', 'none'), 'login_required'],
] as const) {
  test(`a request changed by ${String(change).slice(14)} goes back with ${error}`, async () => {
    await using bed = await authorizationBed()
    const app = new McpApp()
    const start = await app.start(bed.notes)
    change(start)
    const { url } = await formBrowser(bed.url).open(start)
    assert.equal(url.origin, 'http://127.0.0.1:53682')
    // What would bring a token to the browser is answered in the fragment, as OAuth has it.
    const answer = url.hash === '' ? url.searchParams : new URLSearchParams(url.hash.slice(1))
    assert.equal(answer.get('error'), error)
    assert.equal(answer.get('state'), 'state-of-the-app')
  })
}

test('a request without scope, or with words that we do not know, means the default scope', async () => {
  await using bed = await authorizationBed()
  await bed.accounts.signUp(person)
  const browser = formBrowser(bed.url)
  for (const scope of [undefined, 'files:read admin']) {
    const app = new McpApp()
    const start = await app.start(bed.notes)
    if (scope === undefined) start.searchParams.delete('scope')
    else start.searchParams.set('scope', scope)
    await app.finish(bed.notes, await consent(browser, start))
    const holder = await bed.authorization.verifyAccessToken(tokenOf(app), bed.notes.href)
    assert.ok(!('refused' in holder))
    assert.deepEqual([...holder.scopes], ['mcp'])
  }
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
  bed.clock.advance(5_001)
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
  await bed.authorization.revokeGrant(viewer, grant)
  bed.clock.advance(5_001)
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
