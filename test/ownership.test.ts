import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SubmissionId, Viewer } from '../directory/src/kernel/index.ts'
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

before(async () => {
  product = resources.use(await startProduct())
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
  assert.match((await page('Paula', ownership)).text, /List it again/)

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
  listed = { ...listed, submission: back }
})
