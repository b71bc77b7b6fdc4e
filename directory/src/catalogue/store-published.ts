import type { Database, ListingId, OrganisationId } from '../kernel/index.ts'
import type { Listing, ListingVersion } from './model.ts'
import { toVersion } from './store.ts'
import type { CatalogueTables } from './tables.ts'

/** In the order of their ids, so that all of them can be read page by page. */
export async function publishedAfter(
  db: Database,
  after: ListingId | undefined,
  most: number,
): Promise<readonly Pick<Listing, 'id' | 'organisation'>[]> {
  let published = db
    .withTables<CatalogueTables>()
    .selectFrom('listing')
    .select(['id', 'organisation_id'])
    .where('state', '=', 'published')
  if (after !== undefined) published = published.where('id', '>', after)
  const rows = await published.orderBy('id').limit(most).execute()
  return rows.map((row) => ({ id: row.id as ListingId, organisation: row.organisation_id as OrganisationId }))
}

/** Those of one publisher, likewise. */
export async function publishedOf(
  db: Database,
  organisation: OrganisationId,
  after: ListingId | undefined,
  most: number,
): Promise<readonly Pick<Listing, 'id' | 'organisation'>[]> {
  let published = db
    .withTables<CatalogueTables>()
    .selectFrom('listing')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('state', '=', 'published')
  if (after !== undefined) published = published.where('id', '>', after)
  const rows = await published.orderBy('id').limit(most).execute()
  return rows.map((row) => ({ id: row.id as ListingId, organisation }))
}

/** One version that was ever published. */
export async function versionOf(
  db: Database,
  listing: ListingId,
  version: number,
): Promise<ListingVersion | undefined> {
  const row = await db
    .withTables<CatalogueTables>()
    .selectFrom('listing_version')
    .selectAll()
    .where('listing_id', '=', listing)
    .where('version', '=', version)
    .executeTakeFirst()
  return row === undefined ? undefined : toVersion(row)
}

/** All that were ever published, the newest first. */
export async function versionsOf(
  db: Database,
  listing: ListingId,
): Promise<readonly Pick<ListingVersion, 'version' | 'publishedAt'>[]> {
  const rows = await db
    .withTables<CatalogueTables>()
    .selectFrom('listing_version')
    .select(['version', 'published_at'])
    .where('listing_id', '=', listing)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ version: row.version, publishedAt: row.published_at }))
}

/** Of an organisation, in whatever state, that were published once; the newest first. */
export async function everPublished(
  db: Database,
  organisation: OrganisationId,
): Promise<readonly ListingId[]> {
  const rows = await db
    .withTables<CatalogueTables>()
    .selectFrom('listing')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('version', '>', 0)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => row.id as ListingId)
}
