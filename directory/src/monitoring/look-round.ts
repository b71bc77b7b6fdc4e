import { inTransaction, type ListingId } from '../kernel/index.ts'
import { isOpen, type Endpoint } from '../catalogue/index.ts'
import type { MonitoringDependencies } from './create-monitoring.tsx'
import { nextLook } from './due.ts'
import { lookAtServer } from './look-at-server.ts'
import type { Look, WatchedListing } from './model.ts'
import { observe } from './observe.ts'
import { isOurOutage } from './own-outage.ts'
import { noteOut, notePulse } from './store-pulse.ts'
import { lookAgain, record, stopWatching, takeDue, type SeenListing } from './store.ts'

const atOnce = 64
/** Longer than a look can take; who dies meanwhile leaves these to others. */
const leaseMs = 5 * 60_000
const outageMs = 60_000

interface Seen {
  readonly watched: WatchedListing
  readonly endpoint: Endpoint
  readonly look: Look
}

/** Looks at up to 64 servers that are due. @returns how many were due */
export async function lookRound(deps: MonitoringDependencies): Promise<number> {
  const { db, clock, catalogue, config, fetch, log } = deps
  const at = clock.now()
  const due = await takeDue(db, { at, leaseUntil: new Date(at.getTime() + leaseMs), most: atOnce })
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
    return due.length
  }
  await inTransaction(db, async (trx) => {
    await record(trx, seen.map(judge))
    await notePulse(trx, clock.now(), seen.length > 0 ? 'looked' : 'idle')
  })
  return due.length
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

function judge({ watched, endpoint, look }: Seen): SeenListing {
  const { watch, changed, ...counts } = observe(watched, look, endpoint.authType)
  return {
    ...watched,
    ...watch,
    ...counts,
    era: look.era ?? watched.era,
    seenAt: look.at,
    latencyMs: look.latencyMs,
    nextAt: nextLook(watched.listing, look.at, watch.doubt !== null && look.state !== 'rate-limited'),
    ...(changed && { changedFrom: watched.state }),
  }
}
