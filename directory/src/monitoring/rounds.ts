import type { Catalogue, Endpoint } from '../catalogue/index.ts'
import type { Clock, Database, ListingId, Log } from '../kernel/index.ts'
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
  readonly atOnce: number
  /** Longer than a look can take; who dies meanwhile leaves these to others. */
  readonly leaseMs: number
  firstLook(listing: ListingId, at: Date): Date
  isLookedAt(endpoint: Endpoint): boolean
  /** What it throws is a fault of ours: it says nothing of the listing, which is tried again when its lease ends. */
  look(endpoint: Endpoint, row: Row): Promise<Seen>
  /** What it says of the network between us. */
  statesOf(seen: Seen): readonly LookState[]
  /** Writes down what one round saw, perhaps nothing. @param ours our own network is out */
  note(seen: readonly Seen[], ours: boolean): Promise<void>
}

export interface Rounds {
  /** Begins to watch what was published since. */
  enrol(): Promise<void>
  /** Looks at everything that is due; one run at a time in each process, any number of replicas. */
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
  let running: Promise<void> | undefined
  let out = false
  const lookAtAll = async (): Promise<void> => {
    let most: number
    let due: number
    do {
      most = out ? atOnceWhenOut : looking.atOnce
      ;({ due, out } = await lookRound(deps, looking, most))
    } while (due === most && !out)
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

/** Takes what is due, looks at all of it at once, and writes down what was seen. */
async function lookRound<Row extends WatchRow, Seen>(
  deps: RoundsDependencies,
  looking: Looking<Row, Seen>,
  most: number,
): Promise<{ readonly due: number; readonly out: boolean }> {
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
  const looks = await Promise.all(
    due.flatMap((row) => {
      const endpoint = endpoints.get(row.listing_id)
      return endpoint === undefined ? [] : [lookAt(deps, looking, endpoint, row)]
    }),
  )
  const seen = looks.filter((one) => one !== undefined)
  const out = await deps.isOurOutage(seen.flatMap((one) => looking.statesOf(one)))
  if (out) deps.log.warn({ listings: seen.length }, `our own network is out, as ${looking.what} shows`)
  await looking.note(seen, out)
  return { due: due.length, out }
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
