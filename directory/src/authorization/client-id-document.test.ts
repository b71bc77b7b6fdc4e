import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { generate } from 'selfsigned'
import { authorizationBed, type TlsIdentity } from '../../test/authorization-bed.ts'
import { person } from '../../test/consent-journey.ts'
import { formBrowser } from '../../test/form-browser.ts'
import { McpApp } from '../../test/mcp-app.ts'

async function makeIdentity(): Promise<TlsIdentity> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { key, cert }
}

/** The maker of an app, who publishes who the app is at an address of theirs. */
async function publish(tls: TlsIdentity, document: (url: string) => unknown) {
  const server = createServer(tls, (_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(document(url)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `https://localhost:${(server.address() as AddressInfo).port}/apps/bed.json`
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function documentOf(url: string) {
  return {
    client_id: url,
    client_name: 'Published app',
    redirect_uris: ['http://127.0.0.1:53682/callback'],
    token_endpoint_auth_method: 'none',
    scope: 'mcp:tools',
    grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
    logo_uri: 'http://localhost/logo.png',
  }
}

async function open(document: (url: string) => unknown) {
  const tls = await makeIdentity()
  const published = await publish(tls, document)
  const safe = createSafeFetch({ allowLoopback: true, trustedCertificates: [tls.cert] })
  const bed = await authorizationBed({ tls, fetch: safe.asFetch })
  await bed.accounts.signUp(person)
  return {
    bed,
    fetch: safe.asFetch,
    clientMetadataUrl: published.url,
    async [Symbol.asyncDispose]() {
      await safe.close()
      await bed[Symbol.asyncDispose]()
      await published[Symbol.asyncDispose]()
    },
  }
}

test('on https an app that is named by its own address needs no registration', async () => {
  await using it = await open(documentOf)
  const { bed } = it
  const app = new McpApp(it)
  const start = await app.start(bed.notes)
  assert.equal(start.searchParams.get('client_id'), it.clientMetadataUrl)
  const browser = formBrowser(bed.url, it.fetch)
  const signIn = await browser.open(start)
  const page = await browser.send(signIn, '/sign-in', { email: person.email, password: person.password })
  assert.match(page.text, /Published app/)
  assert.match(page.text, /named by its own address/)
  assert.ok(page.text.includes(new URL(it.clientMetadataUrl).host))
  const { url } = await browser.send(page, page.url.pathname, { answer: 'allow' })
  await app.finish(bed.notes, url)
  assert.deepEqual(await app.tools(bed.notes), ['ping'])
  for (const { name } of browser.cookies()) assert.match(name, /^__(Host|Secure)-/)
})

test('nobody makes this instance ask for more than thirty documents a minute', async () => {
  let asked = 0
  await using it = await open((url) => {
    asked += 1
    return documentOf(url)
  })
  const start = await new McpApp(it).start(it.bed.notes)
  for (let document = 0; document < 31; document += 1) {
    start.searchParams.set('client_id', `${it.clientMetadataUrl}?${document}`)
    const answer = await it.fetch(start, { redirect: 'manual' })
    await answer.body?.cancel()
  }
  assert.equal(asked, 30)
})

for (const [what, document] of [
  ['names another client_id', (url: string) => ({ ...documentOf(url), client_id: `${url}?other` })],
  ['holds a client secret', (url: string) => ({ ...documentOf(url), client_secret: 'not secret at all' })],
  [
    'has no redirect URI for the answer',
    (url: string) => ({ ...documentOf(url), redirect_uris: ['https://a.example/'] }),
  ],
  ['is no object', () => 'hello'],
] as const) {
  test(`a document that ${what} lets nobody in, and the person reads why`, async () => {
    await using it = await open(document)
    const app = new McpApp(it)
    const page = await formBrowser(it.bed.url, it.fetch).open(await app.start(it.bed.notes))
    assert.equal(page.url.origin, it.bed.url.origin)
    assert.equal(page.url.pathname, '/authorize/refused')
    assert.match(page.text, /We do not know this app|did not register/)
  })
}
