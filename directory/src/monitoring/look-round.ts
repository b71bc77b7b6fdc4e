import { inTransaction, type ListingId } from '../kernel/index.ts'
import { isOpen, type Endpoint } from '../catalogue/index.ts'
import type { MonitoringDependencies } from './create-monitoring.tsx'
import { countBack, quartersSince } from './count.ts'
import { intervalOf, nextLook, type Cadence } from './due.ts'
import { lookAtServer } from './look-at-server.ts'
import { isGood, type Look, type WatchedListing } from './model.ts'
import { observe } from './observe.ts'
import { isOurOutage } from './own-outage.ts'
import { noteOut, notePulse } from './store-pulse.ts'
import { lookAgain, record, stopWatching, takeDue, type SeenListing } from './store.ts'

const atOnce = 64
/** While our own network is known to be out; enough to see that it is still out, or back. */
const atOnceWhenOut = 4
/** Longer than a look can take; who dies meanwhile leaves these to others. */
const leaseMs = 5 * 60_000
const outageMs = 60_000

interface Seen {
  readonly watched: WatchedListing
  readonly endpoint: Endpoint
  readonly look: Look
}

/** Looks at every server that is due; while our network is out, at a few. One run at a time. */
export function createLook(deps: MonitoringDependencies): () => Promise<void> {
  let running: Promise<void> | undefined
  let out = false
  const lookAtAll = async (): Promise<void> => {
    let most: number
    let due: number
    do {
      most = out ? atOnceWhenOut : atOnce
      ;({ due, out } = await lookRound(deps, most))
    } while (due === most && !out)
  }
  return async () => {
    running ??= lookAtAll().finally(() => (running = undefined))
    await running
  }
}

interface Round {
  readonly due: number
  /** Our own network is out. */
  readonly out: boolean
}

async function lookRound(deps: MonitoringDependencies, most: number): Promise<Round> {
  const { db, clock, catalogue, config, fetch, log } = deps
  const at = clock.now()
  const due = await takeDue(db, { at, leaseUntil: new Date(at.getTime() + leaseMs), most })
  const endpoints = new Map<ListingId, Endpoint>()
  for (const endpoint of await catalogue.endpointsOf(due.map(({ listing }) => listing))) {
    if (isLookedAt(endpoint)) endpoints.set(endpoint.listing, endpoint)
  }
  await stopWatching(
    db,
    due.flatMap(({ listing }) => (endpoints.has(listing) ? [] : [listing])),
  )
  const looks = await Promise.all(
    due.flatMap((watched) => {
      const endpoint = endpoints.get(watched.listing)
      return endpoint === undefined ? [] : [lookAt(deps, watched, endpoint)]
    }),
  )
  const seen = looks.filter((one) => one !== undefined)
  const states = seen.map(({ look }) => look.state)
  if (await isOurOutage(states, config.monitorControls, fetch)) {
    log.warn({ looks: states.length }, 'our own network seems to be out; these looks count for nobody')
    const listings = seen.map(({ watched }) => watched.listing)
    await noteOut(db)
    await lookAgain(db, listings, new Date(clock.now().getTime() + outageMs))
    return { due: due.length, out: true }
  }
  await inTransaction(db, async (trx) => {
    await record(
      trx,
      seen.map((one) => judge(one, config.monitorCadence)),
    )
    await notePulse(trx, clock.now(), seen.length > 0 ? 'looked' : 'idle')
  })
  return { due: due.length, out: false }
}

/** Also what unreliability has hidden or delisted: how else would it be seen to be well again? */
function isLookedAt(endpoint: Endpoint): boolean {
  return isOpen(endpoint) || endpoint.state === 'delisted'
}

async function lookAt(
  deps: MonitoringDependencies,
  watched: WatchedListing,
  endpoint: Endpoint,
): Promise<Seen | undefined> {
  try {
    return { watched, endpoint, look: await lookAtServer(endpoint.serverUrl, watched.era, deps) }
  } catch (error) {
    // A fault of ours: it says nothing of this server, and takes nothing from the others of its round.
    deps.log.error({ err: error, listing: watched.listing }, 'a server could not be looked at')
    return undefined
  }
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
