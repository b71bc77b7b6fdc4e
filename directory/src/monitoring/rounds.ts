import type { Catalogue, Endpoint } from '../catalogue/index.ts'
import type { Clock, Database, ListingId, Log } from '../kernel/index.ts'
import { Flights } from './flights.ts'
import type { LookState } from './model.ts'
import type { WatchList, WatchRow } from './watch-list-store.ts'

export interface RoundsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly catalogue: Pick<Catalogue, 'endpointsOf' | 'publishedAfter'>
  isOurOutage(states: readonly LookState[]): Promise<boolean>
}

/** What is looked at round by round, and how. */
export interface Looking<Row extends WatchRow, Seen> {
  /** For the log: what it is that is looked at. */
  readonly what: string
  readonly list: WatchList<Row>
  /** Places: how many looks are in flight at most. A slow one holds its own, and no other. */
  readonly atOnce: number
  /**
   * How long a round waits for what is in flight before it notes what has landed and fills the places that are free; by
   * the clock on the wall, because servers know no other.
   */
  readonly patienceMs: number
  /**
   * Longer than three looks one after the other can take: one that failed may wait for others, see `Flights`. Who dies
   * meanwhile leaves these to others.
   */
  readonly leaseMs: number
  firstLook(listing: ListingId, at: Date): Date
  isLookedAt(endpoint: Endpoint): boolean
  /** What it throws is a fault of ours: it says nothing of the listing, which is tried again when its lease ends. */
  look(endpoint: Endpoint, row: Row): Promise<Seen>
  /** What it says of the network between us. */
  statesOf(seen: Seen): readonly LookState[]
  /** Writes down what has landed; nothing when nothing is due or in flight. @param ours our own network is out */
  note(seen: readonly Seen[], ours: boolean): Promise<void>
}

export interface Rounds {
  /** Begins to watch what was published since. */
  enrol(): Promise<void>
  /** Ends when everything that was due is noted; one run at a time in each process, any number of replicas. */
  look(): Promise<void>
}

const enrolledAtOnce = 1_000
/** While our own network is known to be out; enough to see that it is still out, or back. */
const atOnceWhenOut = 4

export function createRounds<Row extends WatchRow, Seen>(
  deps: RoundsDependencies,
  looking: Looking<Row, Seen>,
): Rounds {
  const { db, clock, catalogue } = deps
  // Outlives a run that failed: the next one notes what it had begun.
  const flights = new Flights<Seen>((seen) => looking.statesOf(seen))
  let running: Promise<void> | undefined
  let out = false
  /** Round by round: begins what is due on the places that are free, waits, and notes what has landed. */
  const lookAtAll = async (): Promise<void> => {
    let exhausted = false
    let stopped = false
    do {
      const free = stopped || !flights.mayBegin ? 0 : (out ? atOnceWhenOut : looking.atOnce) - flights.places
      const begun = free > 0 ? await beginDue(deps, looking, flights, free) : undefined
      if (begun !== undefined) exhausted = begun.due < free
      // With more that is due it goes on as soon as these have landed. While our network is out it waits for all.
      const landing = exhausted || out ? flights.landings() : (begun?.landings ?? flights.landings())
      await (out ? landing : within(looking.patienceMs, landing))
      const { seen, states } = flights.take()
      if (seen.length === 0 && flights.size > 0) continue
      const ours = await deps.isOurOutage(states)
      if (ours) deps.log.warn({ listings: seen.length }, `our own network is out, as ${looking.what} shows`)
      stopped ||= ours
      out = stopped
      await looking.note(seen, ours)
    } while (flights.size > 0 || (!stopped && !exhausted))
  }
  return {
    async enrol() {
      let after: ListingId | undefined
      do {
        const listings = await catalogue.publishedAfter(after, enrolledAtOnce)
        const at = clock.now()
        await looking.list.watch(
          db,
          listings.map(({ id, organisation }) => ({
            listing: id,
            organisation,
            nextAt: looking.firstLook(id, at),
          })),
        )
        after = listings.length < enrolledAtOnce ? undefined : listings.at(-1)?.id
      } while (after !== undefined)
    },
    async look() {
      running ??= lookAtAll().finally(() => (running = undefined))
      await running
    },
  }
}

interface Begun {
  /** How many were due, those included that are not looked at any more. */
  readonly due: number
  readonly landings: Promise<unknown>
}

/** Takes what is due and begins to look at it. */
async function beginDue<Row extends WatchRow, Seen>(
  deps: RoundsDependencies,
  looking: Looking<Row, Seen>,
  flights: Flights<Seen>,
  most: number,
): Promise<Begun> {
  const { db, clock, catalogue } = deps
  const at = clock.now()
  const leaseUntil = new Date(at.getTime() + looking.leaseMs)
  const due = await looking.list.takeDue(db, { at, leaseUntil, most })
  const endpoints = new Map<ListingId, Endpoint>()
  for (const endpoint of await catalogue.endpointsOf(due.map((row) => row.listing_id))) {
    if (looking.isLookedAt(endpoint)) endpoints.set(endpoint.listing, endpoint)
  }
  const gone = due.flatMap(({ listing_id: listing }) => (endpoints.has(listing) ? [] : [listing]))
  await looking.list.stopWatching(db, gone)
  const landings = due.flatMap((row) => {
    const endpoint = endpoints.get(row.listing_id)
    return endpoint === undefined ? [] : [flights.begin(lookAt(deps, looking, endpoint, row))]
  })
  return { due: due.length, landings: Promise.all(landings) }
}

/** Ends with the work, or when so much time has passed. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  await Promise.race([work, promise])
  clearTimeout(timer)
}

async function lookAt<Row extends WatchRow, Seen>(
  { log }: RoundsDependencies,
  looking: Looking<Row, Seen>,
  endpoint: Endpoint,
  row: Row,
): Promise<Seen | undefined> {
  try {
    return await looking.look(endpoint, row)
  } catch (error) {
    log.error(
      { err: error, listing: endpoint.listing },
      `a look at ${looking.what} failed by a fault of ours`,
    )
    return undefined
  }
}
