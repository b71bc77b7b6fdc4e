import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Catalogue, Listing } from '../catalogue/index.ts'
import type { AppEnv, Clock, Database, Ids, ListingId, Log, Viewer } from '../kernel/index.ts'
import type { Monitoring } from '../monitoring/index.ts'
import type { Notices } from '../notices/index.ts'
import type { Ledger } from './model.ts'
import type { Order } from './order.ts'
import type { Policy } from './policy-2026-11-21.ts'
import type { Open, PastStep } from './store.ts'

export interface ReliabilityDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly catalogue: Pick<Catalogue, 'byId' | 'bySlug' | 'endpointsOf' | 'shownVersion' | 'setStanding'>
  readonly monitoring: Pick<Monitoring, 'history' | 'daysOf' | 'failingSince' | 'gapsSince' | 'isBlind'>
  readonly notices: Pick<Notices, 'tell'>
  /** Default: the policy in force. */
  readonly policy?: Policy
}

/** One listing's ledger with its past. */
export interface LedgerView {
  readonly listing: Listing
  readonly ledger: Ledger
  readonly steps: readonly PastStep[]
}

export interface Reliability {
  /** Judges every listing that fails or is in trouble, and takes at most one step with each. Safe to repeat. */
  advance(): Promise<void>
  ledger(listing: ListingId): Promise<LedgerView | undefined>
  /** The ledger of one's own listing; operators and reviewers see every one. @throws Problem not-found */
  view(viewer: Viewer, slug: string): Promise<LedgerView>
  /** Operators and reviewers. */
  inTrouble(viewer: Viewer): Promise<readonly Open[]>
  /** Operators, for listings of others. @throws Problem */
  order(viewer: Viewer, slug: string, order: Order): Promise<void>
  /** The publisher says that a step is wrong; nothing moves until an operator has answered. @throws Problem */
  object(viewer: Viewer, slug: string, change: { seen: number; text: string }): Promise<void>
  /** What the page of a connector, or its tombstone, says; null when all is well. */
  trouble(listing: ListingId): Promise<Child>
  /** What the page of a submission says to its publisher. */
  publisherNote(listing: ListingId): Promise<Child>
  /** For the dashboard of its publisher. */
  ledgerCard(listing: ListingId): Promise<Child>
  routes(): Hono<AppEnv>
}
