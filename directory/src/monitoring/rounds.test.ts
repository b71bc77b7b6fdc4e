import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import type { Endpoint } from '../catalogue/index.ts'
import { createIds, createLog, manualClock, type ListingId, type OrganisationId } from '../kernel/index.ts'
import type { LookState } from './model.ts'
import { isOurOutage } from './own-outage.ts'
import { createRounds } from './rounds.ts'
import { watchList, type WatchRow } from './watch-list-store.ts'

const minute = 60_000
const start = new Date('2026-11-21T12:00:00Z')

interface Seen {
  readonly listing: ListingId
  readonly state: LookState
}

/** Each look hangs until the test lets it land: who waits for it before it does waits for ever. */
const ends = { timeout: 10_000 }

interface Noted {
  readonly numbers: readonly number[]
  readonly ours: boolean
}

describe('rounds', () => {
  const resources = new AsyncDisposableStack()
  let database: TestDatabase
  before(async () => {
    database = resources.use(await testDatabase())
  })
  after(() => resources.disposeAsync())

  /** Listings with numbers; those from `later` on are due a minute later. */
  async function stage(atOnce: number, many: number, later = many) {
    const { db, pool } = database
    await pool.query('delete from upkeep_watch')
    const clock = manualClock(start)
    const ids = createIds(clock)
    const fetch = createSafeFetch({ allowLoopback: true })
    resources.defer(() => fetch.close())
    const organisation = ids.next<OrganisationId>()
    const listings = Array.from({ length: many }, () => ids.next<ListingId>())
    const list = watchList<WatchRow>('upkeep_watch')
    await list.watch(
      db,
      listings.map((listing, number) => ({
        listing,
        organisation,
        nextAt: new Date(start.getTime() + number + (number < later ? 0 : minute)),
      })),
    )
    clock.advance(many)
    const noted: Noted[] = []
    const begun: number[] = []
    let times = 0
    const bed = {
      clock,
      begun,
      noted,
      /** All that was noted so far. */
      known: () => noted.flatMap(({ numbers }) => numbers).toSorted((one, other) => one - other),
      look: async (_number: number): Promise<LookState> => 'ok',
      /** Before it is noted. */
      happens: async (_noted: Noted): Promise<void> => undefined,
      /** When what is due is asked for, so many times until now. */
      asked: (_times: number): void => undefined,
    }
    const rounds = createRounds<WatchRow, Seen>(
      {
        db,
        clock,
        log: createLog('silent'),
        catalogue: {
          // The members that rounds read.
          endpointsOf: async (wanted) => wanted.map((listing) => ({ listing }) as Endpoint),
          publishedAfter: async () => [],
        },
        isOurOutage: (states) => isOurOutage(states, [], fetch),
      },
      {
        what: 'a number',
        list: {
          ...list,
          async takeDue(trx, due) {
            times += 1
            bed.asked(times)
            return await list.takeDue(trx, due)
          },
        },
        atOnce,
        patienceMs: 20,
        leaseMs: 5 * minute,
        firstLook: (_listing, at) => at,
        isLookedAt: () => true,
        look: async ({ listing }) => {
          const number = listings.indexOf(listing)
          begun.push(number)
          return { listing, state: await bed.look(number) }
        },
        statesOf: ({ state }) => [state],
        async note(seen, ours) {
          const numbers = seen.map(({ listing }) => listings.indexOf(listing))
          const one = { numbers: numbers.toSorted((a, b) => a - b), ours }
          await bed.happens(one)
          const again = new Date(clock.now().getTime() + (ours ? minute : 60 * minute))
          await list.lookAgain(
            db,
            seen.map(({ listing }) => listing),
            again,
          )
          noted.push(one)
        },
      },
    )
    return Object.assign(bed, { rounds })
  }

  test(
    'a look that hangs holds its own place: the others are noted, what else is due is looked at, and the end waits for it',
    ends,
    async () => {
      const bed = await stage(4, 12)
      const slow = Promise.withResolvers<LookState>()
      const others = [1, 2, 3, 4, 5, 6, 7, 8]
      let before: readonly number[] = []
      bed.look = async (number) => {
        if (number === 0) return await slow.promise
        if (number === 11) {
          before = bed.known()
          slow.resolve('time-out')
        }
        return 'ok'
      }
      await bed.rounds.look()
      // Three places were left: all but the last ones were noted before those began.
      assert.deepEqual(before.slice(0, 8), others)
      assert.deepEqual(bed.known(), [0, ...others, 9, 10, 11])
      assert.equal(bed.begun.length, 12)
      assert.ok(bed.noted.every(({ ours }) => !ours))
    },
  )

  test(
    'what becomes due while only slow looks are in flight is looked at, and nothing in flight is taken twice',
    ends,
    async () => {
      const bed = await stage(8, 3, 2)
      const slow = Promise.withResolvers<LookState>()
      bed.look = async (number) => {
        if (number === 0) return await slow.promise
        if (number === 2) slow.resolve('ok')
        return 'ok'
      }
      bed.happens = async ({ numbers }) => {
        if (numbers.includes(1)) bed.clock.advance(2 * minute)
      }
      const run = bed.rounds.look()
      await Promise.all([run, bed.rounds.look()])
      assert.deepEqual(
        [bed.begun, bed.known()],
        [
          [0, 1, 2],
          [0, 1, 2],
        ],
      )
    },
  )

  test('slow ones that fail and land alone make no outage', ends, async () => {
    const bed = await stage(8, 8)
    const slow = Promise.withResolvers<LookState>()
    bed.look = async (number) => (number < 4 ? await slow.promise : 'ok')
    bed.happens = async () => slow.resolve('time-out')
    await bed.rounds.look()
    assert.deepEqual(bed.noted, [
      { numbers: [4, 5, 6, 7], ours: false },
      { numbers: [0, 1, 2, 3], ours: false },
    ])
  })

  test(
    'when our network is out, what failed is judged with what still hung, nothing more is begun, and then four at once',
    ends,
    async () => {
      const bed = await stage(6, 12, 5)
      const slow = Promise.withResolvers<LookState>()
      bed.look = async (number) => (number === 2 ? await slow.promise : 'no-connection')
      // The round has lost its patience over the slow one, and failures wait to be judged.
      bed.asked = (times) => {
        if (times === 3) slow.resolve('time-out')
      }
      await bed.rounds.look()
      assert.deepEqual(bed.noted, [{ numbers: [0, 1, 2, 3, 4], ours: true }])
      bed.clock.advance(2 * minute)
      await bed.rounds.look()
      assert.equal(bed.begun.length, 5 + 4)
      assert.deepEqual(bed.noted.slice(1), [
        { numbers: bed.begun.slice(5).toSorted((a, b) => a - b), ours: true },
      ])
      bed.look = async () => 'ok'
      bed.clock.advance(2 * minute)
      await bed.rounds.look()
      assert.equal(bed.begun.length, 5 + 4 + 12)
    },
  )

  test(
    'a round that could not be noted takes nothing from what is still in flight: the next run notes it',
    ends,
    async () => {
      const bed = await stage(4, 2)
      const slow = Promise.withResolvers<LookState>()
      bed.look = async (number) => (number === 0 ? await slow.promise : 'ok')
      bed.happens = async () => {
        throw new Error('no database')
      }
      await assert.rejects(bed.rounds.look(), /no database/)
      bed.happens = async () => undefined
      slow.resolve('ok')
      await bed.rounds.look()
      assert.deepEqual(bed.known(), [0])
    },
  )
})
