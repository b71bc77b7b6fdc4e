import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { testDatabase } from '../../test/database.ts'
import type { AppEnv, OrganisationId, Viewer } from '../kernel/index.ts'
import { createWeb, routePath } from '../web/index.ts'
import { createCatalogue } from './create-catalogue.ts'
import { actor, list, tool, workbench } from './fixture.test.ts'
import { remove } from './remove.ts'
import { reserve } from './reserve.ts'
import { setStanding } from './set-standing.ts'

const database = await testDatabase()
after(async () => await database[Symbol.asyncDispose]())

const publicUrl = new URL('https://connectors.example.org')
const gatewayUrl = new URL('https://gateway.example.org')
const bench = workbench()
const config = { publicUrl, gatewayUrl, instanceName: 'Connectory' }
const catalogue = createCatalogue({
  ...bench,
  db: database.db,
  config,
  reports: { load: async () => undefined },
})

const tracker = await list(database.db, bench, {
  name: 'Tracker <b>',
  descriptionMarkdown: 'Plans <script>alert(1)</script> **work**',
  tools: [
    tool('create_issue', {
      annotations: { destructiveHint: true },
      description: '<img src=x onerror=alert(1)>',
      inputSchema: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
    }),
  ],
  supportContact: 'javascript:alert(1)',
  publisherUrl: 'https://example.com/',
})
const reserved = await reserve(database.db, bench, {
  organisation: bench.organisation,
  name: 'Reserved',
  serverUrl: 'https://reserved.example.com/mcp',
  actor,
})
const delisted = await list(database.db, bench, { name: 'Delisted' })
const gone = await list(database.db, bench, { name: 'Gone' })
await setStanding(database.db, bench, { listing: delisted.listing, state: 'delisted', actor, reason: 'test' })
await remove(database.db, bench, { listing: gone.listing, by: 'publisher', actor, reason: 'test' })

function app(viewer: Viewer | null = null): OpenAPIHono<AppEnv> {
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl,
    key: new Uint8Array(32),
    bearerPaths: ['/api', '/v0.1'],
    reportFault: (error) => {
      throw error
    },
  })
  const app = new OpenAPIHono<AppEnv>({ getPath: routePath })
  app.use(...web.before)
  app.use(async (c, next) => {
    c.set('viewer', viewer)
    await next()
  })
  app.use(web.protectForms)
  app.route('/', catalogue.routes())
  app.onError(web.onError)
  app.notFound(web.notFound)
  return app
}

function person(organisation: OrganisationId, roles: readonly 'reviewer'[] = []): Viewer {
  return { person: actor.id, organisation, name: 'Ada', email: 'ada@example.com', roles: new Set(roles) }
}

async function html(path: string, viewer: Viewer | null = null): Promise<string> {
  const answer = await app(viewer).request(path)
  assert.equal(answer.status, 200, path)
  return await answer.text()
}

test('home and search show what is published and nothing else', async () => {
  for (const path of ['/', '/connectors', '/de/connectors?category=communication', '/es?x=1']) {
    const page = await html(path)
    assert.match(page, /Tracker &lt;b&gt;/, path)
    assert.doesNotMatch(page, /Hidden|Gone/, path)
  }
})

test('the home page of an empty directory says what to do', async () => {
  await using empty = await testDatabase()
  const none = createCatalogue({ ...bench, db: empty.db, config, reports: { load: async () => undefined } })
  const app = new OpenAPIHono<AppEnv>()
  const web = createWeb({
    instanceName: 'C',
    publicUrl,
    key: new Uint8Array(32),
    bearerPaths: [],
    reportFault: () => {},
  })
  app.use(...web.before, web.protectForms)
  app.route('/', none.routes())
  assert.match(await (await app.request('/')).text(), /No connector is listed here yet/)
})

test('a search by the name of a tool names the tool on the card', async () => {
  assert.match(await html('/connectors?q=crate_issue'), /Matching tools:.*<code>create_issue<\/code>/)
})

test('a search page survives whatever stands in its address', async () => {
  for (const query of [
    'page=-1',
    'page=1e99',
    'page=x',
    'category=nope&auth=nope',
    `q=${'x'.repeat(5_000)}`,
    'q=%27',
  ]) {
    await html(`/connectors?${query}`)
  }
})

test('the connector page shows strangers’ words as text, and links only to web pages and mailboxes', async () => {
  const page = await html(`/connectors/${tracker.slug}`)
  assert.doesNotMatch(page, /<script>alert|<img|href="javascript/)
  assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;/)
  assert.match(page, /href="https:\/\/example\.com\/" rel="nofollow noopener ugc"/)
  assert.match(page, /May destroy/)
  assert.match(page, /https:\/\/gateway\.example\.org\/c\/tracker-b\/mcp/)
  assert.match(page, /300 s a call, 25,000 tokens/)
})

test('a signed-in reader is led to the page that connects, others by way of the sign-in', async () => {
  assert.match(await html(`/connectors/${tracker.slug}`), /\/sign-in\?next=%2Fconnect%2Ftracker-b/)
  const page = await html(`/de/connectors/${tracker.slug}`, person(bench.ids.next<OrganisationId>()))
  assert.match(page, /href="\/de\/connect\/tracker-b"/)
})

test('a connector that was never published has no page, whoever asks; where a removed one was stands why', async () => {
  const stranger = person(bench.ids.next<OrganisationId>())
  const reviewer = person(bench.ids.next<OrganisationId>(), ['reviewer'])
  const status = async (slug: string, viewer: Viewer | null) =>
    (await app(viewer).request(`/connectors/${slug}`)).status
  for (const viewer of [null, stranger, reviewer, person(bench.organisation)]) {
    assert.equal(await status(reserved.slug, viewer), 404)
    assert.equal(await status(`${reserved.slug}/report`, viewer), 404)
  }
  for (const { slug } of [delisted, gone]) assert.equal(await status(slug, null), 410)
  assert.equal(await status(`${gone.slug}/report`, reviewer), 404)
  const tombstone = await (await app().request(`/connectors/${gone.slug}`)).text()
  assert.match(tombstone, /removed by its publisher[^]*Since[^]*test/)
})

test('the report page keeps its summary when the report is gone', async () => {
  assert.match(await html(`/connectors/${tracker.slug}/report`), /The report is not kept any more/)
})

const entry = z.object({
  server: z.object({
    $schema: z.literal('https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'),
    name: z
      .string()
      .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/)
      .min(3)
      .max(200),
    description: z.string().min(1).max(100),
    version: z.string().max(255),
    remotes: z.array(z.object({ type: z.literal('streamable-http'), url: z.url() })).min(1),
  }),
  _meta: z.object({
    'io.modelcontextprotocol.registry/official': z.object({
      status: z.enum(['active', 'deleted']),
      publishedAt: z.iso.datetime(),
      updatedAt: z.iso.datetime(),
      isLatest: z.boolean(),
    }),
    'org.example.connectors/connectory': z.looseObject({ slug: z.string(), toolNames: z.array(z.string()) }),
  }),
})
const serverList = z.object({
  servers: z.array(entry),
  metadata: z.object({ nextCursor: z.string().optional(), count: z.number() }),
})

async function servers(query: string) {
  const answer = await app().request(`/v0.1/servers?${query}`)
  assert.equal(answer.status, 200)
  return serverList.parse(await answer.json())
}

test('the registry lists published servers in the official shape, deleted ones only when they are asked for', async () => {
  const active = await servers('')
  assert.deepEqual(
    active.servers.map(({ server }) => server.name.split('/')[1]),
    ['tracker-b'],
  )
  for (const query of ['include_deleted=true', 'updated_since=2026-01-01T00:00:00Z']) {
    const all = await servers(query)
    const statuses = all.servers.map(({ _meta }) => _meta['io.modelcontextprotocol.registry/official'].status)
    assert.deepEqual(statuses.toSorted(), ['active', 'deleted', 'deleted'], query)
  }
  assert.deepEqual((await servers('updated_since=2030-01-01T00:00:00%2B02:00')).servers, [])
})

test('pages of the registry follow each other without gap or repetition', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await servers(
      `limit=1&include_deleted=true${cursor === undefined ? '' : `&cursor=${cursor}`}`,
    )
    seen.push(...page.servers.map(({ server }) => server.name))
    cursor = page.metadata.nextCursor
  } while (cursor !== undefined)
  assert.equal(seen.length, 3)
  assert.deepEqual(seen, seen.toSorted())
  assert.equal(new Set(seen).size, 3)
})

test('the registry searches part of a name; signs of patterns are only signs', async () => {
  assert.equal((await servers('search=RACKER')).servers.length, 1)
  for (const sign of ['%25', '_', '%5C', "'"])
    assert.deepEqual((await servers(`search=x${sign}x`)).servers, [])
})

test('a server and its versions are found by their encoded name', async () => {
  const [first] = (await servers('')).servers
  const name = encodeURIComponent(first?.server.name ?? '')
  for (const path of [`versions/latest`, 'versions/1.0.0']) {
    const answer = await app().request(`/v0.1/servers/${name}/${path}`)
    assert.equal(entry.parse(await answer.json()).server.version, '1.0.0')
  }
  const versions = await app().request(`/v0.1/servers/${name}/versions`)
  assert.equal(serverList.parse(await versions.json()).servers.length, 1)
  for (const path of [
    `${name}/versions/2.0.0`,
    `${name}/versions/%3E1`,
    'com.example%2Fnone/versions',
    'x/versions/latest',
  ]) {
    const answer = await app().request(`/v0.1/servers/${path}`)
    assert.equal(answer.status, 404, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  }
})

for (const query of [
  'limit=0',
  'limit=101',
  'limit=x',
  'cursor=x',
  'cursor=WzFd',
  'updated_since=yesterday',
  'include_deleted=maybe',
]) {
  test(`/v0.1/servers?${query} is refused by the name of the parameter`, async () => {
    const answer = await app().request(`/v0.1/servers?${query}`)
    assert.equal(answer.status, 422)
    const problem = z
      .object({ code: z.string(), fields: z.record(z.string(), z.string()) })
      .parse(await answer.json())
    assert.deepEqual([problem.code, Object.keys(problem.fields)], ['invalid-input', [query.split('=')[0]]])
  })
}

test('public reads may be made from any origin, with an etag, and nothing may be written', async () => {
  for (const path of ['/v0.1/servers', '/api/v1/connectors', `/api/v1/connectors/${tracker.slug}`]) {
    const answer = await app().request(path, { headers: { origin: 'https://elsewhere.example' } })
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.equal(answer.headers.get('access-control-allow-credentials'), null)
    const tag = answer.headers.get('etag') ?? ''
    const again = await app().request(path, { headers: { 'if-none-match': tag } })
    assert.equal(again.status, 304, path)
    const preflight = await app().request(path, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    assert.equal(preflight.headers.get('access-control-allow-methods'), 'GET,HEAD,OPTIONS')
    assert.equal((await app().request(path, { method: 'POST' })).status, 404)
  }
  const page = await app().request(`/connectors/${tracker.slug}`, {
    headers: { origin: 'https://elsewhere.example' },
  })
  assert.equal(page.headers.get('access-control-allow-origin'), null)
})

test('the JSON of a connector has its tools and addresses; one that was never published is not there', async () => {
  const answer = await app().request(`/api/v1/connectors/${tracker.slug}`)
  const body = z
    .object({ endpoint: z.string(), page: z.string(), tools: z.array(z.object({ name: z.string() })) })
    .parse(await answer.json())
  assert.equal(body.endpoint, 'https://gateway.example.org/c/tracker-b/mcp')
  assert.equal(body.page, 'https://connectors.example.org/connectors/tracker-b')
  assert.deepEqual(body.tools, [{ name: 'create_issue' }])
  assert.equal((await app().request(`/api/v1/connectors/${reserved.slug}`)).status, 404)
  const found = await app().request('/api/v1/connectors?q=create_issue&auth=oauth')
  assert.equal(z.object({ total: z.number() }).parse(await found.json()).total, 1)
  assert.equal((await app().request('/api/v1/connectors?auth=nope')).status, 422)
})

test('addresses come from the configuration, never from the Host header', async () => {
  const answer = await app().request('/v0.1/servers', {
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  })
  assert.doesNotMatch(await answer.text(), /evil/)
})

test('the description of the API names every JSON route', () => {
  const { paths = {} } = app().getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'x', version: '1' } })
  assert.deepEqual(Object.keys(paths).toSorted(), [
    '/api/v1/connectors',
    '/api/v1/connectors/{slug}',
    '/v0.1/servers',
    '/v0.1/servers/{serverName}/versions',
    '/v0.1/servers/{serverName}/versions/{version}',
  ])
})
