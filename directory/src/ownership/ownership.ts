import type { Hono } from 'hono'
import type { People } from '../accounts/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { SafeFetch } from '@connectory/wire'
import type { AppEnv, Clock, Database, Ids, ListingId, Viewer } from '../kernel/index.ts'
import type { Notices } from '../notices/index.ts'
import type { Submissions } from '../submissions/index.ts'
import type { TransferAnswer } from './answer.ts'
import type { TransferId } from './transfer.ts'

export interface OwnershipDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly catalogue: Pick<
    Catalogue,
    'byId' | 'lock' | 'bySlug' | 'endpointsOf' | 'shownVersion' | 'remove' | 'handOver'
  >
  readonly submissions: Pick<Submissions, 'ofListing' | 'close' | 'handOver'>
  readonly notices: Pick<Notices, 'tell'>
  readonly people: Pick<People, 'isOwner' | 'organisationOf' | 'namesOf'>
  readonly fetch: SafeFetch
  /** TXT records of a name in the DNS. */
  textRecords(name: string): Promise<readonly string[]>
  /** Port of the holds: whether an operator has stopped this listing, or its publisher. */
  isStopped(listing: ListingId): Promise<boolean>
}

export interface Ownership {
  /**
   * Takes a listing down: its page becomes a tombstone with the reason, and what was on its way to it ends. By an owner of
   * its publisher, or by an operator, who gives a reason.
   * @throws Problem not-found | not-allowed | invalid-input | conflict
   */
  remove(viewer: Viewer, slug: string, change: { readonly reason: string }): Promise<void>
  /**
   * Offers a listing to the organisation of the person with this address. It becomes theirs when an owner of it accepts
   * and either the server's site or domain says so, or an operator does.
   * @throws Problem not-found | not-allowed | invalid-input | conflict
   */
  offer(viewer: Viewer, slug: string, change: { readonly email: string }): Promise<TransferId>
  /** @throws Problem not-found | not-allowed | conflict | already-decided | invalid-input */
  answer(viewer: Viewer, id: TransferId, answer: TransferAnswer): Promise<void>
  /** @throws Problem not-found | not-allowed | conflict | already-decided | invalid-input */
  prove(viewer: Viewer, id: TransferId): Promise<void>
  /** For the schedule. */
  expireOffers(): Promise<void>
  routes(): Hono<AppEnv>
}
