import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Viewer } from '../directory/src/kernel/index.ts'
import { createRoutes } from '../directory/src/routes.ts'
import { rowCounts } from './row-counts.ts'
import type { BrowserPerson } from './browser-person.ts'
import { factsOf, formOf, listConnector, signedIn, type Listed } from './listed-connector.ts'
import { callTool } from './mcp-call.ts'
import { checked, signUp, startProduct, type Product } from './product.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer } from './tool-server.ts'

/** What organisation A has, by the name of the path parameter that asks for it. */
interface Belongings {
  readonly listed: Listed
  readonly hidden: { readonly id: string; readonly slug: string; readonly name: string }
  readonly connection: string
  readonly reference: string
  readonly grant: string
  readonly session: string
  readonly registryName: string
}

const resources = new AsyncDisposableStack()
let product: Product
let alice: Viewer
let bob: Viewer
let bobBrowser: BrowserPerson
let alices: Belongings
let siteUrl: string

before(async () => {
  product = resources.use(await startProduct())
  const { app } = product
  const site = resources.use(await startPublisherSite())
  siteUrl = site.url
  const shown = resources.use(await toolServer())
  const secret = resources.use(await toolServer())
  alice = await signUp(product, 'Alice')
  bob = await signUp(product, 'Bob')
  const reviewer = await signUp(product, 'Rita', ['reviewer'])
  const listed = await listConnector(
    product,
    { publisher: alice, reviewer },
    factsOf(shown.url, site.url, { name: 'Shown' }),
  )
  const { id, listing } = await app.submissions.submit(
    alice,
    factsOf(secret.url, site.url, { name: 'Hidden Plans' }),
    { publishOnApproval: true },
  )
  await checked(product, alice, id)
  const hidden = await app.catalogue.byId(listing)
  assert.ok(hidden)
  const connected = await app.connections.begin(alice, listed.slug)
  assert.equal(connected.kind, 'connected')
  const [connection] = await app.connections.list(alice)
  assert.ok(connection)
  const endpoint = app.gateway.endpoint(listed.slug).href
  await app.authorization.issueToken({ viewer: alice, endpoint, hours: 1, name: 'script' })
  const [grant] = await app.authorization.grantsOf(alice)
  assert.ok(grant)
  const aliceBrowser = await signedIn(product, alice)
  const session = /name="session" value="([^"]+)"/.exec((await aliceBrowser.get('/account')).text)?.[1]
  bobBrowser = await signedIn(product, bob)
  alices = {
    listed,
    hidden: { id, slug: hidden.slug, name: 'Hidden Plans' },
    connection: connection.id,
    reference: connected.reference ?? '',
    grant: grant.id,
    session: session ?? '',
    registryName: hidden.registryName,
  }
})

after(() => resources.disposeAsync())

interface Row {
  /** The path with what belongs to A. */
  readonly path: (belongings: Belongings) => string
  readonly fields?: (belongings: Belongings) => Readonly<Record<string, string | readonly string[]>>
  /** Default 404. A role that B has not is refused before anything is looked for. */
  readonly status?: number
}

const submission = (rest: string) => ({
  path: ({ hidden }: Belongings) => `/submissions/${hidden.id}${rest}`,
})
const seen = { fields: () => ({ seen: '2' }) }
const console = (rest: string) => ({
  path: ({ hidden }: Belongings) => `/review/${hidden.id}${rest}`,
  status: 403,
})
const connection = (rest: string) => ({
  path: ({ connection: id }: Belongings) => `/connections/${id}${rest}`,
})
const registry = (rest: string) => ({
  path: ({ registryName }: Belongings) => `/v0.1/servers/${encodeURIComponent(registryName)}/versions${rest}`,
})

/** One row for each route that has a parameter. A new route needs a row here. */
const routes: Readonly<Record<string, Row | 'belongs to nobody'>> = {
  'GET /submissions/:id': submission(''),
  'GET /submissions/:id/live': submission('/live'),
  'GET /submissions/:id/report.json': submission('/report.json?attempt=1'),
  'GET /submissions/:id/edit': submission('/edit'),
  'POST /submissions/:id/edit': {
    ...submission('/edit'),
    fields: () => ({ ...formOf(factsOf('https://mcp.example.com/mcp', siteUrl)), seen: '2' }),
  },
  'POST /submissions/:id/again': { ...submission('/again'), ...seen },
  'POST /submissions/:id/check': { ...submission('/check'), ...seen },
  'POST /submissions/:id/publish': { ...submission('/publish'), ...seen },
  'POST /submissions/:id/withdraw': { ...submission('/withdraw'), ...seen },
  'GET /submissions/:id/proof': submission('/proof'),
  'POST /submissions/:id/proof': { ...submission('/proof'), fields: () => ({ report: 'a.b.c' }) },
  'GET /review/:id': console(''),
  'POST /review/:id/decisions': {
    ...console('/decisions'),
    fields: () => ({ seen: '2', decision: 'approve', lookedAt: ['login', 'call'] }),
  },
  'POST /review/:id/waivers': {
    ...console('/waivers'),
    fields: () => ({ seen: '2', rule: 'DOC-06', reason: 'Because I say so.', expires: '2099-01-01' }),
  },
  'POST /review/:id/check': { ...console('/check'), ...seen },
  'POST /holds/:id/release': {
    path: ({ hidden }) => `/holds/${hidden.id}/release`,
    fields: () => ({ reason: 'Because I say so.' }),
    status: 403,
  },
  // A session is no token, whoever has it.
  'POST /api/v1/holds/:id/release': {
    path: ({ hidden }) => `/api/v1/holds/${hidden.id}/release`,
    fields: () => ({ reason: 'Because I say so.' }),
    status: 401,
  },
  'GET /connections/:id/disconnect': connection('/disconnect'),
  'POST /connections/:id/disconnect': connection('/disconnect'),
  'GET /connections/trace/:reference': { path: ({ reference }) => `/connections/trace/${reference}` },
  'GET /connect/:slug': { path: ({ hidden }) => `/connect/${hidden.slug}` },
  'POST /connect/:slug': { path: ({ hidden }) => `/connect/${hidden.slug}` },
  'GET /connectors/:slug': { path: ({ hidden }) => `/connectors/${hidden.slug}` },
  'GET /connectors/:slug/report': { path: ({ hidden }) => `/connectors/${hidden.slug}/report` },
  'GET /api/v1/connectors/:slug': { path: ({ hidden }) => `/api/v1/connectors/${hidden.slug}` },
  'GET /v0.1/servers/:serverName/versions': registry(''),
  'GET /v0.1/servers/:serverName/versions/:version': registry('/latest'),
  // Without a token that is all that anybody learns; the test of tokens goes on from here.
  'ALL /c/:slug/mcp': { path: ({ hidden }) => `/c/${hidden.slug}/mcp`, status: 401 },
  // A publisher tries an unlisted server with a client, which reads this before it has a token.
  'GET /.well-known/oauth-protected-resource/c/:slug/mcp': 'belongs to nobody',
  'GET /assets/:hash/:name': 'belongs to nobody',
  'GET /operator/:token': 'belongs to nobody',
  'POST /operator/:token': 'belongs to nobody',
  // The interaction's cookie is in the browser that began it; tests of the authorization module hold that.
  'GET /authorize/:uid': 'belongs to nobody',
  'POST /authorize/:uid': 'belongs to nobody',
}

test('every route with a parameter has a row', () => {
  const existing = new Set(
    createRoutes(product.app)
      .routes.filter(({ path }) => path.includes(':'))
      .map(({ method, path }) => `${method} ${path}`),
  )
  assert.deepEqual([...existing].toSorted(), Object.keys(routes).toSorted())
})

test('what belongs to one organisation does not exist for another one', async (t) => {
  for (const [route, row] of Object.entries(routes)) {
    if (row === 'belongs to nobody') continue
    await t.test(route, async () => {
      const counts = await rowCounts(product)
      const path = row.path(alices)
      assert.doesNotMatch(path, /undefined|\/\/|\/$/)
      const answer = route.startsWith('GET')
        ? await bobBrowser.get(path)
        : await bobBrowser.post(path, row.fields?.(alices) ?? {}, { from: '/account' })
      assert.equal(answer.status, row.status ?? 404, answer.text)
      assert.ok(!answer.text.includes(alices.hidden.name), 'names what is hidden')
      assert.deepEqual(await rowCounts(product), counts)
    })
  }
})

test('ids in the body of a form are as closed as those in the path', async () => {
  const end = await bobBrowser.post('/account/access/end', { grant: alices.grant }, { from: '/account' })
  assert.equal(end.status, 404)
  assert.notEqual(alices.session, '')
  await bobBrowser.post('/account/sessions/end', { session: alices.session }, { from: '/account' })
  const [grant] = await product.app.authorization.grantsOf(alice)
  assert.equal(grant?.id, alices.grant)
  const aliceBrowser = await signedIn(product, alice)
  assert.ok((await aliceBrowser.get('/account')).text.includes(alices.session), 'Alice’s session has ended')
})

test('lists show one’s own', async () => {
  const { app } = product
  for (const path of [
    '/submissions',
    '/connections',
    '/account/access',
    '/account',
    '/connectors?q=hidden',
  ]) {
    const { text, status } = await bobBrowser.get(path)
    assert.equal(status, 200, path)
    for (const secret of [alices.hidden.name, alices.hidden.id, alices.connection, alices.grant]) {
      assert.ok(!text.includes(secret), `${path} shows ${secret}`)
    }
  }
  assert.deepEqual(await app.connections.list(bob), [])
  assert.deepEqual(await app.authorization.grantsOf(bob), [])
  assert.deepEqual(await app.submissions.mine(bob), [])
})

test('the gateway tells nobody the name of what is not published', async () => {
  const { app } = product
  const { slug, name } = alices.hidden
  const endpoint = app.gateway.endpoint(slug)
  const { token } = await app.authorization.issueToken({ viewer: bob, endpoint: endpoint.href, hours: 1 })
  const metadata = `/.well-known/oauth-protected-resource/c/${slug}/mcp`
  const answers = [
    await bobBrowser.get(metadata),
    await callTool(endpoint, undefined),
    await callTool(endpoint, token),
    await bobBrowser.get('/account/access'),
  ]
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 401, 200, 200],
  )
  for (const { text } of answers) assert.ok(!text.includes(name), text)
})

test('a token of one person uses that person’s connection only, and its call is recorded for its organisation', async () => {
  const { app } = product
  const endpoint = app.gateway.endpoint(alices.listed.slug)
  const call = async (viewer: Viewer) => {
    const { token } = await app.authorization.issueToken({ viewer, endpoint: endpoint.href, hours: 1 })
    return (await callTool(endpoint, token)).message
  }
  assert.ok((await call(alice)).result)
  assert.match((await call(bob)).error?.message ?? '', /You are not connected to Shown/)
  await app.telemetry.flush()
  const own = (records: Awaited<ReturnType<typeof app.telemetry.recent>>) =>
    records.map(({ person, status, listing }) => [person, status, listing])
  const shown = (await app.catalogue.bySlug(alices.listed.slug))?.id
  const ofBob = await app.telemetry.recent(bob.organisation, 10)
  assert.deepEqual(own(await app.telemetry.recent(alice.organisation, 10)), [[alice.person, 'ok', shown]])
  assert.deepEqual(own(ofBob.filter(({ listing }) => listing === shown)), [
    [bob.person, 'not-connected', shown],
  ])
})
