import type { Database, ListingId, OrganisationId } from '../kernel/index.ts'
import type { Listing } from './model.ts'
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
