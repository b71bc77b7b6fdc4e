import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import type { Endpoint, Listing, ListingVersion, Tool } from '../catalogue/index.ts'
import { createHolds } from '../holds/index.ts'
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
import { createDrift } from './create-drift.tsx'
import type { DriftDependencies } from './drift.ts'

const minute = 60_000
const day = 24 * 60 * minute
const start = new Date('2026-11-21T12:00:00Z')

const tool = (name: string, change: Partial<Tool> = {}): Tool => ({
  name,
  title: null,
  description: 'Says what it was given, and nothing else at all.',
  annotations: null,
  inputSchema: { type: 'object' },
  ...change,
})

describe('drift', () => {
  const resources = new AsyncDisposableStack()
  let database: TestDatabase
  let fetch: DriftDependencies['fetch']
  before(async () => {
    database = resources.use(await testDatabase())
    fetch = createSafeFetch({ allowLoopback: true })
    resources.defer(() => fetch.close())
  })
  after(() => resources.disposeAsync())

  async function stage() {
    const { db } = database
    const clock = manualClock(start)
    const ids = createIds(clock)
    const log = createLog('silent')
    const approved = [tool('echo'), tool('twice')]
    const shown = { tools: approved as readonly Tool[], status: 200, ours: false }
    const server = resources.use(
      await scriptedServer('modern', ({ message: { id } }, response) => {
        if (shown.status !== 200) return void response.writeHead(shown.status).end()
        const tools = shown.tools.map(({ name, description, inputSchema }) => ({
          name,
          description,
          inputSchema,
        }))
        reply(response, 200, { jsonrpc: '2.0', id, result: { tools } })
      }),
    )
    const endpoint: Endpoint = {
      listing: ids.next<ListingId>(),
      organisation: ids.next<OrganisationId>(),
      slug: 'one',
      name: 'One',
      serverUrl: server.url,
      authType: 'none',
      state: 'published',
      version: 1,
      staticClient: false,
      updatedAt: start,
    }
    const { listing, organisation, slug } = endpoint
    // The members that these modules read.
    const whole = { id: listing, organisation, slug, state: 'published', version: 1 } as Listing
    const version = { version: 1, name: 'One', tools: approved } as unknown as ListingVersion
    const catalogue: DriftDependencies['catalogue'] = {
      bySlug: async () => whole,
      endpointOf: async () => endpoint,
      endpointsOf: async (wanted) => (wanted.includes(listing) ? [endpoint] : []),
      publishedAfter: async () => [whole],
      shownVersion: async () => version,
    }
    const reviewer = { organisation: ids.next<OrganisationId>(), person: ids.next<PersonId>() }
    const notices = { tell: createTell({ clock, ids, jobs: { send: () => Promise.resolve() } }) }
    const base = { db, clock, ids, log, fetch, notices }
    const holds = createHolds({ ...base, catalogue: { ...catalogue, byId: async () => whole } })
    const drift = createDrift({
      ...base,
      catalogue,
      holds,
      monitoring: { isOurOutage: async () => shown.ours },
      reviewers: async () => [reviewer],
    })
    await drift.enrol()
    clock.advance(day + minute)
    await drift.look()
    const publisher = { organisation, person: reviewer.person, roles: new Set() } as unknown as Viewer
    const told = async (to: OrganisationId): Promise<readonly string[]> => {
      const { rows } = await database.pool.query<{ kind: string }>(
        'select kind from notice where organisation_id = $1 order by at, id',
        [to],
      )
      return rows.map(({ kind }) => kind)
    }
    return { clock, drift, holds, shown, approved, endpoint, publisher, reviewer, told }
  }

  test('a change is seen, held, confirmed by a second look within minutes, told once, and its return is written down', async () => {
    const { clock, drift, holds, shown, approved, endpoint, publisher, reviewer, told } = await stage()
    const history = async () => {
      const { changes } = await drift.view(publisher, 'one')
      return changes.map((change) => [change.tool, change.class, ...change.steps.map(({ step }) => step)])
    }
    assert.deepEqual(await history(), [])
    shown.tools = [...approved, tool('erase')]
    clock.advance(1.1 * day)
    await drift.look()
    assert.deepEqual(await history(), [['erase', 'major']])
    assert.equal(holds.forbidding(endpoint, 'erase')?.severity, 'major')
    assert.deepEqual(await told(reviewer.organisation), [])
    clock.advance(20 * minute)
    await drift.look()
    assert.deepEqual(await history(), [['erase', 'major', 'confirmed']])
    assert.deepEqual(await told(reviewer.organisation), ['drift.changed'])
    clock.advance(1.1 * day)
    await drift.look()
    assert.deepEqual(await told(reviewer.organisation), ['drift.changed'])
    shown.tools = approved
    clock.advance(1.1 * day)
    await drift.look()
    assert.deepEqual(await history(), [['erase', 'major', 'confirmed', 'returned']])
    assert.deepEqual(await told(reviewer.organisation), ['drift.changed', 'drift.returned'])
    assert.deepEqual(await told(endpoint.organisation), ['holds.changed', 'drift.returned'])
    const answer = await drift.routes().request('/api/v1/changes/one')
    assert.partialDeepStrictEqual(await answer.json(), {
      state: 'as-approved',
      changes: [{ tool: 'erase', class: 'major', changes: ['new-tool'] }],
    })
  })

  test('a tool is held whatever its name is made of', async () => {
    const { clock, drift, holds, shown, approved, endpoint } = await stage()
    const names = ['erase\ud800', 'drop\0', 'x'.repeat(9_000)]
    shown.tools = [...approved, ...names.map((name) => tool(name))]
    clock.advance(1.1 * day)
    await drift.look()
    const { rows } = await database.pool.query<{ tool: string }>(
      'select tool from hold where listing_id = $1 order by tool',
      [endpoint.listing],
    )
    assert.deepEqual(
      rows.map((row) => row.tool),
      ['drop', 'erase\ufffd', 'x'.repeat(200)],
    )
    assert.ok(names.every((name) => holds.forbidding(endpoint, name) !== undefined))
    assert.equal(holds.forbidding(endpoint, 'echo'), undefined)
  })

  test('no answer, a 429, a login and an outage of ours are no drift, and what was found before stands', async () => {
    const { clock, drift, shown, approved, publisher } = await stage()
    shown.tools = approved.slice(0, 1)
    clock.advance(1.1 * day)
    await drift.look()
    const outcomes: (string | null | undefined)[] = []
    for (const [status, ours] of [
      [503, false],
      [429, false],
      [401, false],
      [500, true],
    ] as const) {
      Object.assign(shown, { status, ours })
      clock.advance(1.1 * day)
      await drift.look()
      outcomes.push((await drift.view(publisher, 'one')).standing?.outcome)
    }
    assert.deepEqual(outcomes, ['5xx', 'rate-limited', 'auth-gated', 'auth-gated'])
    const { changes, standing } = await drift.view(publisher, 'one')
    assert.deepEqual(
      changes.map((change) => [change.words, change.steps]),
      [[['removed'], []]],
    )
    assert.equal(standing?.open?.minor, 1)
    await assert.rejects(
      drift.view({ ...publisher, organisation: createIds(clock).next<OrganisationId>() }, 'one'),
      /no such connector/,
    )
  })
})
