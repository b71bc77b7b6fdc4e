import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import type { Facts } from '../directory/src/submissions/index.ts'
import { checked, signUp, startProduct } from './product.ts'
import { rawTools, startEverything, startBraveSearch, startPublisherSite } from './third-party-server.ts'

function facts(serverUrl: string, site: string, name: string): Facts {
  return {
    serverUrl,
    auth: 'none',
    staticClient: false,
    addressFilter: false,
    name,
    tagline: `${name} for everybody`,
    descriptionMarkdown: 'A server that this project did not write.',
    categories: ['developer-tools'],
    publisherName: 'Third Party',
    publisherUrl: null,
    documentationUrl: null,
    privacyUrl: `${site}/privacy`,
    termsUrl: null,
    support: `${site}/support`,
    securityContact: 'security@third.example',
    useCases: null,
    testInstructions: null,
  }
}

test('a server whose tools carry no hints is rejected by machine, with exactly those tools and the patch', async () => {
  await using product = await startProduct()
  await using site = await startPublisherSite()
  await using brave = await startBraveSearch()
  const publisher = await signUp(product, 'Paula')

  const { id } = await product.app.submissions.submit(publisher, facts(brave.url, site.url, 'Brave Search'), {
    publishOnApproval: true,
  })
  const view = await checked(product, publisher, id)

  assert.equal(view.submission.state.status, 'rejected')
  assert.equal(view.submission.state.objection?.by, 'check')
  assert.ok(view.submission.state.objection?.clauses.includes('TOOL-01'))
  const stored = await product.app.probe.report(id, 1)
  const named =
    stored?.report.findings.filter(({ rule, outcome }) => rule === 'TOOL-01' && outcome === 'fail') ?? []
  const unhinted = (await rawTools(brave.url)).filter((tool) => {
    const hints = (tool['annotations'] ?? {}) as Record<string, unknown>
    return typeof hints['readOnlyHint'] !== 'boolean' && typeof hints['destructiveHint'] !== 'boolean'
  })
  assert.ok(unhinted.length > 0)
  assert.deepEqual(
    named.map(({ target }) => target).toSorted(),
    unhinted.map((tool) => `tools/${String(tool['name'])}`).toSorted(),
  )
  for (const { evidence, fix } of named) {
    assert.match(JSON.stringify(evidence.patch), /readOnlyHint/)
    assert.match(fix ?? '', /readOnlyHint/)
  }
  assert.equal((await product.app.catalogue.search({ text: 'brave', page: 1 })).total, 0)
})

test('server-everything is approved by a person, found by a tool name, connected, and called in both eras', async () => {
  await using product = await startProduct()
  await using site = await startPublisherSite()
  await using everything = await startEverything()
  const publisher = await signUp(product, 'Paula')
  const reviewer = await signUp(product, 'Rita', ['reviewer'])
  const user = await signUp(product, 'Uwe')
  const { app } = product

  const { id } = await app.submissions.submit(publisher, facts(everything.url, site.url, 'Everything'), {
    publishOnApproval: true,
  })
  const view = await checked(product, publisher, id)
  assert.equal(view.submission.state.status, 'in-review')
  const failing = ((await app.probe.report(id, 1))?.report.findings ?? []).filter(
    ({ outcome, level }) => outcome === 'fail' && level === 'must',
  )
  let { seen } = await app.review.claim(reviewer, id)
  for (const rule of new Set(failing.map((finding) => finding.rule))) {
    const waived = await app.review.waive(reviewer, id, {
      seen,
      rule,
      reason: 'A reference server; its names are its own business.',
      expires: new Date(app.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10),
    })
    seen = waived.seen
  }
  const decided = await app.review.decide(reviewer, id, {
    seen,
    decision: 'approve',
    clauses: [],
    text: '',
    lookedAt: ['call'],
  })
  assert.equal(decided.state.status, 'published')

  const found = await fetch(new URL('/api/v1/connectors?q=get-sum', product.url))
  assert.match(await found.text(), /"everything"/)
  const listing = await app.catalogue.bySlug('everything')
  assert.ok(listing)
  const connected = await app.connections.begin(user, 'everything')
  assert.equal(connected.kind, 'connected')

  const endpoint = app.gateway.endpoint('everything')
  const { token } = await app.authorization.issueToken({ viewer: user, endpoint: endpoint.href, hours: 1 })
  for (const [era, mode] of [
    ['legacy', 'legacy'],
    ['modern', { pin: '2026-07-28' }],
  ] as const) {
    const client = new Client({ name: 'journey', version: '1.0.0' }, { versionNegotiation: { mode } })
    await client.connect(
      new StreamableHTTPClientTransport(endpoint, {
        requestInit: { headers: { authorization: `Bearer ${token}` } },
      }),
    )
    assert.equal(client.getProtocolEra(), era)
    const { tools } = await client.listTools()
    const own = (await rawTools(everything.url)).map(({ name }) => String(name))
    assert.deepEqual(
      tools.map(({ name }) => name).toSorted(),
      [...own, 'connectory_read_more'].toSorted(),
      'its tools, and the one that reads on after a cut',
    )
    const sum = await client.callTool({ name: 'get-sum', arguments: { a: 19, b: 23 } })
    assert.match(JSON.stringify(sum.content), /42/, `in the ${era} era`)
    await client.close()
  }
  await app.telemetry.flush()
  const calls = await app.telemetry.recent(user.organisation, 50)
  assert.equal(calls.filter(({ tool }) => tool === 'get-sum').length, 2)
})
