import type { Hono } from 'hono'
import type { People } from '../accounts/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { AppEnv, Clock, Database, Ids, Viewer } from '../kernel/index.ts'
import type { Notices } from '../notices/index.ts'
import type { Submissions } from '../submissions/index.ts'

export interface OwnershipDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly catalogue: Pick<Catalogue, 'byId' | 'bySlug' | 'shownVersion' | 'remove' | 'handOver'>
  readonly submissions: Pick<Submissions, 'ofListing' | 'close' | 'handOver'>
  readonly notices: Pick<Notices, 'tell'>
  readonly people: Pick<People, 'isOwner'>
}

export interface Ownership {
  /**
   * Takes a listing down: its page becomes a tombstone with the reason, and what was on its way to it ends. By an owner of
   * its publisher, or by an operator, who gives a reason.
   * @throws Problem not-found | not-allowed | invalid-input | conflict
   */
  remove(viewer: Viewer, slug: string, change: { readonly reason: string }): Promise<void>
  routes(): Hono<AppEnv>
}
