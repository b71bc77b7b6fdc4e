import { sql, type ColumnType } from 'kysely'
import type { Database, ListingId } from '../kernel/index.ts'
import { dayStart, type Counted } from './count.ts'
import type { LookState, WatchedListing } from './model.ts'
import { watchList, type WatchRow } from './watch-list-store.ts'

export interface MonitorTable extends WatchRow {
  state: LookState | null
  since: Date | null
  doubt: LookState | null
  seen_at: Date | null
  failed_at: Date | null
  era: 'modern' | 'legacy' | null
}

interface DayTable {
  listing_id: ListingId
  day: number
  looks: number
  good: number
  latency_ms_sum: ColumnType<string, number, number>
  latency_ms_most: number
}

interface ChangeTable {
  listing_id: ListingId
  at: Date
  before: LookState | null
  after: LookState
}

type Tables = { monitor: MonitorTable; monitor_day: DayTable; monitor_change: ChangeTable }

/** A doubt of long ago is none: another look must agree with one of now. */
export const monitored = watchList<MonitorTable>('monitor', ['doubt'])

export function toWatched(row: MonitorTable): WatchedListing {
  return {
    listing: row.listing_id,
    organisation: row.organisation_id,
    state: row.state,
    since: row.since,
    doubt: row.doubt,
    seenAt: row.seen_at,
    failedAt: row.failed_at,
    era: row.era,
  }
}

export const keptDays = 90

export interface SeenListing extends WatchedListing {
  readonly nextAt: Date
  readonly seenAt: Date
  /** What the look says of which days. */
  readonly counted: readonly Counted[]
  readonly latencyMs: number
  /** The state before, when this look changed it. */
  readonly changedFrom?: LookState | null
}

/** Three statements however many were seen. */
export async function record(trx: Database, seen: readonly SeenListing[]): Promise<void> {
  const tables = trx.withTables<Tables>()
  if (seen.length === 0) return
  await tables
    .insertInto('monitor')
    .values(
      seen.map((one) => ({
        listing_id: one.listing,
        organisation_id: one.organisation,
        watched: true,
        next_at: one.nextAt,
        state: one.state,
        since: one.since,
        doubt: one.doubt,
        seen_at: one.seenAt,
        failed_at: one.failedAt,
        era: one.era,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('listing_id').doUpdateSet({
        next_at: (is) => is.ref('excluded.next_at'),
        state: (is) => is.ref('excluded.state'),
        since: (is) => is.ref('excluded.since'),
        doubt: (is) => is.ref('excluded.doubt'),
        seen_at: (is) => is.ref('excluded.seen_at'),
        failed_at: (is) => is.ref('excluded.failed_at'),
        era: (is) => is.ref('excluded.era'),
      }),
    )
    .execute()
  await addToDays(trx, seen)
  const changes = seen.flatMap(({ listing, seenAt, changedFrom, state }) =>
    changedFrom === undefined || state === null
      ? []
      : [{ listing_id: listing, at: seenAt, before: changedFrom, after: state }],
  )
  if (changes.length > 0) await tables.insertInto('monitor_change').values(changes).execute()
}

async function addToDays(trx: Database, seen: readonly SeenListing[]): Promise<void> {
  const counted = seen.flatMap(({ listing, latencyMs, counted: days }) =>
    days.map((day) => ({ listing, latencyMs, ...day })),
  )
  if (counted.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('monitor_day')
    .values(
      counted.map(({ listing, latencyMs, day, looks, good }) => ({
        listing_id: listing,
        day,
        looks,
        good,
        latency_ms_sum: good * latencyMs,
        latency_ms_most: good > 0 ? latencyMs : 0,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['listing_id', 'day']).doUpdateSet({
        looks: sql`monitor_day.looks + excluded.looks`,
        good: sql`monitor_day.good + excluded.good`,
        latency_ms_sum: sql`monitor_day.latency_ms_sum + excluded.latency_ms_sum`,
        latency_ms_most: sql`greatest(monitor_day.latency_ms_most, excluded.latency_ms_most)`,
      }),
    )
    .execute()
}

/** Days, and changes of state on them. */
export async function forgetBefore(db: Database, day: number): Promise<void> {
  const tables = db.withTables<Tables>()
  await tables.deleteFrom('monitor_day').where('day', '<', day).execute()
  await tables.deleteFrom('monitor_change').where('at', '<', dayStart(day)).execute()
}

export async function failingSince(db: Database, day: number, share: number): Promise<readonly ListingId[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('monitor_day')
    .select('listing_id')
    .distinct()
    .where('day', '>=', day)
    .where(sql<boolean>`looks - good > looks * ${share}::float8`)
    .execute()
  return rows.map((row) => row.listing_id)
}

export interface Day extends Counted {
  readonly latencyMsSum: number
  readonly latencyMsMost: number
}

export interface History {
  readonly state: LookState | null
  readonly since: Date | null
  readonly seenAt: Date | null
  readonly days: readonly Day[]
}

/** Oldest day first; days without a look that counts are left out, and listings without such a day. */
export async function daysSince(
  db: Database,
  listings: readonly ListingId[],
  day: number,
): Promise<ReadonlyMap<ListingId, readonly Counted[]>> {
  if (listings.length === 0) return new Map()
  const rows = await db
    .withTables<Tables>()
    .selectFrom('monitor_day')
    .select(['listing_id', 'day', 'looks', 'good'])
    .where('listing_id', 'in', listings)
    .where('day', '>=', day)
    .orderBy('day')
    .execute()
  return Map.groupBy(rows, ({ listing_id: listing }) => listing)
}

/** Oldest day first; days without a look that counts are left out. */
export async function history(db: Database, listing: ListingId, sinceDay: number): Promise<History> {
  const tables = db.withTables<Tables>()
  const one = await tables
    .selectFrom('monitor')
    .select(['state', 'since', 'seen_at'])
    .where('listing_id', '=', listing)
    .executeTakeFirst()
  const rows = await tables
    .selectFrom('monitor_day')
    .select(['day', 'looks', 'good', 'latency_ms_sum', 'latency_ms_most'])
    .where('listing_id', '=', listing)
    .where('day', '>=', sinceDay)
    .orderBy('day')
    .execute()
  return {
    state: one?.state ?? null,
    since: one?.since ?? null,
    seenAt: one?.seen_at ?? null,
    days: rows.map((row) => ({
      day: row.day,
      looks: row.looks,
      good: row.good,
      latencyMsSum: Number(row.latency_ms_sum),
      latencyMsMost: row.latency_ms_most,
    })),
  }
}
