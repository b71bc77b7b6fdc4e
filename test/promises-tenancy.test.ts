import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SubmissionId, Viewer } from '../directory/src/kernel/index.ts'
import { createRoutes } from '../directory/src/routes.ts'
import { rowCounts } from './row-counts.ts'
import type { BrowserPerson } from './browser-person.ts'
import { factsOf, listConnector, signedIn } from './listed-connector.ts'
import { callTool } from './mcp-call.ts'
import { checked, signUp, startProduct, type Product } from './product.ts'
import { until } from './until.ts'
import { startPublisherSite } from './third-party-server.ts'
import { rows, type Belongings } from './tenancy-rows.ts'
import { toolServer, type ToolServer } from './tool-server.ts'

const resources = new AsyncDisposableStack()
let product: Product
let alice: Viewer
let bob: Viewer
let bobBrowser: BrowserPerson
let alices: Belongings
let own: ToolServer

before(async () => {
  product = resources.use(await startProduct())
  const { app } = product
  const site = resources.use(await startPublisherSite())
  const shown = resources.use(await toolServer())
  const secret = resources.use(await toolServer())
  alice = await signUp(product, 'Alice')
  bob = await signUp(product, 'Bob')
  const reviewer = await signUp(product, 'Rita', ['reviewer', 'operator'])
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
  own = resources.use(await toolServer())
  await app.custom.entitle(reviewer, alice.email)
  const added = await app.custom.add(alice, { name: 'Home Lab', serverUrl: own.url, shared: false })
  assert.equal(added.kind, 'added')
  const notice = await app.notices.tell(app.db, {
    kind: 'submissions.rejected',
    to: { organisation: alice.organisation },
    about: `submission:${id}`,
    occasion: 'test',
    what: { key: 'custom.allowed.none' },
    why: { key: 'notices.lead' },
    whatToDo: { key: 'notices.none.when' },
    quote: 'About Hidden Plans',
    link: `/submissions/${id}`,
  })
  assert.ok(notice)
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
    draft: (await app.drafts.begin(alice, { serverUrl: '' })).id,
    custom: added.connector.slug,
    notice,
    transfer: await app.ownership.offer(alice, listed.slug, { email: reviewer.email }),
    complaint: await app.safety.reportVulnerability(
      { viewer: alice, incoming: undefined },
      { connector: '', details: 'About Hidden Plans', contact: '' },
    ),
    webhook: await app.notices.addWebhook(alice, { url: 'https://hooks.example.com/', language: 'en' }),
  }
})

after(() => resources.disposeAsync())

test('every route with a parameter has a row', () => {
  const existing = new Set(
    createRoutes(product.app)
      .routes.filter(({ path }) => path.includes(':'))
      .map(({ method, path }) => `${method} ${path}`),
  )
  assert.deepEqual([...existing].toSorted(), Object.keys(rows).toSorted())
})

test('what belongs to one organisation does not exist for another one', async (t) => {
  let counts = await rowCounts(product)
  for (const [route, row] of Object.entries(rows)) {
    if (row === 'belongs to nobody') continue
    await t.test(route, async () => {
      const path = row.path(alices)
      assert.doesNotMatch(path, /undefined|\/\/|\/$/)
      const answer = route.startsWith('GET')
        ? await bobBrowser.get(path)
        : await bobBrowser.post(path, row.fields?.(alices) ?? {}, { from: '/account' })
      assert.equal(answer.status, row.status ?? 404, answer.text)
      assert.ok(!answer.text.includes(alices.hidden.name), 'names what is hidden')
      const before = counts
      counts = await rowCounts(product)
      assert.deepEqual(counts, before)
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
    '/dashboard',
    '/connections',
    '/account/access',
    '/account',
    '/account/calls',
    '/inbox',
    '/complaints',
    '/connectors?q=hidden',
  ]) {
    const { text, status } = await bobBrowser.get(path)
    assert.equal(status, 200, path)
    for (const secret of [
      alices.hidden.name,
      alices.hidden.id,
      alices.connection,
      alices.grant,
      alices.complaint,
    ]) {
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

test('a server that somebody added by its address is checked, connected and called as others are, and nobody else meets it', async () => {
  const { app } = product
  const connector = await app.custom.get(alice, alices.custom)
  const check = { submission: connector.id as string as SubmissionId, attempt: 1 }
  const { report } = await until(() => app.probe.report(check.submission, check.attempt))
  assert.deepEqual([report.loopback, report.scopes], [true, ['passive', 'login']])
  const aliceBrowser = await signedIn(product, alice)
  const page = await aliceBrowser.get(`/connections/custom/${alices.custom}`)
  assert.match(page.text, /Nobody has reviewed this server/)
  assert.match(page.text, /TRN-10|What the check saw/)
  assert.equal((await app.connections.begin(alice, alices.custom)).kind, 'connected')
  const endpoint = app.gateway.endpoint(alices.custom)
  const call = async (viewer: Viewer) => {
    const { token } = await app.authorization.issueToken({ viewer, endpoint: endpoint.href, hours: 1 })
    return await callTool(endpoint, token)
  }
  assert.ok((await call(alice)).message.result)

  // Bob may have servers of his own, and not even then Alice’s; nor may a colleague while she does not share it.
  const colleague = { ...bob, organisation: alice.organisation }
  for (const stranger of [bob, colleague]) {
    await assert.rejects(app.connections.begin(stranger, alices.custom), /There is no connector/)
    await assert.rejects(app.custom.get(stranger, alices.custom), /You have no such server/)
    assert.deepEqual(await app.custom.list(stranger), [])
  }
  assert.equal((await call(bob)).status, 404)
  const atEverything = async (viewer: Viewer) => {
    const everything = app.gateway.mergedEndpoint
    const { token } = await app.authorization.issueToken({ viewer, endpoint: everything.href, hours: 1 })
    return (await callTool(everything, token, {}, `${alices.custom}__read_example`)).message
  }
  assert.ok((await atEverything(alice)).result)
  assert.match((await atEverything(bob)).error?.message ?? '', /There is no tool/)
  for (const path of [
    '/connectors?q=home+lab',
    '/api/v1/connectors?q=home',
    '/v0.1/servers',
    '/',
    '/connections/custom',
  ]) {
    const { text } = await bobBrowser.get(path)
    assert.ok(!text.includes('Home Lab') && !text.includes(alices.custom), `${path} shows it`)
  }
  await assert.rejects(app.custom.add(bob, { name: 'X', serverUrl: own.url, shared: false }), /may not add/)
})

test('what is shared in an organisation is for its people; owners share, and nobody adds what is listed', async () => {
  const { app } = product
  const shared = { name: 'Team Lab', serverUrl: `${own.url}?team`, shared: true }
  const colleague = { ...bob, organisation: alice.organisation }
  const refused = await app.custom.add(colleague, shared)
  assert.deepEqual(refused.kind === 'refused' && refused.faults, { shared: 'not-owner' })
  const added = await app.custom.add(alice, shared)
  assert.ok(added.kind === 'added')
  const { slug } = added.connector
  assert.equal((await app.custom.get(colleague, slug)).id, added.connector.id)
  assert.equal((await app.connections.begin(colleague, slug)).kind, 'connected')
  await assert.rejects(app.connections.begin(bob, slug), /There is no connector/)
  await assert.rejects(app.custom.remove(colleague, slug), /owner of your organisation/)
  const again = await app.custom.add(colleague, { ...shared, shared: false })
  assert.deepEqual(again.kind === 'refused' && again.faults, { serverUrl: 'twice' })
  const { serverUrl = '' } = (await app.catalogue.endpointOf(alices.listed.slug)) ?? {}
  const listed = await app.custom.add(alice, { name: '', serverUrl, shared: false })
  assert.deepEqual(listed.kind === 'refused' && listed.faults, { name: 'missing-name' })
  const known = await app.custom.add(alice, { name: 'Known', serverUrl, shared: false })
  assert.deepEqual(known.kind === 'refused' && [known.faults, known.listed], [
    { serverUrl: 'listed' },
    alices.listed.slug,
  ])
  await until(async () => await app.probe.report(added.connector.id as string as SubmissionId, 1))
  await app.custom.remove(alice, slug)
  assert.deepEqual(await app.connections.list(colleague), [])
})

test('who may no longer add servers keeps them switched off; removing one leaves no connection and no report', async () => {
  const { app } = product
  const rita = { ...bob, roles: new Set(['operator'] as const) }
  const connector = await app.custom.get(alice, alices.custom)
  const endpoint = app.gateway.endpoint(alices.custom)
  const { token } = await app.authorization.issueToken({ viewer: alice, endpoint: endpoint.href, hours: 1 })
  await assert.rejects(app.custom.withdraw(bob, alice.organisation), /role "operator"/)
  await app.custom.withdraw(rita, alice.organisation)
  assert.equal((await callTool(endpoint, token)).status, 404)
  await assert.rejects(app.connections.begin(alice, alices.custom), /There is no connector/)
  await app.custom.entitle(rita, alice.email)
  assert.equal((await callTool(endpoint, token)).status, 200)
  await app.custom.remove(alice, alices.custom)
  assert.equal((await callTool(endpoint, token)).status, 404)
  const left = (await app.connections.list(alice)).filter(({ listing }) => listing === connector.id)
  assert.deepEqual(left, [])
  assert.equal(await app.probe.report(connector.id as string as SubmissionId, 1), undefined)
})
