import type { Database, ListingId, OrganisationId } from '../kernel/index.ts'
import type { Kept, Outcome, Subject } from './model.ts'

interface WatchTable {
  listing_id: ListingId
  organisation_id: OrganisationId
  watched: boolean
  next_at: Date
}

interface UpkeepTable {
  listing_id: ListingId
  subject: Subject
  url: string
  outcome: Outcome | null
  looked_at: Date | null
  hash: string | null
  changed_at: Date | null
  expires_at: Date | null
  failures: number
  failed_since: Date | null
}

type Tables = { upkeep_watch: WatchTable; upkeep: UpkeepTable }

export interface Watched {
  readonly listing: ListingId
  readonly organisation: OrganisationId
}

/** What is watched already keeps its time. */
export async function watch(
  db: Database,
  listings: readonly (Watched & { readonly nextAt: Date })[],
): Promise<void> {
  if (listings.length === 0) return
  await db
    .withTables<Tables>()
    .insertInto('upkeep_watch')
    .values(
      listings.map(({ listing, organisation, nextAt }) => ({
        listing_id: listing,
        organisation_id: organisation,
        watched: true,
        next_at: nextAt,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('listing_id')
        .doUpdateSet({ watched: true, next_at: (is) => is.ref('excluded.next_at') })
        .where('upkeep_watch.watched', '=', false),
    )
    .execute()
}

export async function stopWatching(db: Database, listings: readonly ListingId[]): Promise<void> {
  if (listings.length === 0) return
  await db
    .withTables<Tables>()
    .updateTable('upkeep_watch')
    .set({ watched: false })
    .where('listing_id', 'in', listings)
    .execute()
}

/** Takes what is due; until `leaseUntil` no other replica takes it. */
export async function takeDue(
  db: Database,
  due: { readonly at: Date; readonly leaseUntil: Date; readonly most: number },
): Promise<readonly Watched[]> {
  return await db
    .withTables<Tables>()
    .updateTable('upkeep_watch')
    .set({ next_at: due.leaseUntil })
    .where('listing_id', 'in', (from) =>
      from
        .selectFrom('upkeep_watch')
        .select('listing_id')
        .where('watched', '=', true)
        .where('next_at', '<=', due.at)
        .orderBy('next_at')
        .limit(due.most)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['listing_id as listing', 'organisation_id as organisation'])
    .execute()
}

export async function keptOf(trx: Database, listing: ListingId): Promise<readonly Kept[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('upkeep')
    .selectAll()
    .where('listing_id', '=', listing)
    .execute()
  return rows.map((row) => ({
    subject: row.subject,
    url: row.url,
    outcome: row.outcome,
    lookedAt: row.looked_at,
    hash: row.hash,
    changedAt: row.changed_at,
    expiresAt: row.expires_at,
    failures: row.failures,
    failedSince: row.failed_since,
  }))
}

/** Instead of what was kept: what the listing does not point to any more is gone. */
export async function keep(
  trx: Database,
  listing: ListingId,
  kept: readonly Kept[],
  nextAt: Date,
): Promise<void> {
  const tables = trx.withTables<Tables>()
  await tables
    .updateTable('upkeep_watch')
    .set({ next_at: nextAt })
    .where('listing_id', '=', listing)
    .execute()
  await tables.deleteFrom('upkeep').where('listing_id', '=', listing).execute()
  if (kept.length === 0) return
  await tables
    .insertInto('upkeep')
    .values(
      kept.map((one) => ({
        listing_id: listing,
        subject: one.subject,
        url: one.url,
        outcome: one.outcome,
        looked_at: one.lookedAt,
        hash: one.hash,
        changed_at: one.changedAt,
        expires_at: one.expiresAt,
        failures: one.failures,
        failed_since: one.failedSince,
      })),
    )
    .execute()
}
