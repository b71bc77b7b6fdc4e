import type { Hono } from 'hono'
import type { SafeFetch } from '@connectory/wire'
import type { Catalogue, Listing } from '../catalogue/index.ts'
import type { AppEnv, Clock, Database, ListingId, Log, Viewer } from '../kernel/index.ts'
import type { Monitoring, Rounds } from '../monitoring/index.ts'
import type { Notices } from '../notices/index.ts'
import type { Kept } from './model.ts'

export interface UpkeepDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly fetch: SafeFetch
  readonly catalogue: Pick<Catalogue, 'bySlug' | 'endpointsOf' | 'publishedAfter' | 'shownVersion'>
  readonly monitoring: Pick<Monitoring, 'isOurOutage'>
  readonly notices: Pick<Notices, 'tell'>
  /** Port: an address that the publisher gave for the icon, and whether the last look there found one. */
  icon(listing: ListingId): Promise<{ readonly url: string; readonly found: boolean } | undefined>
}

export interface UpkeepView {
  readonly listing: Listing
  readonly name: string
  readonly kept: readonly Kept[]
}

export interface Upkeep extends Rounds {
  /** Of one's own listing; operators and reviewers see every one. @throws Problem not-found */
  view(viewer: Viewer, slug: string): Promise<UpkeepView>
  routes(): Hono<AppEnv>
}
