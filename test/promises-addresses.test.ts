import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inTransaction } from '../directory/src/kernel/index.ts'
import { send, type Answer, type Sent } from './browser-person.ts'
import { factsOf, listConnector, signedIn } from './listed-connector.ts'
import { signUp, startProduct, type Product } from './product.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer } from './tool-server.ts'

const resources = new AsyncDisposableStack()
let product: Product
let cookie: string
let registryName: string

before(async () => {
  product = resources.use(await startProduct())
  const site = resources.use(await startPublisherSite())
  const server = resources.use(await toolServer())
  const publisher = await signUp(product, 'Paula')
  const reviewer = await signUp(product, 'Rita', ['reviewer'])
  const { slug } = await listConnector(product, { publisher, reviewer }, factsOf(server.url, site.url))
  assert.equal(slug, 'example')
  const browser = await signedIn(product, publisher)
  await product.app.connections.begin(publisher, slug)
  // Pages without the header have no token, and with the cookie the token is the same each time.
  cookie = browser.cookieHeader()
  const { servers } = JSON.parse((await send(new URL('/v0.1/servers', product.url))).text)
  registryName = servers[0].server.name
})

after(() => resources.disposeAsync())

/** What a proxy, or somebody who plays one, says about the address. */
const lies: readonly Readonly<Record<string, string>>[] = [
  { host: 'evil.example' },
  { host: 'evil.example:443', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-port': '443', 'x-forwarded-prefix': '/evil' },
  { 'x-forwarded-proto': 'https', 'x-forwarded-ssl': 'on', 'x-forwarded-scheme': 'https' },
  { forwarded: 'for=1.2.3.4;host=evil.example;proto=https' },
  { 'x-original-url': '/evil', 'x-rewrite-url': '/evil', 'x-forwarded-for': '10.0.0.1' },
]

const authorize = `/oauth/authorize?${new URLSearchParams({
  client_id: 'nobody',
  redirect_uri: 'http://127.0.0.1:9/',
  response_type: 'code',
}).toString()}`

/** Everything that names an address: pages with links, redirects, metadata, documents. */
const places = (): readonly {
  path: string
  method?: string
  signedIn?: boolean
  body?: string
  status?: number
}[] => [
  { path: '/' },
  { path: '/de/connectors' },
  { path: '/connectors/example', signedIn: true },
  { path: '/connectors/example/badge.svg' },
  { path: '/dashboard/example', signedIn: true },
  { path: '/connections', signedIn: true },
  { path: '/account', signedIn: true },
  { path: '/account', status: 303 },
  { path: '/account/access', signedIn: true },
  { path: '/submit', signedIn: true, status: 302 },
  { path: '/resources' },
  { path: '/connections/callback?state=forged&code=x', signedIn: true, status: 422 },
  { path: '/nowhere', status: 404 },
  { path: '/openapi.json' },
  { path: '/v0.1/servers' },
  { path: `/v0.1/servers/${encodeURIComponent(registryName)}/versions/latest` },
  { path: '/api/v1/connectors' },
  { path: '/api/v1/connectors/example' },
  { path: '/oauth-client/connectory.json', status: 404 },
  { path: '/oauth-client/connectory-signed.json', status: 404 },
  { path: '/.well-known/oauth-protected-resource/c/example/mcp' },
  { path: '/.well-known/oauth-authorization-server/oauth' },
  { path: '/.well-known/openid-configuration/oauth' },
  { path: '/oauth/.well-known/openid-configuration' },
  { path: '/oauth/.well-known/oauth-authorization-server' },
  { path: '/oauth/jwks' },
  { path: authorize, status: 400 },
  { path: '/c/example/mcp', method: 'POST', body: '{}', status: 401 },
  { path: '/sign-in', method: 'POST', body: '', status: 403 },
]

test('what a request claims about our address changes nothing in any answer', async (t) => {
  for (const { path, method = 'GET', signedIn: withCookie = false, body, status = 200 } of places()) {
    await t.test(`${method} ${path.split('?')[0]}${withCookie ? ', signed in' : ''}`, async () => {
      const ask = async (headers: Readonly<Record<string, string>>) =>
        comparable(
          await send(new URL(path, product.url), {
            method,
            headers: { ...(withCookie && { cookie }), ...headers },
            ...(body !== undefined && { body }),
          }),
        )
      const honest = await ask({})
      assert.equal(honest.status, status, honest.text)
      for (const lie of lies) {
        const answer = await ask(lie)
        assert.deepEqual(answer, honest, JSON.stringify(lie))
      }
      assert.ok(!JSON.stringify(honest).includes('evil'))
    })
  }
})

test('behind our own name on https, the same lies change no cookie', async () => {
  await using secure = await startProduct({
    env: { PUBLIC_URL: 'https://directory.example', ALLOW_LOOPBACK: 'no' },
    work: false,
  })
  const at = new URL(`http://127.0.0.1:${secure.app.config.port}/sign-up`)
  for (const lie of [{}, ...lies, { 'x-forwarded-proto': 'http' }]) {
    const { cookies, headers } = await send(at, { headers: lie })
    assert.ok(cookies.length > 0)
    for (const line of cookies) assert.match(line, /^__Host-.*; Path=\/.*; Secure/i, JSON.stringify(lie))
    assert.match(headers['strict-transport-security'] ?? '', /max-age/)
  }
  const documents = {
    '/.well-known/oauth-authorization-server/oauth': ['issuer', 'https://directory.example/oauth'],
    '/oauth-client/connectory.json': ['client_id', 'https://directory.example/oauth-client/connectory.json'],
  } as const
  for (const [path, [name, value]] of Object.entries(documents)) {
    const { text } = await send(new URL(path, at), { headers: { host: 'evil.example' } })
    assert.equal(JSON.parse(text)[name], value)
  }
})

test('a badge is for every page and cache: no cookie, an ETag, the language that is asked for', async () => {
  const badge = (query: string, sent: Sent = {}) =>
    send(new URL(`/connectors/example/badge.svg${query}`, product.url), sent)
  const { status, headers, text } = await badge('?kind=listed&lang=de')
  assert.deepEqual(
    [status, headers['content-type'], headers['set-cookie']],
    [200, 'image/svg+xml', undefined],
  )
  assert.match(text, /<title>Connectory: gelistet<\/title>/)
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin')
  assert.match(String(headers['cache-control']), /^public/)
  const again = await badge('?kind=listed&lang=de', { headers: { 'if-none-match': String(headers.etag) } })
  assert.equal(again.status, 304)
  assert.match((await badge('')).text, /<title>Connectory: listed</)
  assert.match((await badge('?kind=policy&lang=es')).text, /cumplida el/)
  assert.deepEqual([(await badge('?kind=stars')).status, (await badge('?lang=fr')).status], [422, 422])
})

test('the dashboard and My submissions say the same of a listing that is stopped, in quarantine or blocked', async () => {
  const { app } = product
  const listing = (await app.catalogue.bySlug('example'))?.id
  assert.ok(listing)
  const say = async (word: string) => {
    for (const path of ['/dashboard', '/dashboard/example', '/submissions']) {
      const { text } = await send(new URL(path, product.url), { headers: { cookie } })
      const pills = [...text.matchAll(/class="pill [^"]*">([^<]*)</g)].map(([, pill]) => pill)
      assert.deepEqual(pills, [word], path)
    }
  }
  const actor = { kind: 'system', name: 'test' } as const
  const restrict = (restriction: 'hidden' | 'delisted' | null) =>
    inTransaction(app.db, (trx) =>
      app.catalogue.restrict(trx, { listing, restriction, actor, reason: 'test' }),
    )
  await say('Published')
  const operator = await signUp(product, 'Olga', ['operator'])
  const hold = await app.holds.stop(operator, {
    kind: 'server',
    slug: 'example',
    tool: null,
    reason: 'Down.',
  })
  await say('Stopped')
  await restrict('hidden')
  await say('In quarantine')
  await restrict('delisted')
  await say('Blocked')
  await restrict(null)
  await app.holds.release(operator, hold.id, 'Up again.')
  await say('Published')
})

test('a publisher sees how an own connector is doing, and its badges say at once when it is hidden', async () => {
  const { app } = product
  const visit = (path: string) => send(new URL(path, product.url), { headers: { cookie } })
  assert.match((await visit('/dashboard')).text, /href="\/dashboard\/example"[^>]*>Example</)
  const { status, text } = await visit('/dashboard/example')
  assert.equal(status, 200)
  // The publisher's own connection is not counted.
  assert.match(text, /People connected<\/dt><dd><span class="muted">fewer than 5/)
  assert.match(text, /Newest report[\s\S]*What to do/)
  assert.ok(text.includes(`[![Example](${product.url.origin}/connectors/example/badge.svg?kind=listed)]`))
  const compared = await visit('/de/dashboard/example/versions')
  assert.match(compared.text, /Von Version 1 zu Version 1/)
  assert.equal((await visit('/dashboard/example/versions?from=9')).status, 422)
  const listing = (await app.catalogue.bySlug('example'))?.id
  assert.ok(listing)
  const actor = { kind: 'system', name: 'test' } as const
  await inTransaction(app.db, (trx) =>
    app.catalogue.setStanding(trx, { listing, state: 'hidden', actor, reason: 'test' }),
  )
  for (const kind of ['listed', 'health', 'policy']) {
    const badge = await send(new URL(`/connectors/example/badge.svg?kind=${kind}`, product.url))
    assert.match(badge.text, /: hidden<\/title>/)
  }
})

/** An answer without what differs from one request to the next. */
function comparable({ status, headers, cookies, text }: Answer) {
  const { date: _date, 'x-request-id': _id, 'set-cookie': _cookies, ...rest } = headers
  const steady = (value: string) =>
    value
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
      .replaceAll(/(name="_token" value=")[^"]+/g, '$1TOKEN')
  return {
    status,
    headers: rest,
    text: steady(text),
    cookies: cookies.map((line) => line.replace(/=[^;]*/, '=VALUE')),
  }
}
