import type { Hono } from 'hono'
import type { Policy } from '@connectory/checker'
import type { Catalogue, Endpoint } from '../catalogue/index.ts'
import type { AppEnv, Clock, Database, Ids, ListingId, Log, Viewer } from '../kernel/index.ts'
import type { Probe } from '../probe/index.ts'
import type { ForeseenListing, RuleOutcome, Simulation, SimulationId } from './model.ts'

export interface SimulationsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly catalogue: Pick<Catalogue, 'endpointsOf' | 'publishedAfter' | 'publishedOf' | 'shownVersion'>
  readonly probe: Pick<Probe, 'reportById'>
}

export interface Simulations {
  /** Policies for servers, the newest first. */
  policies(): readonly Policy[]
  /** Begins one for every published listing, or gives the one that is under way. Operators and reviewers. @throws Problem */
  start(viewer: Viewer, policy: string): Promise<SimulationId>
  /** Goes on with what is not finished; one run at a time in each process, any number of replicas. */
  advance(): Promise<void>
  /** Newest first. Operators and reviewers. */
  recent(viewer: Viewer): Promise<readonly Simulation[]>
  /** Operators and reviewers. @throws Problem not-found */
  one(viewer: Viewer, id: SimulationId): Promise<Simulation>
  /** Listings that do not simply stand, page by page. Operators and reviewers. */
  results(
    viewer: Viewer,
    id: SimulationId,
    page: {
      readonly outcome?: RuleOutcome | undefined
      readonly after?: ListingId | undefined
      readonly most: number
    },
  ): Promise<readonly (ForeseenListing & { readonly slug: string; readonly name: string })[]>
  /** The viewer's own published listings under a policy, page by page. @throws Problem invalid-input */
  own(viewer: Viewer, policy: string, after: ListingId | undefined): Promise<OwnListings>
  routes(): Hono<AppEnv>
}

export interface OwnListings {
  readonly listings: readonly (ForeseenListing & Pick<Endpoint, 'slug' | 'name'>)[]
  readonly next: ListingId | undefined
}
