import type { SafeFetch } from '@connectory/wire'
import type { Catalogue } from '../catalogue/index.ts'
import type { Clock, Database, ListingId, Log } from '../kernel/index.ts'
import { firstLook } from './due.ts'
import { lookRound } from './look-round.ts'
import { dayOf, forgetDaysBefore, history, watch, type History } from './store.ts'

export interface MonitoringDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly fetch: SafeFetch
  readonly catalogue: Pick<Catalogue, 'endpointsOf' | 'publishedAfter'>
  /** Addresses that answer whenever our own network is well. */
  readonly config: { readonly monitorControls: readonly URL[] }
}

export interface Monitoring {
  /** Begins to watch what was published since. */
  enrol(): Promise<void>
  /** Looks at every server that is due; one run at a time in each process, any number of replicas. */
  look(): Promise<void>
  /** Drops days that are older than the history keeps. */
  forgetOld(): Promise<void>
  /** Of the last 90 days. */
  history(listing: ListingId): Promise<History>
}

const keptDays = 90
const page = 1_000

export function createMonitoring(deps: MonitoringDependencies): Monitoring {
  const { db, clock, catalogue } = deps
  let running: Promise<void> | undefined
  const lookAtAll = async (): Promise<void> => {
    while ((await lookRound(deps)) > 0);
  }
  return {
    async enrol() {
      let after: ListingId | undefined
      do {
        const listings = await catalogue.publishedAfter(after, page)
        const at = clock.now()
        await watch(
          db,
          listings.map(({ id, organisation }) => ({ listing: id, organisation, nextAt: firstLook(id, at) })),
        )
        after = listings.length < page ? undefined : listings.at(-1)?.id
      } while (after !== undefined)
    },
    async look() {
      running ??= lookAtAll().finally(() => (running = undefined))
      await running
    },
    forgetOld: () => forgetDaysBefore(db, dayOf(clock.now()) - keptDays),
    history: (listing) => history(db, listing, dayOf(clock.now()) - keptDays),
  }
}
