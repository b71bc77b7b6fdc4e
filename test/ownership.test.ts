import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { systemClock, type SubmissionId, type Viewer } from '../directory/src/kernel/index.ts'
import { readable, type BrowserPerson } from './browser-person.ts'
import { factsOf, formOf, listConnector, signedIn, type Listed } from './listed-connector.ts'
import { callTool } from './mcp-call.ts'
import { checked, signUp, startProduct, type Product } from './product.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer, type ToolServer } from './tool-server.ts'

const resources = new AsyncDisposableStack()
const viewers: Record<string, Viewer> = {}
const browsers: Record<string, BrowserPerson> = {}
let product: Product
let server: ToolServer
let site: string
let listed: Listed
let endpoint: URL
let token: string
let ahead = 0

before(async () => {
  const clock = { now: () => new Date(systemClock.now().getTime() + ahead) }
  product = resources.use(await startProduct({ clock }))
  server = resources.use(await toolServer())
  site = resources.use(await startPublisherSite()).url
  const people = { Paula: [], Nora: [], Uma: [], Rita: ['reviewer'], Otto: ['operator'] } as const
  for (const [name, roles] of Object.entries(people)) {
    viewers[name] = await signUp(product, name, roles)
    browsers[name] = await signedIn(product, viewers[name])
  }
  const facts = factsOf(server.url, site, { name: 'Ferry Times' })
  listed = await listConnector(product, { publisher: who('Paula'), reviewer: who('Rita') }, facts)
  const { app } = product
  await app.connections.begin(who('Uma'), listed.slug)
  endpoint = app.gateway.endpoint(listed.slug)
  const wanted = { viewer: who('Uma'), endpoint: endpoint.href, hours: 1, name: 'script' }
  token = (await app.authorization.issueToken(wanted)).token
})

after(() => resources.disposeAsync())

function who(name: string): Viewer {
  return viewers[name] ?? assert.fail(`nobody is called ${name}`)
}

function browser(name: string): BrowserPerson {
  return browsers[name] ?? assert.fail(`nobody is called ${name}`)
}

const page = async (name: string, path: string) => {
  const { status, text } = await browser(name).get(path)
  return { status, text: readable(text) }
}

/** What Uma is told when she calls, or nothing when the call works. */
async function refusedCall(): Promise<string | undefined> {
  const { message } = await callTool(endpoint, token)
  return message.error?.message
}

/** Sends the form of a new version, from the page of what was published, and waits for its check. */
async function submitNext(name: string, from: SubmissionId, change: object): Promise<SubmissionId> {
  const path = `/submissions/${from}/update`
  const form = await browser(name).get(path)
  const seen = /name="seen" value="(\d+)"/.exec(form.text)?.[1] ?? assert.fail('no form')
  const facts = factsOf(server.url, site, { name: 'Ferry Times', ...change })
  const answer = await browser(name).post(path, { ...formOf(facts), seen })
  assert.equal(answer.status, 303, answer.text)
  const id = /submissions\/([^/]+)$/.exec(answer.headers.location ?? '')?.[1] as SubmissionId
  await checked(product, who(name), id)
  return id
}

async function approve(id: SubmissionId): Promise<void> {
  const { app } = product
  await browser('Rita').post(`/review/${id}/claim`, {}, { from: `/review/${id}` })
  const { seen } = await app.submissions.load(app.db, id)
  const form = { seen: String(seen), decision: 'approve', lookedAt: ['login', 'call'] }
  const decided = await browser('Rita').post(`/review/${id}/decisions`, form, { from: `/review/${id}` })
  assert.equal(decided.status, 303, readable(decided.text))
}

/** The clock of the product stands so far ahead from now on. */
function later(milliseconds: number): void {
  ahead = milliseconds
}

/** Organisations in whose audit something stands. */
async function auditOf(action: string): Promise<readonly string[]> {
  const rows = await product.app.db
    .selectFrom('audit')
    .select('organisation_id')
    .where('action', '=', action)
    .execute()
  return rows.map((row) => row.organisation_id)
}

const connector = () => `/connectors/${listed.slug}`

test('a new version stands beside the listing, which stays as it is until it is approved', async () => {
  const next = await submitNext('Paula', listed.submission, {
    name: 'Ferry Clock',
    tagline: 'Knows when ferries go',
  })
  assert.match(
    (await page('Paula', `/submissions/${next}`)).text,
    /Version 1 stays listed, callable and unchanged/,
  )
  assert.match((await page('Paula', `/submissions/${listed.submission}`)).text, /A new version is on its way/)
  assert.match((await page('Rita', `/review/${next}`)).text, /Only what it says of itself has changed/)
  assert.match((await page('Uma', connector())).text, /Ferry Times/)
  assert.equal(await refusedCall(), undefined)
  await approve(next)
  const shown = await page('Uma', connector())
  assert.match(shown.text, /Ferry Clock/)
  assert.match(shown.text, /Formerly Ferry Times, until/)
  assert.match(
    (await page('Paula', `/submissions/${listed.submission}`)).text,
    /A newer version was published/,
  )
  listed = { ...listed, submission: next }
})

test('a removed connector is a tombstone that says why, and comes back through a new version and its review', async () => {
  const ownership = `${connector()}/ownership`
  assert.equal((await page('Uma', ownership)).status, 404)
  const remove = async (reason: string) =>
    await browser('Otto').post(`${ownership}/removal`, { reason }, { from: ownership })
  assert.equal((await remove('No.')).status, 422)
  assert.equal((await remove('It shows the times of another ferry line.')).status, 303)
  const tombstone = await page('Uma', connector())
  assert.equal(tombstone.status, 410)
  assert.match(tombstone.text, /removed by an operator[^]*Since[^]*It shows the times of another ferry line/)
  assert.match((await refusedCall()) ?? '', /^Ferry Clock was removed from this directory/)
  assert.ok(!(await page('Uma', '/connectors?q=ferry')).text.includes('Ferry Clock'))
  assert.match((await page('Paula', '/inbox')).text, /Ferry Clock was removed from the directory/)
  const told = (await page('Uma', '/inbox')).text
  assert.match(told, /Ferry Clock, which you connected, is no longer in the directory/)
  assert.match(told, /An operator of this directory has taken it down[^]*another ferry line/)
  assert.match((await page('Paula', ownership)).text, /List it again/)
  const connections = (await browser('Uma').get('/connections')).text
  assert.match(connections, /badge-bad">No longer available</)
  assert.doesNotMatch(connections, /badge-good|Address for your MCP client/)
  assert.match(connections, /Disconnect it, or keep the connection in case it comes back/)
  assert.match((await page('Paula', '/submissions')).text, /Ferry Clock[^]*Removed[^]*Ferry Times[^]*Removed/)

  const back = await submitNext('Paula', listed.submission, {
    name: 'Ferry Clock',
    tagline: 'Knows our ferries',
  })
  assert.equal((await page('Uma', connector())).status, 410)
  assert.match(
    (await page('Rita', `/review/${back}`)).text,
    /This connector was removed[^]*another ferry line/,
  )
  await approve(back)
  assert.equal((await page('Uma', connector())).status, 200)
  assert.equal(await refusedCall(), undefined)
  assert.match((await page('Uma', '/connectors?q=ferry')).text, /Ferry Clock/)
  assert.match(
    (await page('Uma', '/inbox')).text,
    /Ferry Clock, which you connected, is in the directory again/,
  )
  listed = { ...listed, submission: back }
})

/** Where the page leads after a form was sent. */
async function offerTo(email: string): Promise<string> {
  const ownership = `${connector()}/ownership`
  const offered = await browser('Paula').post(`${ownership}/transfers`, { email }, { from: ownership })
  assert.equal(offered.status, 303, readable(offered.text))
  return offered.headers.location ?? ''
}

/** The server shows a tool that nobody approved. */
async function holdNewTool() {
  const { holds, catalogue } = product.app
  const connected = await catalogue.endpointOf(listed.slug)
  const compare = await holds.comparison(connected ?? assert.fail('not listed'))
  compare([{ name: 'sail', description: 'Sails.', inputSchema: { type: 'object' } }])
  await holds.settled()
  return holds.active().find(({ tool }) => tool === 'sail')?.id ?? assert.fail('not held')
}

/** Every page that is its publisher's alone, after Paula has handed it over to Nora. */
async function seenByOwnerOnly(): Promise<void> {
  const { slug, submission } = listed
  const paths = [
    ...['ownership', 'icon', 'upkeep', 'reliability'].map((rest) => `/connectors/${slug}/${rest}`),
    ...['', '/versions'].map((rest) => `/dashboard/${slug}${rest}`),
    ...['', '/report.json?attempt=1', '/test-account', '/update', '/proof', '/live'].map(
      (rest) => `/submissions/${submission}${rest}`,
    ),
  ]
  const seen = await Promise.all(
    paths.map(async (path) => [path, (await page('Paula', path)).status, (await page('Nora', path)).status]),
  )
  assert.deepEqual(
    seen,
    paths.map((path) => [path, 404, 200]),
  )
  for (const path of ['/dashboard', '/submissions']) {
    assert.doesNotMatch((await page('Paula', path)).text, /Ferry Clock/)
    assert.match((await page('Nora', path)).text, /Ferry Clock/)
  }
  const icon = `/connectors/${slug}/icon`
  const iconUrl = new URL('/icon.png', server.url).href
  later(2 * 60_000)
  const sent = await browser('Nora').post(icon, { iconUrl }, { from: icon })
  later(0)
  assert.equal(sent.status, 303, readable(sent.text))
  assert.deepEqual(await auditOf('icons.set-address'), [who('Nora').organisation])
}

const answers = async (name: string, transfer: string, answer: string, text = '') =>
  (await browser(name).post(`${transfer}/answers`, { answer, text }, { from: transfer })).status

test('a connector goes to another organisation that shows it has the server; users and a version in review go along', async () => {
  const pending = await submitNext('Paula', listed.submission, {
    name: 'Ferry Clock',
    tagline: 'Knows more ferries',
  })
  const ownership = `${connector()}/ownership`
  const held = await holdNewTool()
  const unknown = await browser('Paula').post(
    `${ownership}/transfers`,
    { email: 'x@y.example' },
    { from: ownership },
  )
  assert.equal(unknown.status, 422)
  const transfer = await offerTo(who('Nora').email)
  assert.match((await page('Nora', '/inbox')).text, /Ferry Clock is offered to your organisation/)
  assert.equal((await page('Uma', transfer)).status, 404)
  assert.equal(await answers('Paula', transfer, 'accepted'), 403)
  assert.equal(await answers('Nora', transfer, 'approved', 'It is mine, I say.'), 403)
  assert.equal(await answers('Nora', transfer, 'accepted'), 303)
  assert.match((await page('Paula', '/inbox')).text, /Your offer of Ferry Clock was accepted/)
  const proving = async () => await browser('Nora').post(`${transfer}/proof`, {}, { from: transfer })
  assert.match(readable((await proving()).text), /found neither in the file nor in the record/)
  assert.equal((await product.app.catalogue.bySlug(listed.slug))?.organisation, who('Paula').organisation)
  const line = /connectory-transfer=[\w-]+/.exec((await browser('Nora').get(transfer)).text)?.[0] ?? ''
  server.files.set('/.well-known/connectory-transfer', `${line}\n`)
  assert.equal((await proving()).status, 303)

  assert.match((await page('Nora', transfer)).text, /Handed over/)
  for (const name of ['Paula', 'Nora']) {
    assert.match((await page(name, '/inbox')).text, /Ferry Clock has a new publisher/)
  }
  assert.match((await page('Uma', '/inbox')).text, /Ferry Clock, which you connected, has a new publisher/)
  assert.equal((await page('Paula', `/submissions/${pending}`)).status, 404)
  assert.match((await page('Nora', `/submissions/${pending}`)).text, /In review/)
  assert.equal(await refusedCall(), undefined)
  await seenByOwnerOnly()
  await product.app.holds.release(who('Rita'), held, 'It says what it does.')
  assert.match((await page('Nora', '/inbox')).text, /A hold on ferry-times has ended/)
  assert.doesNotMatch((await page('Paula', '/inbox')).text, /A hold on ferry-times has ended/)
  assert.deepEqual(await auditOf('holds.release'), [who('Nora').organisation])
  await approve(pending)
  assert.match((await page('Uma', connector())).text, /Knows more ferries/)
  const audited = await auditOf('catalogue.hand-over')
  assert.deepEqual(audited.toSorted(), [who('Paula').organisation, who('Nora').organisation].toSorted())
})

test('where nobody can prove it an operator decides; an offer that is left lying runs out', async () => {
  const ownership = `${connector()}/ownership`
  const offered = async () => {
    const email = who('Paula').email
    const answer = await browser('Nora').post(`${ownership}/transfers`, { email }, { from: ownership })
    return answer.headers.location ?? ''
  }
  const left = await offered()
  const again = await browser('Nora').post(
    `${ownership}/transfers`,
    { email: who('Paula').email },
    { from: '/account' },
  )
  assert.equal(again.status, 409)
  later(14 * 86_400_000)
  await product.app.ownership.expireOffers()
  later(0)
  assert.match((await page('Nora', left)).text, /Run out/)
  assert.match((await page('Paula', '/inbox')).text, /The offer of Ferry Clock has run out/)

  const transfer = await offered()
  assert.equal((await page('Otto', transfer)).status, 200)
  assert.equal(await answers('Paula', transfer, 'accepted'), 303)
  assert.equal(await answers('Otto', transfer, 'approved', 'They asked for it.'), 409)
  assert.equal(await answers('Paula', transfer, 'asked', 'No.'), 422)
  assert.equal(await answers('Paula', transfer, 'asked', 'The site of the server is run by a host.'), 303)
  assert.match((await page('Otto', '/transfers')).text, /Between others Status Waits for an operator/)
  const order = { kind: 'server', slug: listed.slug, tool: null, reason: 'It answers oddly.' } as const
  const hold = await product.app.holds.stop(who('Otto'), order)
  assert.match((await page('Nora', '/submissions')).text, /Ferry Clock[^]*Stopped/)
  assert.match((await page('Nora', `/submissions/${listed.submission}`)).text, /its calls are stopped/)
  assert.equal(await answers('Otto', transfer, 'approved', 'Their contract names the server.'), 409)
  await product.app.holds.release(who('Otto'), hold.id, 'It is mended.')
  assert.equal(await answers('Otto', transfer, 'approved', 'Their contract names the server.'), 303)
  assert.equal((await product.app.catalogue.bySlug(listed.slug))?.organisation, who('Paula').organisation)
  assert.equal(await answers('Nora', transfer, 'withdrawn'), 409)
})
