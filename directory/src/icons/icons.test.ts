import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, before, test } from 'node:test'
import { OpenAPIHono } from '@hono/zod-openapi'
import { createSafeFetch } from '@connectory/wire'
import { testDatabase } from '../../test/database.ts'
import { listen } from '../../test/login-server.ts'
import { bitmap, ico, png, svg } from '../../test/pictures.ts'
import { createCatalogue, type Catalogue } from '../catalogue/index.ts'
import {
  createIds,
  createLog,
  inTransaction,
  manualClock,
  type AppEnv,
  type Database,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type ReportId,
  type Viewer,
} from '../kernel/index.ts'
import { createWeb, routePath } from '../web/index.ts'
import { createIcons } from './create-icons.ts'
import type { Icons } from './icons.ts'

const resources = new AsyncDisposableStack()
const clock = manualClock(new Date('2026-11-21T10:00:00Z'))
const ids = createIds(clock)
const publicUrl = new URL('https://connectors.example.org')
const viewer: Viewer = {
  person: ids.next<PersonId>(),
  organisation: ids.next<OrganisationId>(),
  name: 'Paula',
  email: 'paula@example.com',
  roles: new Set(),
}
let db: Database
let catalogue: Catalogue
let icons: Icons
let app: OpenAPIHono<AppEnv>
let site: string
let listing: ListingId
let slug: string
type Page = readonly [type: string, body: string | Buffer] | { readonly to: string } | 'busy' | 'breaks off'
/** What the publisher’s site has; nothing else is there. */
const pages = new Map<string, Page>()
/** Requests that the site got. */
let asked = 0

before(async () => {
  const database = resources.use(await testDatabase())
  db = database.db
  const fetch = createSafeFetch({ allowLoopback: true })
  resources.defer(() => fetch.close())
  site = resources.use(await listen(() => serve)).origin
  const config = { publicUrl, gatewayUrl: publicUrl, instanceName: 'Connectory' }
  const kernel = { db, clock, ids, log: createLog('silent'), fetch }
  catalogue = createCatalogue({ ...kernel, config, reports: { load: async () => undefined } })
  icons = createIcons({ ...kernel, catalogue })
  const web = createWeb({
    ...config,
    key: new Uint8Array(32),
    bearerPaths: [],
    reportFault: (error) => {
      throw error
    },
  })
  app = new OpenAPIHono<AppEnv>({ getPath: routePath })
  app.use(...web.before)
  app.onError(web.onError)
  app.route('/', catalogue.routes()).route('/', icons.routes())
  ;({ listing, slug } = await publish())
})

after(() => resources.disposeAsync())

function serve(request: IncomingMessage, response: ServerResponse): void {
  asked += 1
  const page = pages.get(request.url ?? '')
  if (page === undefined) response.writeHead(404).end()
  else if (page === 'busy') response.writeHead(503).end()
  else if (page === 'breaks off') response.writeHead(200).write('<link', () => response.destroy())
  else if ('to' in page) response.writeHead(302, { location: page.to }).end()
  else response.writeHead(200, { 'content-type': page[0] }).end(page[1])
}

async function publish() {
  const actor = { kind: 'person', id: viewer.person } as const
  const { organisation } = viewer
  return await inTransaction(db, async (trx) => {
    const serverUrl = `${site}/mcp`
    const { id, slug } = await catalogue.reserve(trx, { organisation, name: 'Notes', serverUrl, actor })
    const counts = { pass: 1, fail: 0, needsHuman: 0, notApplicable: 0, notEvaluated: 0 }
    const report = { id: ids.next<ReportId>(), policy: 'faq-2026-02-10', checkedAt: clock.now(), counts }
    await catalogue.publish(trx, {
      listing: id,
      revision: {
        name: 'Notes',
        tagline: 'Keeps notes',
        descriptionMarkdown: 'Notes.',
        categories: ['data'],
        documentationUrl: null,
        supportContact: null,
        privacyUrl: null,
        termsUrl: null,
        securityContact: null,
        publisherName: 'Paula',
        publisherUrl: null,
        serverUrl,
        authType: 'none',
        staticClient: false,
        addressFilter: false,
      },
      tools: [],
      report: { ...report, verdict: 'ready', loopback: true },
      actor,
      reason: 'test',
    })
    await icons.want(trx, { listing: id, organisation, serverUrl })
    return { listing: id, slug }
  })
}

const shown = async () => (await catalogue.byId(listing))?.iconDigest ?? null
const read = async (path: string) => await app.request(new URL(path, publicUrl))

/** What the publisher reads after naming this address, a while later. */
async function refreshed(address: string) {
  clock.advance(60_000)
  const { fault } = await icons.refresh(viewer, slug, address)
  return fault === null ? 'found' : `${fault.code}: ${String(fault.params['problem'] ?? '')}`
}

test('the icon that the site links is found, drawn by us and shown; until then there is a monogram', async () => {
  pages.set('/', ['text/html', '<link rel="icon" href="/gone.png"><link rel=manifest href="/app.json">'])
  pages.set('/favicon.ico', ['image/x-icon', ico({ side: 32, bytes: bitmap(32) })])
  const early = await read('/favicons?domain=127.0.0.1&sz=64')
  assert.deepEqual([early.status, early.headers.get('content-type')], [404, 'image/svg+xml'])
  assert.match(await (await read('/connectors')).text(), /<svg class="monogram/)
  await icons.lookForDue()
  const digest = await shown()
  assert.ok(digest)
  assert.equal((await icons.mine(viewer, slug)).source?.url, `${site}/favicon.ico`)
  const picture = await read(`/icons/${digest}/96.png`)
  assert.deepEqual(
    ['content-type', 'x-content-type-options', 'cache-control'].map((name) => picture.headers.get(name)),
    ['image/png', 'nosniff', 'public, max-age=31536000, immutable'],
  )
  assert.match(picture.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/)
  for (const path of ['/connectors', `/connectors/${slug}`]) {
    const html = await (await read(path)).text()
    assert.match(
      html,
      new RegExp(
        `<img class="monogram [^>]*src="/icons/${digest}/\\d+.png"[^>]* width="\\d+" height="\\d+" alt=""`,
      ),
    )
  }
  for (const path of [
    `/icons/${digest}/20.png`,
    `/icons/${digest}/96.svg`,
    `/icons/${'0'.repeat(64)}/96.png`,
    '/icons/x/16.png',
  ]) {
    assert.equal((await read(path)).status, 404, path)
  }
})

test('a domain and the address of a server give the same icon in the six sizes, and no other size', async () => {
  for (const domain of ['127.0.0.1', `${site}/mcp`]) {
    for (const size of [16, 32, 48, 64, 96, 128]) {
      const answer = await read(`/favicons?domain=${encodeURIComponent(domain)}&sz=${size}`)
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/png'])
      const bytes = Buffer.from(await answer.arrayBuffer())
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [size, size])
    }
  }
  const again = await read('/favicons?domain=127.0.0.1')
  const tag = again.headers.get('etag') ?? ''
  assert.equal(again.headers.get('cache-control'), 'public, max-age=3600')
  const same = await app.request('/favicons?domain=127.0.0.1', { headers: { 'if-none-match': tag } })
  assert.equal(same.status, 304)
  for (const query of ['', '?domain=', '?domain=127.0.0.1&sz=20', '?domain=http%3A%2F%2F', '?domain=a%20b']) {
    assert.equal((await read(`/favicons${query}`)).status, 422, query)
  }
  for (const stranger of ['other.example', '%25', '0.1', '7.0.0.1', "'%22%3Cscript%3E"]) {
    assert.notEqual((await read(`/favicons?domain=${stranger}`)).status, 200, stranger)
  }
})

test('an address of the publisher’s own counts instead, and trouble there says what it is and keeps the icon', async () => {
  const found = await shown()
  pages.set('/own.svg', ['image/svg+xml', svg()])
  assert.equal(await refreshed(`${site}/own.svg`), 'found')
  const own = await shown()
  assert.notEqual(own, found)
  pages.set('/inside', { to: 'https://10.0.0.1/icon.png' })
  pages.set('/metadata', { to: 'http://169.254.169.254/latest' })
  pages.set('/moved', { to: `${site.replace('127.0.0.1', 'localhost')}/own.png` })
  pages.set('/round', { to: '/round' })
  pages.set('/endless', ['image/png', Buffer.alloc(1_100_000)])
  pages.set('/page', ['image/png', '<!doctype html>'])
  assert.match(await refreshed(`${site}/inside`), /^unreachable: .*10\.0\.0\.1/)
  assert.match(await refreshed(`${site}/metadata`), /^unreachable: /)
  assert.match(await refreshed(`${site}/round`), /^unreachable: .*redirected/)
  assert.equal(await refreshed(`${site}/moved`), 'status: ')
  assert.equal(await refreshed(`${site}/endless`), 'too-large: ')
  assert.equal(await refreshed(`${site}/page`), 'not-image: ')
  assert.equal(await shown(), own)
  assert.equal(await icons.addressOf(listing), `${site}/page`)
})

test('a refresh needs an address that may be fetched, a minute since the last one, and one’s own listing', async () => {
  clock.advance(60_000)
  for (const address of [
    'ftp://a.example/x',
    'https://u:p@a.example/x',
    'x',
    `https://a.example/${'x'.repeat(500)}`,
  ]) {
    await assert.rejects(icons.refresh(viewer, slug, address), { code: 'invalid-input' }, address)
  }
  const stranger = { ...viewer, organisation: ids.next<OrganisationId>() }
  await assert.rejects(icons.refresh(stranger, slug, ''), { code: 'not-found' })
  await assert.rejects(icons.mine(stranger, slug), { code: 'not-found' })
  assert.equal(await refreshed(''), 'found')
  await assert.rejects(icons.refresh(viewer, slug, ''), { code: 'too-many' })
})

test('a page that cannot be read is trouble, and no site without an icon', async () => {
  const [found, icon] = [await shown(), pages.get('/favicon.ico')]
  pages.delete('/favicon.ico')
  const troubles = {
    status: 'busy',
    unreachable: 'breaks off',
    'too-large': ['', 'x'.repeat(600_000)],
  } as const
  for (const [code, page] of Object.entries(troubles)) {
    pages.set('/', page)
    assert.match(await refreshed(''), new RegExp(`^${code}: `))
  }
  pages.set('/', ['', '<link rel=manifest href=/app.json>'])
  pages.set('/app.json', 'busy')
  assert.equal(await refreshed(''), 'status: ')
  assert.equal(await shown(), found)
  if (icon !== undefined) pages.set('/favicon.ico', icon)
})

test('every day the icon is looked for again; what is gone twice is taken away, and its pictures after two days', async () => {
  const before = await shown()
  pages.set('/app.json', [
    'application/json',
    JSON.stringify({ icons: [{ src: '/new.png', sizes: '192x192' }] }),
  ])
  pages.set('/', ['text/html', '<link rel=manifest href="/app.json">'])
  pages.set('/new.png', ['image/png', png(192)])
  await icons.lookForDue()
  assert.equal(await shown(), before)
  clock.advance(86_400_000)
  await Promise.all([icons.lookForDue(), icons.lookForDue()])
  const changed = await shown()
  assert.notEqual(changed, before)
  pages.clear()
  for (const stays of [changed, null]) {
    clock.advance(86_400_000)
    await icons.lookForDue()
    assert.equal(await shown(), stays)
  }
  clock.advance(2 * 86_400_000)
  await icons.tidy()
  assert.equal((await read(`/icons/${changed}/16.png`)).status, 404)
})

// Last: the others need the listing.
test('for a listing that was removed its site is not asked for an icon', async () => {
  clock.advance(86_400_000)
  const change = {
    listing,
    by: 'publisher',
    actor: { kind: 'person', id: viewer.person },
    reason: 'test',
  } as const
  await inTransaction(db, (trx) => catalogue.remove(trx, change))
  const before = asked
  await icons.lookForDue()
  assert.equal(asked, before)
})
