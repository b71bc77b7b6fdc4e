import { inTransaction } from '../kernel/index.ts'
import { isOpen, type Endpoint } from '../catalogue/index.ts'
import type { MonitoringDependencies } from './create-monitoring.tsx'
import { countBack, quartersSince } from './count.ts'
import { firstLook, intervalOf, nextLook, type Cadence } from './due.ts'
import { lookAtServer } from './look-at-server.ts'
import { isGood, type Look, type WatchedListing } from './model.ts'
import { observe } from './observe.ts'
import type { Looking } from './rounds.ts'
import { noteOut, notePulse } from './store-pulse.ts'
import { monitored, record, toWatched, type MonitorTable, type SeenListing } from './store.ts'

const outageMs = 60_000

interface Seen {
  readonly watched: WatchedListing
  readonly endpoint: Endpoint
  readonly look: Look
}

/** How listed servers are looked at. */
export function lookingAtServers(deps: MonitoringDependencies): Looking<MonitorTable, Seen> {
  return {
    what: 'a server',
    list: monitored,
    // A look takes up to a second: some 200 a second, twice what 100,000 listings at the exact cadence need. A patience
    // as long as a look would leave the places empty for half of the time.
    atOnce: 256,
    patienceMs: 500,
    leaseMs: 10 * 60_000,
    firstLook,
    isLookedAt,
    async look(endpoint, row) {
      const watched = toWatched(row)
      return { watched, endpoint, look: await lookAtServer(endpoint.serverUrl, watched.era, deps) }
    },
    statesOf: ({ look }) => [look.state],
    note: (seen, ours) => note(deps, seen, ours),
  }
}

/** Also what unreliability has hidden or delisted: how else would it be seen to be well again? */
function isLookedAt(endpoint: Endpoint): boolean {
  return isOpen(endpoint) || endpoint.state === 'delisted'
}

/** All of a round in three statements; what was looked at while our own network was out counts for nobody. */
async function note(
  { db, clock, config }: MonitoringDependencies,
  seen: readonly Seen[],
  ours: boolean,
): Promise<void> {
  if (ours) {
    const listings = seen.map(({ watched }) => watched.listing)
    await noteOut(db)
    return await monitored.lookAgain(db, listings, new Date(clock.now().getTime() + outageMs))
  }
  if (seen.length === 0) return await notePulse(db, clock.now(), 'idle')
  await inTransaction(db, async (trx) => {
    await record(
      trx,
      seen.map((one) => judge(one, config.monitorCadence)),
    )
    await notePulse(trx, clock.now(), 'looked')
  })
}

/** A look that settles a doubt, or confirms one, speaks for itself alone: nobody saw when it began. */
function quartersOf({ watched, endpoint, look }: Seen, cadence: Cadence): number {
  const { seenAt, doubt } = watched
  if (seenAt === null || doubt !== null) return 1
  const intervalMs = intervalOf(watched, seenAt, { authType: endpoint.authType, cadence })
  return quartersSince(seenAt, look.at, intervalMs)
}

function judge(seen: Seen, cadence: Cadence): SeenListing {
  const { watched, endpoint, look } = seen
  const { authType } = endpoint
  const { watch, changed, looks, good } = observe(watched, look, authType)
  const quarters = looks === 1 ? quartersOf(seen, cadence) : looks
  const failed = look.state !== 'rate-limited' && !isGood(look.state, authType)
  const memory = { ...watch, failedAt: failed ? look.at : watched.failedAt }
  const inDoubt = watch.doubt !== null && look.state !== 'rate-limited'
  const interval = inDoubt ? 'in doubt' : intervalOf(memory, look.at, { authType, cadence })
  return {
    ...watched,
    ...memory,
    counted: countBack(look.at, quarters, good > 0),
    era: look.era ?? watched.era,
    seenAt: look.at,
    latencyMs: look.latencyMs,
    nextAt: nextLook(watched.listing, look.at, interval),
    ...(changed && { changedFrom: watched.state }),
  }
}
