import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Hono } from 'hono'
import { evidenceOfTools, judge, parseToolsFile } from '@connectory/checker'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import type { Endpoint, ListingVersion } from '../catalogue/index.ts'
import {
  createIds,
  createLog,
  manualClock,
  type AppEnv,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type ReportId,
  type Viewer,
} from '../kernel/index.ts'
import { createWeb } from '../web/index.ts'
import { createSimulations } from './create-simulations.ts'
import { csvOf, jsonOf, type ReadRows } from './export.ts'
import type { Simulations, SimulationsDependencies } from './simulations.ts'

const silent = [{ name: 'find_note', description: 'Finds notes.', inputSchema: { type: 'object' } }]

function pagesFor(viewer: Viewer, simulations: Simulations): Hono<AppEnv> {
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl: new URL('https://connectors.example.org'),
    key: new Uint8Array(32),
    bearerPaths: [],
    reportFault: (error) => assert.fail(String(error)),
  })
  const app = new Hono<AppEnv>()
  app.use(...web.before)
  app.use(async (c, next) => {
    c.set('viewer', viewer)
    await next()
  })
  return app.route('/', simulations.routes())
}

describe('simulations', () => {
  const resources = new AsyncDisposableStack()
  let database: TestDatabase
  before(async () => {
    database = resources.use(await testDatabase())
  })
  after(() => resources.disposeAsync())

  test('every published listing is judged page by page, a replica that comes too late writes nothing, and files hold it all', async () => {
    const clock = manualClock(new Date('2026-11-21T12:00:00Z'))
    const ids = createIds(clock)
    const organisation = ids.next<OrganisationId>()
    const listings = Array.from({ length: 60 }, () => ({ id: ids.next<ListingId>(), organisation }))
    const file = parseToolsFile(JSON.stringify(silent), 'tools')
    const evidence = evidenceOfTools(file, { target: 'https://mcp.example.com/mcp', startedAt: clock.now() })
    const report = judge(evidence)
    const unread = listings[59]?.id
    const reads = { largest: 0, count: 0 }
    const catalogue: SimulationsDependencies['catalogue'] = {
      publishedAfter: async (last, most) => {
        reads.largest = Math.max(reads.largest, most)
        return listings.filter(({ id }) => last === undefined || id > last).slice(0, most)
      },
      publishedOf: async (own, _last, most) =>
        listings.filter((one) => one.organisation === own).slice(0, most),
      endpointsOf: async (wanted) =>
        wanted.map((listing) => ({ listing, slug: `s-${listing}`, name: 'S' }) as Endpoint),
      // The members that this module reads: each listing's report has the listing's id.
      shownVersion: async (id) => ({ report: { id: String(id) as ReportId } }) as ListingVersion,
    }
    const probe: SimulationsDependencies['probe'] = {
      async reportById(id) {
        reads.count += 1
        if (String(id) === String(unread)) return undefined
        return { report } as Awaited<ReturnType<SimulationsDependencies['probe']['reportById']>>
      },
    }
    const deps = { db: database.db, clock, ids, log: createLog('silent'), catalogue, probe }
    const [simulations, replica] = [createSimulations(deps), createSimulations(deps)]
    const who = { person: ids.next<PersonId>(), organisation, name: 'O', email: 'o@people.example' }
    const operator: Viewer = { ...who, roles: new Set(['operator']) }
    const publisher: Viewer = { ...who, roles: new Set() }

    await assert.rejects(simulations.start(publisher, 'openai-2026-08'), /role/)
    await assert.rejects(simulations.start(operator, 'nobody-2099-01'), /Choose a policy/)
    const id = await simulations.start(operator, 'openai-2026-08')
    assert.equal(await replica.start(operator, 'openai-2026-08'), id)
    await Promise.all([simulations.advance(), replica.advance()])

    const done = await simulations.one(operator, id)
    assert.ok(done.finishedAt)
    assert.deepEqual([done.listings, done.outcomes.fails, done.outcomes['cannot-tell']], [60, 59, 1])
    assert.equal(done.rules['TOOL-09']?.fails, 59)
    assert.deepEqual([reads.largest <= 50, reads.count], [true, 60])

    const read: ReadRows = (last) => simulations.results(operator, id, { after: last, most: 7 })
    const lines = (await new Response(csvOf(read)).text()).trimEnd().split('\r\n')
    assert.equal(new Set(lines.slice(1).map((line) => line.split(',')[0])).size, 60)
    const whole = JSON.parse(await new Response(jsonOf(done, read)).text())
    assert.equal(whole.results.length, 60)
    assert.equal(whole.policy, 'openai-2026-08')

    const own = await simulations.own(publisher, 'openai-2026-08', undefined)
    assert.equal(own.listings.length, 20)
    assert.equal(own.listings[0]?.outcome, 'fails')
    const stranger = { ...publisher, organisation: ids.next<OrganisationId>() }
    assert.deepEqual((await simulations.own(stranger, 'openai-2026-08', undefined)).listings, [])
    await assert.rejects(simulations.one(publisher, id), /role/)

    const answer = await pagesFor(publisher, simulations).request('/policy/mine?policy=openai-2026-08')
    const page = await answer.text()
    assert.match(page, /In force from <time datetime="\d{4}-\d\d-\d\dT00:00:00.000Z">\d+ \w+ \d{4}<\/time>\./)
    const unknown = page.match(/The check was not asked to look that far: [^.]*?<\/li>/g) ?? []
    assert.equal(unknown.length, 20, 'one line for each connector')
    assert.ok(unknown[0]?.includes(': <code>NET-01</code>, <code>'), unknown[0])
  })
})
