import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../kernel/index.ts'
import type { CallRecord } from './model.ts'

/** Rows that one insert may carry: so many lock nothing for long. */
export const largestBatch = 1000

/**
 * Writes calls, one parameter for each column: PostgreSQL reads an array in less than half of the time that the same takes
 * as JSON, and one that we write ourselves costs us less than one that the driver writes. What calls have in common goes
 * there once: most of a record, and sending it costs as much as all else that is done for it.
 * @param attempt `again`: some of them may be written already. Looking for them makes every row dearer by a fifth.
 */
export async function insertCalls(
  db: Database,
  calls: readonly CallRecord[],
  attempt: 'first' | 'again',
): Promise<void> {
  const { subjects, numbers } = subjectsOf(calls)
  const own = (type: string, of: (call: CallRecord) => Plain): RawBuilder<unknown> =>
    column(type, calls.map(of))
  const common = (type: string, of: (call: CallRecord) => Plain): RawBuilder<unknown> =>
    column(type, subjects.map(of))
  const known = attempt === 'again' ? sql`on conflict (id, at) do nothing` : sql``
  await sql`
    insert into call_record
      (id, at, organisation_id, person_id, listing_id, connection_id, method, tool, caller_era, upstream_era, status,
       duration_ms, request_bytes, response_bytes, response_tokens, cut)
    select
       id, to_timestamp(at_ms / 1000), organisation_id, person_id, listing_id, connection_id, method, tool, caller_era,
       upstream_era, status, duration_ms, request_bytes, response_bytes, response_tokens, cut
    from unnest(
      ${own('uuid', (call) => call.id)},
      ${own('float8', (call) => call.at.getTime())},
      ${column('int', numbers)},
      ${own('int', (call) => Math.round(call.durationMs))},
      ${own('bigint', (call) => call.requestBytes)},
      ${own('bigint', (call) => call.responseBytes)},
      ${own('int', (call) => call.responseTokens)},
      ${own('boolean', (call) => call.cut)}
    ) as calls (id, at_ms, subject, duration_ms, request_bytes, response_bytes, response_tokens, cut)
    join unnest(
      ${common('uuid', (call) => call.organisation)},
      ${common('uuid', (call) => call.person)},
      ${common('uuid', (call) => call.listing)},
      ${common('uuid', (call) => call.connection)},
      ${common('text', (call) => quoted(call.method))},
      ${common('text', (call) => quoted(call.tool))},
      ${common('text', (call) => call.callerEra)},
      ${common('text', (call) => call.upstreamEra)},
      ${common('text', (call) => call.status)}
    ) with ordinality as subjects
      (organisation_id, person_id, listing_id, connection_id, method, tool, caller_era, upstream_era, status, number)
    on subjects.number = calls.subject
    ${known}`.execute(db)
}

interface Subjects {
  /** One call of each. */
  readonly subjects: readonly CallRecord[]
  /** Which of them each call has, counted from 1. */
  readonly numbers: readonly number[]
}

/** Who called what, and how it ended: the same for most calls of a tenth of a second. */
function subjectsOf(calls: readonly CallRecord[]): Subjects {
  const known = new Map<string, number>()
  const subjects: CallRecord[] = []
  const numbers = calls.map((call) => {
    const { organisation, person, listing, connection, method, tool, callerEra, upstreamEra, status } = call
    // Names are the callers' own and may hold anything: the length says where the first ends.
    const named = `${method.length} ${method} ${tool ?? ''}${tool === null ? '' : '.'}`
    const key = `${organisation} ${person} ${listing} ${connection} ${callerEra} ${upstreamEra} ${status} ${named}`
    const number = known.get(key) ?? subjects.push(call)
    known.set(key, number)
    return number
  })
  return { subjects, numbers }
}

type Plain = string | number | boolean | null

/** An array as PostgreSQL writes it. What is in it is ours or is quoted: numbers, ids, words of the model. */
function column(type: string, values: readonly Plain[]): RawBuilder<unknown> {
  return sql`${`{${values.map((value) => value ?? 'null').join(',')}}`}::${sql.raw(type)}[]`
}

/**
 * Callers name tools as they like; PostgreSQL stores no NUL and no half of a pair, and one record must not hold up the others.
 * @see PostgreSQL, 8.15.6: in quotes only quotation marks and backslashes are anything but themselves
 */
function quoted(name: string | null): string | null {
  if (name === null) return null
  const storable = name.replaceAll('\0', '\u{fffd}').slice(0, 200).toWellFormed()
  return `"${storable.replace(/["\\]/g, String.raw`\$&`)}"`
}
