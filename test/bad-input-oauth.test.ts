import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { formBrowser } from '../directory/test/form-browser.ts'
import { startOidcServer, type LoginServer } from '../directory/test/login-server.ts'
import { McpApp } from '../directory/test/mcp-app.ts'
import { signIn } from '../directory/test/visit.ts'
import type { Viewer } from '../directory/src/kernel/index.ts'
import { readable, send, type BrowserPerson } from './browser-person.ts'
import { factsOf, listConnector, signedIn } from './listed-connector.ts'
import { callTool } from './mcp-call.ts'
import { password, signUp, startProduct, type Product } from './product.ts'
import { rowCounts } from './row-counts.ts'
import { startPublisherSite } from './third-party-server.ts'

const resources = new AsyncDisposableStack()
let product: Product
let login: LoginServer
let user: Viewer
let browser: BrowserPerson
let other: BrowserPerson
let slug: string
let callback: string

before(async () => {
  product = resources.use(await startProduct())
  login = resources.use(await startOidcServer())
  const site = resources.use(await startPublisherSite())
  callback = `${product.url.origin}/connections/callback`
  const people = {
    signIn: (to: URL) => signIn(to, callback, 'allow'),
    publisher: await signUp(product, 'Paula'),
    reviewer: await signUp(product, 'Rita', ['reviewer']),
  }
  const facts = factsOf(login.mcpUrl, site.url, { name: 'Notes', auth: 'oauth' })
  slug = (await listConnector(product, people, facts)).slug
  user = await signUp(product, 'Uwe')
  browser = await signedIn(product, user)
  other = await signedIn(product, await signUp(product, 'Olga'))
})

after(() => resources.disposeAsync())

/** Begins to connect and lets the server agree. @returns the address that the server sends the browser back to */
async function returning(person: BrowserPerson, answer: 'allow' | 'deny' = 'allow'): Promise<URL> {
  const asked = await person.post(`/connect/${slug}`)
  assert.equal(asked.status, 200, readable(asked.text))
  return await signIn(
    new URL(/url=(.+)$/.exec(String(asked.headers['refresh']))?.[1] ?? ''),
    callback,
    answer,
  )
}

async function refused(person: BrowserPerson, address: URL, sentence: string): Promise<void> {
  const counts = await rowCounts(product)
  const answer = await person.get(address)
  const text = readable(answer.text)
  assert.equal(answer.status, 422, text)
  assert.ok(text.includes(sentence), text)
  assert.deepEqual(await rowCounts(product), counts)
}

test('an answer with a state that we did not give out is refused', async () => {
  const sentence = 'The answer that came back belongs to no sign-in that was started here.'
  for (const query of [
    'state=forged&code=x',
    'code=x',
    '',
    'state=&code=',
    'error=access_denied',
    'state=%27--',
  ]) {
    await refused(browser, new URL(`${callback}?${query}`), sentence)
  }
})

test('the answer to one person’s sign-in connects nobody else', async () => {
  const address = await returning(browser)
  await refused(other, address, 'This sign-in was started by somebody else.')
  assert.deepEqual(await product.app.connections.list(user), [])
})

test('an answer in the name of another issuer is refused, and its code is not redeemed', async () => {
  const address = await returning(browser)
  address.searchParams.set('iss', 'https://evil.example')
  const before = login.tokenRequests.length
  await refused(browser, address, 'The answer came from another server than the one that was asked')
  assert.equal(login.tokenRequests.length, before)
})

test('a forged code gives no connection', async () => {
  const address = await returning(browser)
  address.searchParams.set('code', 'forged')
  await refused(browser, address, 'The server let you sign in and then gave no token')
  assert.deepEqual(await product.app.connections.list(user), [])
})

test('somebody who says no is told that nothing was connected', async () => {
  const address = await returning(browser, 'deny')
  await refused(browser, address, 'You did not allow it at the server, so nothing was connected.')
})

test('an answer works once; the second time it is said to be used, and the first connection stays', async () => {
  const address = await returning(browser)
  assert.equal((await browser.get(address)).status, 303)
  const [connection] = await product.app.connections.list(user)
  assert.equal(connection?.state, 'connected')
  await refused(browser, address, 'This answer was used already.')
  assert.deepEqual(await product.app.connections.list(user), [connection])
})

test('our own authorization code works once, and using it again ends what it gave', async () => {
  const endpoint = product.app.gateway.endpoint(slug)
  const mcp = new McpApp()
  const consenting = formBrowser(product.url)
  let page = await consenting.open(await mcp.start(endpoint))
  page = await consenting.send(page, '/sign-in', { email: user.email, password })
  const { url } = await consenting.send(page, page.url.pathname, { answer: 'allow' })
  const redeem = async (change: Readonly<Record<string, string>> = {}) => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: mcp.redirectUrl,
      client_id: mcp.client?.client_id ?? '',
      code_verifier: mcp.codeVerifier(),
      resource: endpoint.href,
      ...change,
    })
    const { status, text } = await send(new URL('/oauth/token', product.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    })
    return { status, answer: JSON.parse(text) as Readonly<Record<string, string>> }
  }
  const wrong: readonly Readonly<Record<string, string>>[] = [
    { code_verifier: 'x'.repeat(43) },
    { redirect_uri: 'http://127.0.0.1:1/elsewhere' },
    { code: 'forged' },
  ]
  for (const change of wrong) {
    const { status, answer } = await redeem(change)
    assert.equal(status, 400, JSON.stringify(change))
    assert.equal(answer['error'], 'invalid_grant')
    assert.equal(answer['access_token'], undefined)
  }
  const first = await redeem()
  assert.equal(first.status, 200, JSON.stringify(first.answer))
  const token = first.answer['access_token'] ?? ''
  assert.ok((await callTool(endpoint, token, {}, 'list_notes')).message.result)
  const second = await redeem()
  assert.equal(second.status, 400)
  assert.equal(second.answer['error'], 'invalid_grant')
  const refresh = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: first.answer['refresh_token'] ?? '',
    client_id: mcp.client?.client_id ?? '',
  })
  const renewed = await send(new URL('/oauth/token', product.url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: refresh.toString(),
  })
  assert.equal(renewed.status, 400, 'a code that was used twice was stolen, so its tokens end')
})

test('what no database stores, and more than fits, is the client’s mistake at every door of the authorization server', async () => {
  const nul = 'a\u0000b'
  const long = 'x'.repeat(100_000)
  const post = (path: string, body: string, type = 'application/x-www-form-urlencoded') =>
    send(new URL(path, product.url), { method: 'POST', headers: { 'content-type': type }, body })
  const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString()
  const sent = [
    () => send(new URL('/oauth/authorize?client_id=%00&response_type=code&state=%00', product.url)),
    () => send(new URL(`/oauth/authorize?client_id=x&state=${'x'.repeat(8_000)}`, product.url)),
    () => send(new URL('/authorize/%00', product.url)),
    () => post('/oauth/token', form({ grant_type: 'authorization_code', code: nul, client_id: nul })),
    () => post('/oauth/token', form({ grant_type: 'refresh_token', refresh_token: long, client_id: 'x' })),
    () => post('/oauth/token', '{', 'application/json'),
    () => post('/oauth/revoke', form({ token: nul, client_id: nul })),
    () => post('/oauth/register', '{', 'application/json'),
    () => post('/oauth/register', JSON.stringify({ redirect_uris: [long] }), 'application/json'),
    () => post('/oauth/register', JSON.stringify({ redirect_uris: [nul] }), 'application/json'),
    () => post('/oauth/register', JSON.stringify({ redirect_uris: 'no list' }), 'application/json'),
    () =>
      post('/oauth/register', JSON.stringify({ redirect_uris: ['javascript:alert(1)'] }), 'application/json'),
  ]
  for (const [index, ask] of sent.entries()) {
    const { status, text } = await ask()
    assert.ok(status >= 300 && status < 500, `${index}: ${status} ${text.slice(0, 300)}`)
  }
  assert.doesNotMatch(product.logged(), /"level":(50|60)/)
})

test('an app with an odd name can be let in, and is listed', async () => {
  const registered = await send(new URL('/oauth/register', product.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: `a\u0000b\u202e<script>${'x'.repeat(300)}`,
      redirect_uris: ['http://127.0.0.1:53682/callback'],
      token_endpoint_auth_method: 'none',
    }),
  })
  assert.ok(registered.status === 201 || registered.status === 400, registered.text)
  if (registered.status === 400) return
  const endpoint = product.app.gateway.endpoint(slug)
  const mcp = new McpApp()
  mcp.client = JSON.parse(registered.text)
  const consenting = formBrowser(product.url)
  let page = await consenting.open(await mcp.start(endpoint))
  page = await consenting.send(page, '/sign-in', { email: user.email, password })
  assert.ok(!page.text.includes('<script>x'), 'a name is text')
  const { url } = await consenting.send(page, page.url.pathname, { answer: 'allow' })
  await mcp.finish(endpoint, url)
  assert.ok((await callTool(endpoint, mcp.kept?.access_token, {}, 'list_notes')).message.result)
  assert.equal((await consenting.open('/account/access')).status, 200)
})
