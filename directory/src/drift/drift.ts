import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { SafeFetch } from '@connectory/wire'
import type { Catalogue, Listing } from '../catalogue/index.ts'
import type { Holds } from '../holds/index.ts'
import type { AppEnv, Clock, Database, Ids, ListingId, Log, Viewer } from '../kernel/index.ts'
import type { Monitoring, Rounds } from '../monitoring/index.ts'
import type { Notices, Recipient } from '../notices/index.ts'
import type { ChangeId, PastChange } from './model.ts'
import type { Drifting, Standing } from './store.ts'

export interface DriftDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly fetch: SafeFetch
  readonly catalogue: Pick<
    Catalogue,
    'bySlug' | 'endpointOf' | 'endpointsOf' | 'publishedAfter' | 'shownVersion'
  >
  readonly holds: Pick<Holds, 'comparison' | 'settled'>
  readonly monitoring: Pick<Monitoring, 'isOurOutage'>
  readonly notices: Pick<Notices, 'tell'>
  /** Port: everybody who reviews here. */
  reviewers(trx: Database): Promise<readonly Recipient[]>
}

/** One listing with its changes, newest first. */
export interface DriftView {
  readonly listing: Listing
  readonly name: string
  readonly standing: Standing | undefined
  readonly changes: readonly PastChange[]
  /** The next page begins before this one; undefined on the last. */
  readonly next: ChangeId | undefined
}

export interface Drift extends Rounds {
  /** The changes of one's own listing; operators and reviewers see every one. @throws Problem not-found */
  view(viewer: Viewer, slug: string, before?: ChangeId): Promise<DriftView>
  /** What is not as approved now, the heaviest first. Operators and reviewers. */
  drifting(viewer: Viewer): Promise<readonly Drifting[]>
  /** What the page of a connector shows of it. */
  card(listing: ListingId): Promise<Child>
  /** Pages, and JSON. */
  routes(): Hono<AppEnv>
}
