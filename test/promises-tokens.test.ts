import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { manualClock, type ManualClock, type Viewer } from '../directory/src/kernel/index.ts'
import { forgedTokens, grantOf } from '../directory/test/forged-tokens.ts'
import { BrowserPerson, send } from './browser-person.ts'
import { factsOf, listConnector, signedIn } from './listed-connector.ts'
import { callTool } from './mcp-call.ts'
import { signUp, startProduct, type Product } from './product.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer } from './tool-server.ts'

const resources = new AsyncDisposableStack()
let product: Product
let clock: ManualClock
let user: Viewer
let browser: BrowserPerson
let endpoint: URL
let other: URL
let token: string
let received: readonly unknown[]

before(async () => {
  clock = manualClock(new Date())
  product = resources.use(await startProduct({ clock }))
  const { app } = product
  const site = resources.use(await startPublisherSite())
  const one = resources.use(await toolServer())
  const two = resources.use(await toolServer())
  received = one.received
  const people = {
    publisher: await signUp(product, 'Paula'),
    reviewer: await signUp(product, 'Rita', ['reviewer']),
  }
  user = await signUp(product, 'Uwe')
  const slugs: string[] = []
  for (const [name, { url }] of Object.entries({ One: one, Two: two })) {
    const { slug } = await listConnector(product, people, factsOf(url, site.url, { name }))
    assert.equal((await app.connections.begin(user, slug)).kind, 'connected')
    slugs.push(slug)
  }
  endpoint = app.gateway.endpoint(slugs[0] ?? '')
  other = app.gateway.endpoint(slugs[1] ?? '')
  token = await tokenFor(endpoint)
  browser = await signedIn(product, user)
})

after(() => resources.disposeAsync())

async function tokenFor(resource: URL): Promise<string> {
  const issued = await product.app.authorization.issueToken({
    viewer: user,
    endpoint: resource.href,
    hours: 1,
  })
  return issued.token
}

test('a good token calls the tool', async () => {
  const { message, status } = await callTool(endpoint, token)
  assert.equal(status, 200)
  assert.equal(message.result?.content[0]?.text, 'example')
})

test('a token for everything calls the tools of all connectors at their one address, and at none of their own', async () => {
  const { app } = product
  const everything = app.gateway.mergedEndpoint
  const all = await tokenFor(everything)
  for (const one of [endpoint, other]) {
    const [, , slug] = one.pathname.split('/')
    const { message } = await callTool(everything, all, {}, `${slug}__read_example`)
    assert.equal(message.result?.content[0]?.text, 'example')
    assert.equal((await callTool(one, all)).status, 401)
    assert.equal((await callTool(everything, await tokenFor(one))).status, 401)
  }
  const page = await browser.get('/connections')
  assert.ok(page.text.includes(`claude mcp add --transport http connectory ${everything.href}`))
  const metadata = await send(new URL('/.well-known/oauth-protected-resource/mcp', product.url))
  assert.equal(JSON.parse(metadata.text).resource, everything.href)
})

test('any other token is refused with the way to a good one, and nothing reaches the server', async (t) => {
  const tokens = {
    'a token for another connector': await tokenFor(other),
    ...(await forgedTokens(token)),
  }
  const before = received.length
  for (const [what, bad] of Object.entries(tokens)) {
    await t.test(what, async () => {
      const { status, headers, message } = await callTool(endpoint, bad)
      assert.equal(status, 401)
      const challenge = headers['www-authenticate'] ?? ''
      assert.match(challenge, /^Bearer resource_metadata="http:\/\/127\.0\.0\.1:\d+\/\.well-known\//)
      assert.match(challenge, /error="invalid_token"/)
      assert.ok((!challenge.includes(bad) && !JSON.stringify(message).includes(bad)) || bad === 'garbage')
      assert.match(message.error?.message ?? '', /The access token is not accepted here/)
    })
  }
  assert.equal(received.length, before)
})

test('the challenge leads to our authorization server', async () => {
  const { headers, status } = await callTool(endpoint, undefined)
  assert.equal(status, 401)
  const address = /resource_metadata="([^"]+)"/.exec(headers['www-authenticate'] ?? '')?.[1] ?? ''
  assert.doesNotMatch(headers['www-authenticate'] ?? '', /error=/)
  const metadata = (await (await fetch(address)).json()) as Record<string, unknown>
  assert.equal(metadata['resource'], endpoint.href)
  assert.deepEqual(metadata['authorization_servers'], [product.app.authorization.issuer])
})

test('a token in the query string or in the body is not looked at', async () => {
  const inQuery = new URL(endpoint)
  inQuery.searchParams.set('access_token', token)
  assert.equal((await callTool(inQuery, undefined)).status, 401)
  const inBody = await send(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `access_token=${token}`,
  })
  assert.equal(inBody.status, 401)
})

test('a token in other clothes is not a token', async () => {
  for (const authorization of [`Basic ${token}`, `DPoP ${token}`, token, `Bearer  ${token} ${token}`]) {
    const { status } = await callTool(endpoint, undefined, { authorization })
    assert.equal(status, 401, authorization.slice(0, 10))
  }
})

test('cookies mean nothing at the gateway, the API and the registry', async () => {
  const cookie = browser.cookieHeader()
  assert.equal((await browser.get('/account')).status, 200)
  assert.equal((await callTool(endpoint, undefined, { cookie })).status, 401)
  for (const path of ['/api/v1/connectors', '/v0.1/servers', '/api/v1/connectors/one', '/openapi.json']) {
    const [without, withCookie] = await Promise.all([
      send(new URL(path, product.url)),
      send(new URL(path, product.url), { headers: { cookie } }),
    ])
    assert.equal(withCookie.text, without.text, path)
    if (path !== '/openapi.json') assert.deepEqual(withCookie.cookies, [], path)
  }
  for (const path of ['/api/v1/connectors', '/v0.1/servers', '/v0.1/publish', '/api/v1/submissions']) {
    const write = await send(new URL(path, product.url), { method: 'POST', headers: { cookie }, body: '{}' })
    assert.equal(write.status, 404, path)
    assert.deepEqual(write.cookies, [])
  }
})

test('another site’s pages may read the public API, and no page with somebody’s data', async () => {
  const origin = 'https://elsewhere.example'
  const allowed = async (path: string, method = 'GET') => {
    const { headers } = await send(new URL(path, product.url), { method, headers: { origin } })
    assert.equal(headers['access-control-allow-credentials'], undefined, path)
    return headers['access-control-allow-origin']
  }
  for (const path of [
    '/api/v1/connectors',
    '/api/v1/connectors/one',
    '/v0.1/servers',
    `/.well-known/oauth-protected-resource${endpoint.pathname}`,
  ]) {
    assert.equal(await allowed(path), '*', path)
  }
  for (const path of ['/', '/account', '/connectors/one', '/sign-in', '/submissions', '/connections']) {
    assert.equal(await allowed(path), undefined, path)
    assert.equal(await allowed(path, 'OPTIONS'), undefined, path)
  }
})

test('a page of another site cannot call the gateway, with or without a token; one on this machine can', async () => {
  const before = received.length
  for (const origin of [
    'https://evil.example',
    'null',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil',
  ]) {
    for (const sent of [token, undefined]) {
      const { status, message, headers } = await callTool(endpoint, sent, { origin })
      assert.equal(status, 403, origin)
      assert.match(message.error?.message ?? '', /Pages of this origin may not call the gateway/)
      assert.equal(headers['access-control-allow-origin'], undefined)
    }
    const preflight = await send(endpoint, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    assert.equal(preflight.status, 403, origin)
  }
  assert.equal(received.length, before)
  const origin = 'http://localhost:6274'
  const { status, headers } = await callTool(endpoint, token, { origin })
  assert.equal(status, 200)
  assert.equal(headers['access-control-allow-origin'], origin)
  assert.equal(headers['access-control-allow-credentials'], undefined)
})

test('a grant that its owner ended is refused at once', async () => {
  const { app } = product
  const doomed = await tokenFor(endpoint)
  assert.equal((await callTool(endpoint, doomed)).status, 200)
  const grant = grantOf(doomed)
  const ended = await browser.post('/account/access/end', { grant }, { from: '/account' })
  assert.equal(ended.status, 303)
  assert.equal((await callTool(endpoint, doomed)).status, 401)
  assert.equal((await callTool(endpoint, token)).status, 200)
  assert.ok(!(await app.authorization.grantsOf(user)).some(({ id }) => id === grant))
})

test('an expired token is refused, and the answer says so', async () => {
  clock.advance(3_700_000)
  const { status, headers } = await callTool(endpoint, token)
  assert.equal(status, 401)
  assert.match(headers['www-authenticate'] ?? '', /error="invalid_token".*expired/)
})
