import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorizationBed } from '../../test/authorization-bed.ts'
import { connected, consent, person, tokenOf } from '../../test/consent-journey.ts'
import { formBrowser } from '../../test/form-browser.ts'
import { McpApp } from '../../test/mcp-app.ts'

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
