import type { OpenAPIHono } from '@hono/zod-openapi'
import type { SafeFetch } from '@connectory/wire'
import type { Catalogue } from '../catalogue/index.ts'
import type { AppEnv, Clock, Database, Ids, ListingId, Log, Viewer } from '../kernel/index.ts'
import type { Icon } from './model.ts'
import type { Wish } from './store.ts'

export interface IconsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly fetch: SafeFetch
  readonly catalogue: Pick<Catalogue, 'bySlug' | 'byId' | 'showIcon' | 'shownVersion'>
}

export interface Icons {
  /** Port of the publication: from now on this listing has an icon to look for. */
  want(trx: Database, wish: Wish): Promise<void>
  /** The icon of one's own listing. */
  mine(viewer: Viewer, slug: string): Promise<Icon>
  /**
   * Sets where the icon comes from (empty: the server's site) and looks at once; at most once a minute for a listing.
   * @throws Problem not-found, invalid-input, too-many
   */
  refresh(viewer: Viewer, slug: string, customUrl: string): Promise<Icon>
  /** The address that the publisher gave for the icon; empty when it is to be found. For the check of a submission. */
  addressOf(listing: ListingId): Promise<string>
  /** The address that the publisher gave for the icon, and whether the last look found one there. */
  namedIcon(listing: ListingId): Promise<{ readonly url: string; readonly found: boolean } | undefined>
  /** Looks for those that are due, a few at a time. */
  lookForDue(): Promise<void>
  /** Forgets pictures that nothing shows. */
  tidy(): Promise<void>
  routes(): OpenAPIHono<AppEnv>
}
