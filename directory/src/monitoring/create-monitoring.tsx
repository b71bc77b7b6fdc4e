import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Child } from 'hono/jsx'
import type { SafeFetch } from '@connectory/wire'
import type { Catalogue } from '../catalogue/index.ts'
import type { AppEnv, Clock, Database, ListingId, Log } from '../kernel/index.ts'
import { healthApi } from './api.ts'
import { dayOf, type Counted } from './count.ts'
import type { Cadence } from './due.ts'
import { healthOf, type Health } from './label.ts'
import { lookingAtServers } from './look-round.ts'
import type { LookState } from './model.ts'
import { isOurOutage } from './own-outage.ts'
import { HealthCard } from './pages/health-card.tsx'
import { createRounds, type Rounds } from './rounds.ts'
import { gapMs, gapsSince, lastPulse, type Gap } from './store-pulse.ts'
import { daysSince, failingSince, forgetBefore, history, keptDays, type History } from './store.ts'

export interface MonitoringDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly fetch: SafeFetch
  readonly catalogue: Pick<Catalogue, 'endpointOf' | 'endpointsOf' | 'publishedAfter'>
  readonly config: {
    /** Addresses that answer whenever our own network is well. */
    readonly monitorControls: readonly URL[]
    readonly monitorCadence: Cadence
  }
}

export interface Monitoring extends Rounds {
  /** Drops days, and changes of state, that are older than the history keeps. */
  forgetOld(): Promise<void>
  /** Of the last 90 days. */
  history(listing: ListingId, trx?: Database): Promise<History>
  /** What was seen of these in the last 90 days; those of whom nothing was seen are left out. */
  daysOf(listings: readonly ListingId[]): Promise<ReadonlyMap<ListingId, readonly Counted[]>>
  /** Whose looks failed by more than this share on one of the days since; a candidate, not a verdict. */
  failingSince(at: Date, share: number): Promise<readonly ListingId[]>
  /** Our own outages that ended after this. */
  gapsSince(at: Date, trx?: Database): Promise<readonly Gap[]>
  /** Whether we cannot look at anybody now, or have not begun to. */
  isBlind(trx?: Database): Promise<boolean>
  /** Whether looks that ended so failed by our own network; asks the control endpoints when that may be. */
  isOurOutage(states: readonly LookState[]): Promise<boolean>
  /** By the 30-day rule. */
  health(listing: ListingId): Promise<Health>
  /** What the page of a connector shows of it. */
  card(listing: ListingId): Promise<Child>
  /** JSON. */
  routes(): OpenAPIHono<AppEnv>
}

export function createMonitoring(deps: MonitoringDependencies): Monitoring {
  const { db, clock } = deps
  const ours = (states: readonly LookState[]): Promise<boolean> =>
    isOurOutage(states, deps.config.monitorControls, deps.fetch)
  const rounds = createRounds({ ...deps, isOurOutage: ours }, lookingAtServers(deps))
  const historyOf = (listing: ListingId, trx = db): Promise<History> =>
    history(trx, listing, dayOf(clock.now()) - keptDays)
  return {
    ...rounds,
    forgetOld: () => forgetBefore(db, dayOf(clock.now()) - keptDays),
    history: historyOf,
    daysOf: (listings) => daysSince(db, listings, dayOf(clock.now()) - keptDays),
    failingSince: (at, share) => failingSince(db, dayOf(at), share),
    gapsSince: (at, trx = db) => gapsSince(trx, at),
    async isBlind(trx = db) {
      const at = await lastPulse(trx)
      return at === null || clock.now().getTime() - at.getTime() >= gapMs
    },
    isOurOutage: ours,
    health: async (listing) => healthOf((await historyOf(listing)).days, dayOf(clock.now())),
    card: async (listing) => <HealthCard history={await historyOf(listing)} today={dayOf(clock.now())} />,
    routes: () => healthApi(deps),
  }
}
