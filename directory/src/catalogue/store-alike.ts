import { sql } from 'kysely'
import type { Database, ListingId } from '../kernel/index.ts'
import { nameAlike } from './alike.ts'
import type { Alike } from './model.ts'
import { serverUrlKey } from './server-url-key.ts'

const mostCandidates = 200
const mostShown = 5

export interface Newcomer {
  readonly name: string
  /** Empty while it is not known. */
  readonly serverUrl: string
  /** A listing that it is a version of. */
  readonly except?: ListingId
}

type Row = Omit<Alike, 'why'> & { readonly server_url_key: string }

/** Listings that people find and could take for this one; the same address first. */
export async function findAlike(
  db: Database,
  { name, serverUrl, except }: Newcomer,
): Promise<readonly Alike[]> {
  const key = serverUrl === '' ? '' : serverUrlKey(serverUrl)
  const { rows } = await sql<Row>`
    select listing.slug, shown.name, shown.publisher_name as "publisherName", listing.server_url as "serverUrl",
      listing.server_url_key
    from listing
    join listing_version as shown on shown.listing_id = listing.id and shown.version = listing.version
    where listing.state in ('published', 'hidden') and listing.id is distinct from ${except ?? null}::uuid
      and (listing.server_url_key = ${key} or listing.id in (
        select listing_id from listing_version where lower(name) % lower(${name})
        order by similarity(lower(name), lower(${name})) desc limit ${mostCandidates}))`.execute(db)
  const alike = rows.flatMap(({ server_url_key, ...row }): Alike[] => {
    if (server_url_key === key) return [{ ...row, why: 'address' }]
    return nameAlike(row.name, name) ? [{ ...row, why: 'name' }] : []
  })
  return alike
    .toSorted((one, other) => one.why.localeCompare(other.why) || one.name.localeCompare(other.name))
    .slice(0, mostShown)
}
