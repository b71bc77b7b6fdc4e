import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { createSafeFetch, WireError } from '@connectory/wire'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import type { Catalogue, Endpoint } from '../catalogue/index.ts'
import { createIds, createLog, manualClock, type ListingId, type OrganisationId } from '../kernel/index.ts'
import { classify } from './classify.ts'
import { createMonitoring } from './create-monitoring.tsx'
import { healthOf } from './label.ts'
import type { LookState, Watch } from './model.ts'
import { observe } from './observe.ts'
import { gapsSince, lastPulse, notePulse } from './store-pulse.ts'

const at = new Date('2026-11-21T12:00:00Z')

function believed(states: readonly LookState[], authType: 'none' | 'oauth' = 'none') {
  let watch: Watch = { state: null, since: null, doubt: null }
  let looks = 0
  let good = 0
  for (const state of states) {
    const seen = observe(watch, { state, at }, authType)
    watch = seen.watch
    looks += seen.looks
    good += seen.good
  }
  return [watch.state, looks, good]
}

describe('what is believed', () => {
  test('nothing after one look, the state after two', () => {
    assert.deepEqual(believed(['ok']), [null, 0, 0])
    assert.deepEqual(believed(['ok', 'ok']), ['ok', 2, 2])
  })
  test('one failure between two good looks counts for nothing', () => {
    assert.deepEqual(believed(['ok', 'ok', '5xx', 'ok']), ['ok', 3, 3])
  })
  test('two failures in a row count, also when they differ', () => {
    assert.deepEqual(believed(['ok', 'ok', '5xx', '5xx']), ['5xx', 4, 2])
    assert.deepEqual(believed(['ok', 'ok', '5xx', 'time-out']), ['time-out', 4, 2])
  })
  test('429 neither heals nor blames nor interrupts', () => {
    assert.deepEqual(believed(['ok', 'ok', 'rate-limited', 'rate-limited', 'rate-limited']), ['ok', 2, 2])
    assert.deepEqual(believed(['ok', 'ok', '5xx', 'rate-limited', '5xx']), ['5xx', 4, 2])
  })
  test('a login is health where the listing says so, and a failure where it says that there is none', () => {
    assert.deepEqual(believed(['auth-gated', 'auth-gated'], 'oauth'), ['auth-gated', 2, 2])
    assert.deepEqual(believed(['auth-gated', 'auth-gated'], 'none'), ['auth-gated', 2, 0])
  })
})

test('every kind of failure has its name', () => {
  const named = [
    ['dns-failed', {}, 'dns'],
    ['tls-failed', {}, 'tls'],
    ['timeout', {}, 'time-out'],
    ['connection-refused', {}, 'no-connection'],
    ['unauthorized', { status: 401 }, 'auth-gated'],
    ['rate-limited', { status: 429 }, 'rate-limited'],
    ['http-status', { status: 404 }, '4xx'],
    ['http-status', { status: 405 }, 'wrong-transport'],
    ['http-status', { status: 503 }, '5xx'],
    ['wrong-content-type', { status: 502 }, '5xx'],
    ['wrong-content-type', { status: 200 }, 'not-mcp'],
    ['rpc-error', { status: 200 }, 'unknown'],
  ] as const
  for (const [code, facts, state] of named) assert.equal(classify(new WireError(code, code, facts)), state)
  assert.throws(() => classify(new TypeError('ours')), TypeError)
})

const minute = 60_000
const hour = 60 * minute

test('30 days are labelled by the share of looks that failed, once there are fifty', () => {
  const labels = [
    [49, 0, 'not-enough-data'],
    [50, 50, 'healthy'],
    [100, 98, 'healthy'],
    [1000, 979, 'worth-a-look'],
    [100, 95, 'worth-a-look'],
    [1000, 949, 'degraded'],
  ] as const
  for (const [looks, good, label] of labels) {
    const day = { day: 100, looks, good, latencyMsSum: 10 * good, latencyMsMost: 20 }
    const old = { ...day, day: 70, looks: 500, good: 0 }
    assert.equal(healthOf([old, day], 100).label, label)
  }
})

describe('looking', () => {
  const resources = new AsyncDisposableStack()
  let database: TestDatabase
  before(async () => {
    database = resources.use(await testDatabase())
  })
  after(() => resources.disposeAsync())

  async function stage(controls: readonly URL[] = [], start = at) {
    const clock = manualClock(start)
    const ids = createIds(clock)
    const faults = { broken: false }
    const sockets = new Set<Socket>()
    const server = resources.use(
      await scriptedServer('modern', ({ message: { id } }, response, { socket }) => {
        sockets.add(socket)
        if (faults.broken) return void response.writeHead(503).end()
        reply(response, 200, { jsonrpc: '2.0', id, result: { tools: [] } })
      }),
    )
    const listed: Endpoint = {
      listing: ids.next<ListingId>(),
      organisation: ids.next<OrganisationId>(),
      slug: 'one',
      name: 'One',
      serverUrl: server.url,
      authType: 'none',
      state: 'published',
      version: 1,
      staticClient: false,
      updatedAt: at,
    }
    const shown = { endpoint: listed }
    const catalogue: Pick<Catalogue, 'endpointOf' | 'endpointsOf' | 'publishedAfter'> = {
      endpointOf: async () => shown.endpoint,
      endpointsOf: async (wanted) => (wanted.includes(listed.listing) ? [shown.endpoint] : []),
      publishedAfter: async () => [{ id: listed.listing, organisation: listed.organisation }],
    }
    const fetch = createSafeFetch({ allowLoopback: true })
    resources.defer(() => fetch.close())
    const log = createLog('silent')
    const { db } = database
    const monitoring = createMonitoring({
      db,
      clock,
      log,
      fetch,
      catalogue,
      config: { monitorControls: controls, monitorCadence: 'adaptive' },
    })
    await monitoring.enrol()
    const round = async (): Promise<void> => {
      clock.advance(17 * 60_000)
      await monitoring.look()
    }
    return { monitoring, clock, round, server, sockets, faults, shown, catalogue, listing: listed.listing }
  }

  test('a server is looked at by POST, breaks, is believed broken after two looks, and heals', async () => {
    const { monitoring, round, server, faults, listing } = await stage()
    await round()
    await round()
    assert.equal((await monitoring.history(listing)).state, 'ok')
    assert.ok(server.received.every(({ method }) => method === 'POST'))
    faults.broken = true
    await round()
    assert.equal((await monitoring.history(listing)).state, 'ok')
    await round()
    assert.equal((await monitoring.history(listing)).state, '5xx')
    faults.broken = false
    await round()
    await round()
    const { state, days } = await monitoring.history(listing)
    assert.equal(state, 'ok')
    const answer = await monitoring.routes().request('/api/v1/health/one')
    const body: unknown = await answer.json()
    assert.partialDeepStrictEqual(body, {
      label: 'not-enough-data',
      state: 'ok',
      days: [{ day: '2026-11-21', looks: 6, good: 4 }],
    })
    assert.deepEqual(
      days.map(({ looks, good }) => [looks, good]),
      [[6, 4]],
    )
  })

  test('no connection stays at a server that was looked at', async () => {
    const { round, sockets } = await stage()
    await round()
    const [socket, ...others] = sockets
    assert.deepEqual(others, [])
    // A connection that is kept for the next request would stay for four.
    if (socket?.closed === false) await once(socket, 'close', { signal: AbortSignal.timeout(2_000) })
  })

  test('days and changes of state are forgotten after 90 days', async () => {
    const { monitoring, clock, round, listing } = await stage()
    await round()
    await round()
    const kept = async () => {
      const { rows } = await database.pool.query('select from monitor_change where listing_id = $1', [
        listing,
      ])
      return [(await monitoring.history(listing)).days.length, rows.length]
    }
    clock.advance(90 * 86_400_000)
    await monitoring.forgetOld()
    assert.deepEqual(await kept(), [1, 1])
    clock.advance(86_400_000)
    await monitoring.forgetOld()
    assert.deepEqual(await kept(), [0, 0])
  })

  test('when the control endpoints are silent too, nobody is blamed', async () => {
    const { monitoring, round, shown, listing } = await stage([new URL('http://127.0.0.1:9/')])
    await round()
    await round()
    shown.endpoint = { ...shown.endpoint, serverUrl: 'http://127.0.0.1:9/mcp' }
    await round()
    await round()
    const { state, days } = await monitoring.history(listing)
    assert.deepEqual([state, days.map(({ looks }) => looks)], ['ok', [2]])
  })

  test('a fault of ours at one server takes no look from the others', async () => {
    const { monitoring, round, shown, catalogue, listing } = await stage()
    const ill: Endpoint = {
      ...shown.endpoint,
      listing: createIds(manualClock(at)).next<ListingId>(),
      get serverUrl(): string {
        throw new TypeError('ours')
      },
    }
    const both = [shown.endpoint, ill]
    catalogue.endpointsOf = async () => both
    catalogue.publishedAfter = async () => both.map((one) => ({ ...shown.endpoint, id: one.listing }))
    await monitoring.enrol()
    await round()
    await round()
    assert.equal((await monitoring.history(listing)).state, 'ok')
    assert.equal((await monitoring.history(ill.listing)).state, null)
  })

  test('a server that hangs keeps nobody else from being looked at again', async () => {
    const { monitoring, clock, shown, catalogue, listing } = await stage()
    const slow = Promise.withResolvers<void>()
    const hanging = resources.use(
      await scriptedServer('modern', async ({ message: { id } }, response) => {
        await slow.promise
        reply(response, 200, { jsonrpc: '2.0', id, result: { tools: [] } })
      }),
    )
    const other: Endpoint = {
      ...shown.endpoint,
      listing: createIds(manualClock(at)).next<ListingId>(),
      serverUrl: hanging.url,
    }
    const both = [shown.endpoint, other]
    const rounds: (readonly ListingId[])[] = []
    catalogue.endpointsOf = async (wanted) => {
      rounds.push(wanted)
      // The second round finds nothing; what is in doubt is due in the next, if the first has noted it.
      if (rounds.length === 2) clock.advance(3 * minute)
      if (rounds.length > 2 && wanted.length > 0) slow.resolve()
      return both.filter((one) => wanted.includes(one.listing))
    }
    catalogue.publishedAfter = async () => both.map((one) => ({ ...shown.endpoint, id: one.listing }))
    await monitoring.enrol()
    clock.advance(17 * minute)
    await monitoring.look()
    assert.deepEqual(rounds.slice(1).flat(), [listing])
    assert.equal((await monitoring.history(listing)).state, 'ok')
    clock.advance(3 * minute)
    await monitoring.look()
    assert.equal((await monitoring.history(other.listing)).state, 'ok')
  })

  test('a time in which our network was out stands as a gap, once, however many replicas come back', async () => {
    // Later than the other tests, which share the database.
    const start = new Date('2026-12-21T12:00:00Z')
    const { monitoring, round, shown } = await stage([new URL('http://127.0.0.1:9/')], start)
    const { endpoint } = shown
    const before = new Date('2100-01-01')
    await monitoring.look()
    await round()
    assert.equal(await monitoring.isBlind(), false)
    const since = (await monitoring.gapsSince(at)).at(-1)?.endedAt ?? at
    shown.endpoint = { ...endpoint, serverUrl: 'http://127.0.0.1:9/mcp' }
    await round()
    // Nothing is due now, and that proves nothing.
    await monitoring.look()
    assert.equal(await monitoring.isBlind(), true)
    shown.endpoint = endpoint
    await round()
    assert.equal(await monitoring.isBlind(), false)
    const gaps = await monitoring.gapsSince(since)
    assert.deepEqual(
      gaps.map(({ startedAt, endedAt }) => endedAt.getTime() - startedAt.getTime()),
      [2 * 17 * 60_000],
    )
    assert.deepEqual(await monitoring.gapsSince(before), [])
  })

  test('what is no longer published is not looked at', async () => {
    const { round, server, shown } = await stage()
    shown.endpoint = { ...shown.endpoint, state: 'unlisted' }
    await round()
    assert.equal(server.received.length, 0)
  })

  test('of replicas that come back at once, one writes the gap', async () => {
    const { db } = database
    // Last: the other tests share the pulse, and live before.
    const start = new Date('2027-02-01T12:00:00Z')
    const later = (ms: number) => new Date(start.getTime() + ms)
    await notePulse(db, start, 'looked')
    await Promise.all([1, 2, 3].map((ms) => notePulse(db, later(hour + ms), 'looked')))
    assert.equal((await gapsSince(db, start)).length, 1)
    await notePulse(db, later(hour + minute / 2), 'looked')
    assert.ok(((await lastPulse(db)) ?? start) < later(hour + minute / 2))
  })
})
