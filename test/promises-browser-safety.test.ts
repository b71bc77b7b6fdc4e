import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { generate } from 'selfsigned'
import type { SubmissionId } from '../directory/src/kernel/index.ts'
import { BrowserPerson, type Posted } from './browser-person.ts'
import { factsOf, formOf, signedIn } from './listed-connector.ts'
import { checked, signUp, startProduct, type Product } from './product.ts'
import { routedPaths } from './routed-paths.ts'
import { rowCounts } from './row-counts.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer } from './tool-server.ts'

const resources = new AsyncDisposableStack()
let product: Product
let ca: string
let browser: BrowserPerson
let reviewer: BrowserPerson
let submission: SubmissionId

before(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'connectory-tls-'))
  resources.defer(() => rmSync(folder, { recursive: true, force: true }))
  const { cert, private: key } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  })
  ca = cert
  writeFileSync(join(folder, 'cert.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 })
  product = resources.use(
    await startProduct({ env: { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') } }),
  )
  const site = resources.use(await startPublisherSite())
  const server = resources.use(await toolServer())
  const publisher = await signUp(product, 'Paula')
  browser = await signedIn(product, publisher, ca)
  reviewer = await signedIn(product, await signUp(product, 'Rita', ['reviewer']), ca)
  const facts = factsOf(server.url, site.url)
  const { id } = await product.app.submissions.submit(publisher, facts, { publishOnApproval: true })
  await checked(product, publisher, id)
  submission = id
})

after(() => resources.disposeAsync())

/** Every page of the product that one can open, as whoever may see it. */
function pages(): readonly string[] {
  return routedPaths(product)
    .map((path) =>
      path
        .replace('/submissions/:id', `/submissions/${submission}`)
        .replace('/review/:id', `/review/${submission}`)
        .replace(/:\w+/g, 'none'),
    )
    .filter((path) => !path.startsWith('/healthz') && !path.startsWith('/readyz'))
    .filter((path) => !path.startsWith('/.well-known/'))
}

test('every page and asset carries the policy, also where it answers with an error', async () => {
  const seen = new Set(pages())
  assert.ok(seen.size > 30)
  const assets = [...(await browser.get('/')).text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)]
  for (const [, address = ''] of assets) seen.add(address)
  assert.ok([...seen].filter((path) => path.startsWith('/assets/')).length > 3)
  for (const path of [...seen, '/de/connectors', '/es/sign-in', '/nowhere']) {
    for (const visitor of [browser, reviewer, new BrowserPerson(product.url, ca)]) {
      const { headers, status } = await visitor.get(path)
      assert.ok(status < 500, `${path} ${status}`)
      const policy = String(headers['content-security-policy'])
      for (const rule of [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        assert.ok(policy.split('; ').includes(rule), `${path}: ${policy}`)
      }
      assert.doesNotMatch(policy, /unsafe|\*/)
      assert.equal(headers['x-content-type-options'], 'nosniff', path)
      assert.equal(headers['x-frame-options'], 'DENY', path)
      assert.match(headers['strict-transport-security'] ?? '', /max-age=\d{7}/, path)
    }
  }
})

test('no page has a script, a style or a handler in it', async () => {
  for (const path of pages()) {
    const { text, headers } = await reviewer.get(path)
    if (!String(headers['content-type']).includes('html')) continue
    assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)[^>]*>/, path)
    assert.doesNotMatch(text, /<style[\s>]|\sstyle="|\son[a-z]+="|href="javascript:/i, path)
  }
})

test('the authorization server cannot be framed either, and its pages are ours', async () => {
  const query = new URLSearchParams({
    client_id: 'none',
    response_type: 'code',
    redirect_uri: 'http://localhost/',
  })
  for (const path of [`/oauth/authorize?${query.toString()}`, '/oauth/jwks', '/oauth/nowhere']) {
    const { headers, status } = await browser.get(path)
    assert.ok(status < 500, path)
    assert.equal(headers['x-frame-options'], 'DENY', path)
    assert.equal(headers['x-content-type-options'], 'nosniff', path)
  }
})

test('on https every cookie is __Host-, Secure, HttpOnly and SameSite=Lax', async () => {
  const fresh = new BrowserPerson(product.url, ca)
  const email = 'fresh@people.example'
  const answers = [
    await fresh.get('/sign-up'),
    await fresh.post('/sign-up', { name: 'Fresh', email, password: 'another correct horse' }),
    await fresh.get('/account'),
    await fresh.post('/sign-out', {}, { from: '/account' }),
    await fresh.get('/'),
  ]
  const lines = answers.flatMap(({ cookies }) => cookies)
  assert.ok(new Set(lines.map((line) => line.split('=')[0])).size >= 3, lines.join('\n'))
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split('; ')
    assert.match(pair, /^__Host-connectory[\w.-]*=/, line)
    const given = attributes.map((attribute) => attribute.toLowerCase())
    // A line that takes a cookie away has nothing in it to protect.
    const protection = given.includes('max-age=0') ? [] : ['httponly', 'samesite=lax']
    for (const wanted of ['path=/', 'secure', ...protection]) {
      assert.ok(given.includes(wanted), line)
    }
    assert.ok(!given.some((attribute) => attribute.startsWith('domain=')), line)
  }
})

test('over plain http on loopback cookies have another name and no Secure, and are otherwise as closed', async () => {
  await using plain = await startProduct({ work: false })
  const fresh = new BrowserPerson(plain.url)
  const { cookies } = await fresh.get('/sign-up')
  for (const line of cookies) {
    assert.doesNotMatch(line, /^__Host-|; Secure/i)
    assert.match(line, /HttpOnly/i)
    assert.match(line, /SameSite=Lax/i)
  }
})

test('signing in changes the session, and the old one is worth nothing', async () => {
  const fresh = new BrowserPerson(product.url, ca)
  const fields = { email: 'paula@people.example', password: 'correct horse battery staple' }
  await fresh.post('/sign-in', fields)
  const before = new Map(fresh.jar)
  await fresh.post('/sign-out', {}, { from: '/account' })
  const stolen = new BrowserPerson(product.url, ca)
  for (const [name, value] of before) stolen.jar.set(name, value)
  const { status, text } = await stolen.get('/submissions')
  assert.ok(status === 303 || status === 401, String(status))
  assert.ok(!text.includes('Paula'))
})

test('a form that our own page did not send in this browser writes nothing', async (t) => {
  const others = await new BrowserPerson(product.url, ca).formToken('/sign-in')
  const forgeries: Readonly<Record<string, Posted>> = {
    'no token': { token: '' },
    'a token of nowhere': { token: 'x'.repeat(43) },
    'the token of another browser': { token: others },
    'a foreign origin': { headers: { origin: 'https://evil.example' } },
    'no origin at all, said as null': { headers: { origin: 'null' } },
    'the same host on plain http': { headers: { origin: product.url.origin.replace('https', 'http') } },
    'a page of another site': { headers: { 'sec-fetch-site': 'cross-site' } },
    'a page of a sister domain': { headers: { 'sec-fetch-site': 'same-site' } },
    'a body that is not a form': { headers: { 'content-type': 'text/plain' } },
  }
  for (const [what, posted] of Object.entries(forgeries)) {
    await t.test(what, async () => {
      const counts = await rowCounts(product)
      for (const { path, visitor, fields } of forms()) {
        const answer = await visitor.post(path, fields, { from: '/account', ...posted })
        assert.equal(answer.status, 403, `${path}: ${answer.text.slice(0, 300)}`)
      }
      assert.deepEqual(await rowCounts(product), counts)
      const { submission: unchanged } = await product.app.submissions.view(
        await viewerOf(reviewer),
        submission,
      )
      assert.equal(unchanged.state.status, 'in-review')
      assert.equal((await browser.get('/submissions')).status, 200, 'is signed out')
    })
  }
})

/** The writes of the product, with fields that would do something. */
function forms() {
  const rows: readonly [BrowserPerson, string, Readonly<Record<string, string | readonly string[]>>][] = [
    [browser, '/submissions/new', formOf(factsOf('https://mcp.example.com/mcp', 'https://example.com'))],
    [browser, `/submissions/${submission}/withdraw`, { seen: '2' }],
    [browser, `/submissions/${submission}/check`, { seen: '2' }],
    [reviewer, `/review/${submission}/decisions`, { seen: '2', decision: 'approve', lookedAt: ['call'] }],
    [browser, '/connect/example', {}],
    [browser, '/account/password', { current: 'correct horse battery staple', next: 'a new long password' }],
    [browser, '/account/access/token', { endpoint: `${product.url.origin}/c/example/mcp`, hours: '1' }],
    [browser, '/account/sessions/end-others', {}],
    [browser, '/sign-out', {}],
    [browser, '/de/sign-out', {}],
    [browser, '/sign-in', { email: 'rita@people.example', password: 'correct horse battery staple' }],
    [browser, '/sign-up', { name: 'X', email: 'x@people.example', password: 'a good long password' }],
  ]
  return rows.map(([visitor, path, fields]) => ({ visitor, path, fields }))
}

async function viewerOf(person: BrowserPerson) {
  const viewer = await product.app.accounts.viewerOf({
    headers: new Headers({ cookie: person.cookieHeader() }),
  })
  assert.ok(viewer)
  return viewer
}
