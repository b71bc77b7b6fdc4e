import { sql } from 'kysely'
import type { Database, ListingId, OrganisationId } from '../kernel/index.ts'
import type { ChangeWord, Hold, HoldId, HoldKind, Severity } from './model.ts'

interface HoldTable {
  id: HoldId
  kind: HoldKind
  listing_id: ListingId
  organisation_id: OrganisationId
  tool: string | null
  version: number | null
  digest: string | null
  severity: Severity | null
  changes: readonly ChangeWord[]
  reason: string
  at: Date
  ended_at: Date | null
  end_reason: string | null
}

interface HoldCountTable {
  only_row: boolean
  changes: number
}

type HoldTables = { hold: HoldTable; hold_count: HoldCountTable }

/** The number of changes so far; a snapshot with the same number is still right. */
export async function countChanges(db: Database): Promise<number> {
  const row = await db
    .withTables<HoldTables>()
    .selectFrom('hold_count')
    .select('changes')
    .executeTakeFirstOrThrow()
  return row.changes
}

/** Tells every replica that something changed. Late in the transaction: it locks one row. */
export async function noteChange(trx: Database): Promise<void> {
  await trx
    .withTables<HoldTables>()
    .updateTable('hold_count')
    .set({ changes: sql`changes + 1` })
    .execute()
}

/** Stops that are not ended, and every changed tool: what was released once is not held again. Newest first. */
export async function readHolds(db: Database): Promise<readonly Hold[]> {
  const rows = await db
    .withTables<HoldTables>()
    .selectFrom('hold')
    .selectAll()
    .where((is) => is.or([is('ended_at', 'is', null), is('kind', '=', 'changed-tool')]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toHold)
}

/** What there is of one listing: what it is judged by, and what was released. */
export async function holdsOf(trx: Database, listing: ListingId): Promise<readonly Hold[]> {
  const rows = await trx
    .withTables<HoldTables>()
    .selectFrom('hold')
    .selectAll()
    .where('listing_id', '=', listing)
    .where((is) => is.or([is('ended_at', 'is', null), is('kind', '=', 'changed-tool')]))
    .execute()
  return rows.map(toHold)
}

export async function deleteHolds(trx: Database, holds: readonly Hold[]): Promise<void> {
  if (holds.length === 0) return
  const ids = holds.map(({ id }) => id)
  await trx.withTables<HoldTables>().deleteFrom('hold').where('id', 'in', ids).execute()
}

/** @returns false when this change of the tool was noted before, or the server is in quarantine already */
export async function insertHold(trx: Database, hold: Hold): Promise<boolean> {
  return (await insertHolds(trx, [hold])).has(hold.id)
}

/** How many changed tools of a listing were released. */
export async function countReleased(trx: Database, listing: ListingId): Promise<number> {
  const { count } = await trx
    .withTables<HoldTables>()
    .selectFrom('hold')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('listing_id', '=', listing)
    .where('kind', '=', 'changed-tool')
    .where('ended_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** @returns false when there is no quarantine of this listing */
export async function endQuarantine(
  trx: Database,
  { listing, at, reason }: { readonly listing: ListingId; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const ended = await trx
    .withTables<HoldTables>()
    .updateTable('hold')
    .set({ ended_at: at, end_reason: reason })
    .where('listing_id', '=', listing)
    .where('kind', '=', 'quarantine')
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** @returns the hold that ended; undefined when there is none, or when it had ended before */
export async function endHold(
  trx: Database,
  { id, at, reason }: { readonly id: HoldId; readonly at: Date; readonly reason: string },
): Promise<{ readonly listing: ListingId; readonly organisation: OrganisationId } | undefined> {
  return await trx
    .withTables<HoldTables>()
    .updateTable('hold')
    .set({ ended_at: at, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['listing_id as listing', 'organisation_id as organisation'])
    .executeTakeFirst()
}

/**
 * In one order, whatever order their list had: two replicas that find the same changes never wait for each other.
 * @returns the ids of those that were not there
 */
export async function insertHolds(trx: Database, holds: readonly Hold[]): Promise<ReadonlySet<HoldId>> {
  const written = new Set<HoldId>()
  const sorted = holds.toSorted((one, other) => ((one.digest ?? '') < (other.digest ?? '') ? -1 : 1))
  for (let from = 0; from < sorted.length; from += mostAtOnce) {
    const rows = await trx
      .withTables<HoldTables>()
      .insertInto('hold')
      .values(sorted.slice(from, from + mostAtOnce).map(toRow))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    for (const { id } of rows) written.add(id)
  }
  return written
}

/** A statement takes 65,535 values. */
const mostAtOnce = 1_000

function toRow(hold: Hold): HoldTable {
  return {
    id: hold.id,
    kind: hold.kind,
    listing_id: hold.listing,
    organisation_id: hold.organisation,
    tool: hold.tool,
    version: hold.version,
    digest: hold.digest,
    severity: hold.severity,
    changes: [...hold.changes],
    reason: hold.reason,
    at: hold.at,
    ended_at: null,
    end_reason: null,
  }
}

function toHold(row: HoldTable): Hold {
  return {
    id: row.id,
    kind: row.kind,
    listing: row.listing_id,
    organisation: row.organisation_id,
    tool: row.tool,
    version: row.version,
    digest: row.digest,
    severity: row.severity,
    changes: row.changes,
    reason: row.reason,
    at: row.at,
    endedAt: row.ended_at,
  }
}
