import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { listen } from '../../test/login-server.ts'
import type { Endpoint, Listing, ListingVersion } from '../catalogue/index.ts'
import {
  createIds,
  createLog,
  manualClock,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type Viewer,
} from '../kernel/index.ts'
import { createTell } from '../notices/index.ts'
import { createUpkeep } from './create-upkeep.ts'

const day = 86_400_000
const words =
  'This page says which data we keep, why we keep it, for how long, and whom you can ask about it. '

describe('upkeep', () => {
  const resources = new AsyncDisposableStack()
  let database: TestDatabase
  before(async () => {
    database = resources.use(await testDatabase())
  })
  after(() => resources.disposeAsync())

  test('pages are read again, what changed is seen, what fails twice is told once, an outage of ours fails nobody', async () => {
    const { db } = database
    const site = { status: 200, text: words.repeat(2), docs: '/docs-moved', ours: false }
    const server = resources.use(
      await listen(() => (request, response) => {
        if (request.url === '/docs') return void response.writeHead(302, { location: site.docs }).end()
        const html = { 'content-type': 'text/html' }
        response.writeHead(request.url === '/privacy' ? site.status : 200, html)
        response.end(`<h1>Notes</h1><script>${request.url}</script><p>${site.text}</p>`)
      }),
    )
    const fetch = createSafeFetch({ allowLoopback: true })
    resources.defer(() => fetch.close())
    const clock = manualClock(new Date('2026-11-21T12:00:00Z'))
    const ids = createIds(clock)
    const listing = ids.next<ListingId>()
    const organisation = ids.next<OrganisationId>()
    // The members that this module reads.
    const whole = { id: listing, organisation, slug: 'one', state: 'published', version: 1 } as Listing
    const endpoint = {
      ...whole,
      listing,
      name: 'One',
      serverUrl: `${server.origin}/mcp`,
    } as unknown as Endpoint
    const version = {
      name: 'One',
      privacyUrl: `${server.origin}/privacy`,
      documentationUrl: `${server.origin}/docs`,
      termsUrl: null,
      supportContact: 'help@example.com',
    } as ListingVersion
    const judged: number[] = []
    const upkeep = createUpkeep({
      db,
      clock,
      fetch,
      log: createLog('silent'),
      notices: { tell: createTell({ clock, ids, jobs: { send: () => Promise.resolve() } }) },
      catalogue: {
        bySlug: async () => whole,
        endpointsOf: async (wanted) => wanted.map(() => endpoint),
        publishedAfter: async () => [whole],
        shownVersion: async () => version,
      },
      monitoring: {
        isOurOutage: async (states) => {
          judged.push(states.length)
          return site.ours && states.some((state) => state !== 'ok')
        },
      },
      icon: async () => ({ url: `${server.origin}/icon.png`, found: true }),
    })
    const publisher = { organisation, person: ids.next<PersonId>(), roles: new Set() } as unknown as Viewer
    const look = async (): Promise<Record<string, string | null>> => {
      clock.advance(8 * day)
      await upkeep.look()
      const { kept } = await upkeep.view(publisher, 'one')
      return Object.fromEntries(kept.map(({ subject, outcome }) => [subject, outcome]))
    }
    const told = async () =>
      (await database.pool.query("select what from notice where kind = 'upkeep.failing'")).rows.length
    await upkeep.enrol()
    assert.deepEqual(await look(), { privacy: 'good', documentation: 'good', icon: 'good' })
    // The icon was found by others: it says nothing of our network now.
    assert.deepEqual(judged, [2])
    site.text = words.repeat(3)
    assert.equal((await look())['privacy'], 'changed')
    site.docs = 'http://127.0.0.1:9/docs'
    site.ours = true
    assert.equal((await look())['documentation'], 'changed')
    site.ours = false
    site.status = 404
    assert.deepEqual(await look(), { privacy: 'gone', documentation: 'silent', icon: 'good' })
    assert.equal(await told(), 0)
    await look()
    assert.equal(await told(), 2)
    site.text = 'Soon.'
    site.status = 200
    assert.equal((await look())['privacy'], 'not-a-document')
    assert.equal(await told(), 2)
    const stranger = { ...publisher, organisation: ids.next<OrganisationId>() }
    await assert.rejects(upkeep.view(stranger, 'one'), /no such connector/)
  })
})
