import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createRoutes } from '../directory/src/routes.ts'
import { schemaFault } from '../directory/test/accepts.ts'
import { testDatabase } from '../directory/test/database.ts'
import type { Viewer } from '../directory/src/kernel/index.ts'
import { send, type Answer } from './browser-person.ts'
import { guardedRequests } from './guarded-requests.ts'
import { factsOf, listConnector } from './listed-connector.ts'
import { signUp, startProduct, type Product } from './product.ts'
import { until } from './until.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer } from './tool-server.ts'

type Json = Readonly<Record<string, unknown>>

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: Json }>> }>
  >
}

interface Document extends Json {
  readonly openapi: string
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const snapshot = join(import.meta.dirname, '../docs/openapi.json')
const renew = 'RENEW_OPENAPI=1 npm test -- test/promises-openapi.test.ts'

const resources = new AsyncDisposableStack()
let product: Product
let document: Document
let registryName: string
let publisher: Viewer
let reviewer: Viewer
let operator: Viewer
let slug: string

before(async () => {
  product = resources.use(await startProduct())
  const site = resources.use(await startPublisherSite())
  const server = resources.use(await toolServer())
  publisher = await signUp(product, 'Paula')
  reviewer = await signUp(product, 'Rita', ['reviewer'])
  operator = await signUp(product, 'Olga', ['operator'])
  ;({ slug } = await listConnector(product, { publisher, reviewer }, factsOf(server.url, site.url)))
  registryName = (await product.app.catalogue.bySlug(slug))?.registryName ?? ''
  document = JSON.parse((await send(new URL('/openapi.json', product.url))).text)
})

after(() => resources.disposeAsync())

test('docs/openapi.json is what the product says', () => {
  assert.deepEqual(document.servers, [{ url: product.url.origin }])
  const said = { ...document, servers: [{ url: 'http://127.0.0.1:8080' }] }
  if (process.env['RENEW_OPENAPI'] === '1') writeFileSync(snapshot, `${JSON.stringify(said, null, 2)}\n`)
  assert.ok(existsSync(snapshot), `There is no docs/openapi.json. Write it: ${renew}`)
  assert.deepEqual(
    said,
    JSON.parse(readFileSync(snapshot, 'utf8')),
    `The API has changed. Is the change meant, and can the programs of others bear it? Then renew: ${renew}`,
  )
})

/** Good and bad requests for each path of the document; a new path needs a row. */
const requests = (): Readonly<Record<string, readonly string[]>> => ({
  '/api/v1/connectors': [
    '',
    '?q=example',
    '?q=read_example&page=2',
    '?page=-1',
    '?category=data',
    '?category=none',
  ],
  '/api/v1/connectors/{slug}': ['example', 'no-such-connector'],
  '/api/v1/changes/{slug}': ['example', 'no-such-connector'],
  '/api/v1/health/{slug}': ['example', 'no-such-connector'],
  '/api/v1/statistics': [''],
  '/api/v1/egress': ['', '?anything=else'],
  '/v0.1/servers': [
    '',
    '?limit=1',
    '?search=example',
    '?limit=1000',
    '?cursor=nonsense',
    '?updated_since=never',
  ],
  '/v0.1/servers/{serverName}/versions': [encodeURIComponent(registryName), 'com.example%2Fnothing'],
  '/v0.1/servers/{serverName}/versions/{version}': [
    `${encodeURIComponent(registryName)}/latest`,
    `${encodeURIComponent(registryName)}/9.9.9`,
  ],
})

/** Paths that have no wrong request. */
const alwaysRight = ['/api/v1/egress', '/api/v1/statistics']

function addressOf(path: string, change: string): URL {
  const [name = '', version = ''] = change.split('/')
  if (!path.includes('{')) return new URL(path + change, product.url)
  return new URL(
    path.replace('{slug}', name).replace('{serverName}', name).replace('{version}', version),
    product.url,
  )
}

test('every path answers as its schema says, also when the request is wrong', async (t) => {
  assert.equal(document.openapi, '3.1.0')
  const sent = await guardedRequests(product, { publisher, reviewer, operator, slug })
  const rows = [...Object.keys(requests()), ...Object.keys(sent)]
  assert.deepEqual(Object.keys(document.paths).toSorted(), rows.toSorted())
  for (const [path, { rows: all, answers }] of Object.entries(sent)) {
    await t.test(path, async () => {
      const seen = new Set<number>()
      for (const { path: real = path, method = 'POST', ...one } of all) {
        const headers = { 'content-type': 'application/json', ...one.headers }
        const answer = await send(new URL(real, product.url), { ...one, method, headers })
        seen.add(answer.status)
        assert.equal(wrongIn(path, method.toLowerCase(), answer), undefined)
      }
      assert.deepEqual(seen, new Set(answers))
    })
  }
  for (const [path, changes] of Object.entries(requests())) {
    await t.test(path, async () => {
      const seen = new Set<string>()
      for (const change of changes) {
        const answer = await send(addressOf(path, change))
        seen.add(String(answer.status))
        assert.equal(wrongIn(path, 'get', answer), undefined, change)
      }
      assert.ok(seen.has('200') && (seen.size > 1 || alwaysRight.includes(path)), [...seen].join())
    })
  }
})

/** What of an answer the document does not say. */
function wrongIn(path: string, method: string, { status, headers, text }: Answer): string | undefined {
  const response = document.paths[path]?.[method]?.responses[String(status)]
  if (response === undefined) return `${status} is not in the document: ${text}`
  const type = String(headers['content-type']).split(';')[0] ?? ''
  const schema = response.content?.[type]?.schema
  if (schema === undefined) return `${type} is not in the document`
  const fault = schemaFault(document, schema, JSON.parse(text))
  return fault === undefined ? undefined : `${fault}: ${text}`
}

test('the schemas accept not just anything', () => {
  for (const [path, { get, post }] of Object.entries(document.paths)) {
    const schema = (get ?? post)?.responses['200']?.content?.['application/json']?.schema
    assert.ok(schema)
    assert.notEqual(schemaFault(document, schema, { nothing: 'of this' }), undefined, path)
  }
})

test('every route for programs stands in the document', () => {
  const programs = createRoutes(product.app)
    .routes.filter(({ method, path }) => method !== 'ALL' && /^\/(api|v0\.1)\//.test(path))
    .map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
  assert.deepEqual([...new Set(programs)].toSorted(), Object.keys(document.paths).toSorted())
})

test('unchanged answers are not sent twice, and a validator of another answer does not hide a change', async () => {
  for (const path of ['/api/v1/connectors', '/v0.1/servers']) {
    const address = new URL(path, product.url)
    const { headers } = await send(address)
    const etag = String(headers.etag)
    assert.match(etag, /^(W\/)?"/)
    assert.equal((await send(address, { headers: { 'if-none-match': etag } })).status, 304)
    assert.equal((await send(address, { headers: { 'if-none-match': '"other"' } })).status, 200)
  }
})

test('/readyz says when the database is away and when it is back; /healthz stays, and nothing has to be started again', async () => {
  await using database = await testDatabase()
  await using line = await cuttableLine(new URL(database.connectionString))
  await using far = await startProduct({ connectionString: line.connectionString })
  const ask = async (path: string) => (await send(new URL(path, far.url))).status
  assert.deepEqual([await ask('/healthz'), await ask('/readyz'), await ask('/connectors')], [200, 200, 200])
  line.cut()
  assert.deepEqual([await ask('/healthz'), await ask('/readyz')], [200, 503])
  const broken = await send(new URL('/connectors', far.url))
  assert.ok(broken.status >= 500, String(broken.status))
  assert.doesNotMatch(broken.text, /ECONN|postgres|at file:/)
  line.mend()
  await until(async () => ((await ask('/readyz')) === 200 ? true : undefined), 10_000)
  assert.equal(await ask('/connectors'), 200)
})

test('a connection waits longer for its next request than a proxy keeps it', async () => {
  const answer = await fetch(new URL('/healthz', product.url))
  await answer.arrayBuffer()
  const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? []
  assert.ok(Number(seconds) > 60, String(answer.headers.get('keep-alive')))
})

/** A way to the database that can be cut and mended. */
async function cuttableLine(database: URL) {
  const sockets = new Set<Socket>()
  let open = true
  const server = createServer((near) => {
    if (!open) return void near.destroy()
    const far = connect(Number(database.port), database.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = new URL(database)
  address.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    connectionString: address.href,
    cut() {
      open = false
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      open = true
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
