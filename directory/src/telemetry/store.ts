import { sql, type ColumnType } from 'kysely'
import type { CallId, ConnectionId, Database, ListingId, OrganisationId, PersonId } from '../kernel/index.ts'
import type { CallRecord, CallStatus, Era, UsageSummary, UsageTally } from './model.ts'

interface CallRecordTable {
  id: CallId
  at: Date
  organisation_id: OrganisationId
  person_id: PersonId
  listing_id: ListingId
  connection_id: ConnectionId | null
  method: string
  tool: string | null
  caller_era: Era | null
  upstream_era: Era | null
  status: CallStatus
  duration_ms: number
  /** bigint: read as text. */
  request_bytes: ColumnType<string, number>
  response_bytes: ColumnType<string, number>
  response_tokens: number | null
  cut: boolean
  parameters: ColumnType<unknown, null | undefined>
  result: ColumnType<unknown, null | undefined>
}

type TelemetryTables = {
  call_record: CallRecordTable
}

export async function recentCalls(
  db: Database,
  of: { readonly organisation: OrganisationId; readonly person?: PersonId | undefined },
  limit: number,
): Promise<readonly CallRecord[]> {
  const rows = await db
    .withTables<TelemetryTables>()
    .selectFrom('call_record')
    .selectAll()
    .where('organisation_id', '=', of.organisation)
    .$if(of.person !== undefined, (query) => query.where('person_id', '=', of.person ?? null))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    organisation: row.organisation_id,
    person: row.person_id,
    listing: row.listing_id,
    connection: row.connection_id,
    method: row.method,
    tool: row.tool,
    callerEra: row.caller_era,
    upstreamEra: row.upstream_era,
    status: row.status,
    durationMs: row.duration_ms,
    requestBytes: Number(row.request_bytes),
    responseBytes: Number(row.response_bytes),
    responseTokens: row.response_tokens,
    cut: row.cut,
  }))
}

/** The caller's own doing and a hung-up phone are no failure of the server. */
const failures: readonly CallStatus[] = ['rpc-error', 'timeout', 'upstream-error', 'too-large']

export async function usageOf(db: Database, listing: ListingId, since: Date): Promise<UsageSummary> {
  const row = await db
    .withTables<TelemetryTables>()
    .selectFrom('call_record')
    .where('listing_id', '=', listing)
    .where('at', '>=', since)
    .select((of) => [
      of.fn.countAll<string>().as('calls'),
      of.fn.countAll<string>().filterWhere('status', 'in', failures).as('failed'),
      of.fn.max('at').as('lastAt'),
    ])
    .executeTakeFirstOrThrow()
  return { calls: Number(row.calls), failed: Number(row.failed), lastAt: row.lastAt }
}

/** Statuses of calls that the server was sent. */
const sent: readonly CallStatus[] = ['ok', 'tool-error', 'cancelled', ...failures]
/** Whose duration is the server's. */
const answered: readonly CallStatus[] = ['ok', 'tool-error', 'rpc-error']

export interface UsageQuery {
  readonly listing: ListingId
  /** Whose own calls are not counted: with theirs known, fewer others would be left to hide among. */
  readonly without: OrganisationId
  readonly from: Date
  readonly to: Date
}

export async function tallyUsage(db: Database, query: UsageQuery): Promise<UsageTally> {
  const day = sql<Date>`date_trunc('day', at, 'UTC')`
  const people = sql<string>`count(distinct person_id)`.as('people')
  const calls = sql<string>`count(*)`.as('calls')
  const days = await toolCalls(db, query)
    .select([day.as('day'), calls, people])
    .groupBy(day)
    .execute()
  const byStatus = await toolCalls(db, query).select(['status', calls, people]).groupBy('status').execute()
  const all = await toolCalls(db, query)
    .select([people, percentile(0.5).as('p50'), percentile(0.95).as('p95')])
    .executeTakeFirstOrThrow()
  return {
    days: days.map((row) => ({ day: row.day, calls: Number(row.calls), people: Number(row.people) })),
    failures: byStatus.map((row) => ({
      kind: row.status,
      calls: Number(row.calls),
      people: Number(row.people),
    })),
    people: Number(all.people),
    p50Ms: all.p50,
    p95Ms: all.p95,
  }
}

function percentile(share: number) {
  return sql<number | null>`percentile_disc(${share}::float8) within group (order by duration_ms)
    filter (where status = any(${[...answered]}))`
}

function toolCalls(db: Database, { listing, without, from, to }: UsageQuery) {
  return db
    .withTables<TelemetryTables>()
    .selectFrom('call_record')
    .where('listing_id', '=', listing)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('method', '=', 'tools/call')
    .where('organisation_id', '<>', without)
    .where('status', 'in', sent)
}
