import type { Database, ListingId } from '../kernel/index.ts'
import { watchList, type WatchRow } from '../monitoring/index.ts'
import type { Kept, Outcome, Subject } from './model.ts'

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

type Tables = { upkeep: UpkeepTable }

export const pointedTo = watchList<WatchRow>('upkeep_watch')

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
  await pointedTo.lookAgain(trx, [listing], nextAt)
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
