import { sql } from 'kysely'
import type { Database } from '../kernel/index.ts'

/** A time in which we looked at nobody, because our network was out or we did not run. */
export interface Gap {
  readonly startedAt: Date
  readonly endedAt: Date
}

interface PulseTable {
  one: boolean
  at: Date | null
  out: boolean
}

interface GapTable {
  started_at: Date
  ended_at: Date
}

type Tables = { monitor_pulse: PulseTable; monitor_gap: GapTable }

const minute = 60_000
/** Rounds are seconds apart; so long without one that was good is an outage of ours. */
export const gapMs = 10 * minute

/**
 * We looked, or there was nothing to look at; ends a gap. Written at most once a minute. While our network is known to
 * be out, having nothing to look at proves nothing. One statement: of two replicas that come back, the second finds what
 * the first has written, and writes no gap.
 */
export async function notePulse(trx: Database, at: Date, seen: 'looked' | 'idle'): Promise<void> {
  const minuteAgo = new Date(at.getTime() - minute)
  const gapAgo = new Date(at.getTime() - gapMs)
  await sql`
    with before as materialized (
      select at as last from monitor_pulse
        where (at is null or at < ${at})
          and case when out then ${seen === 'looked'}::boolean else at is null or at <= ${minuteAgo} end
        for update),
    moved as (update monitor_pulse set at = ${at}, out = false from before)
    insert into monitor_gap (started_at, ended_at)
      select last, ${at}::timestamptz from before where last <= ${gapAgo}`.execute(trx)
}

/** A round showed that our network is out. */
export async function noteOut(db: Database): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('monitor_pulse')
    .set({ out: true })
    .where('out', '=', false)
    .execute()
}

export async function lastPulse(db: Database): Promise<Date | null> {
  const row = await db.withTables<Tables>().selectFrom('monitor_pulse').select('at').executeTakeFirst()
  return row?.at ?? null
}

/** Gaps that ended after this, oldest first. */
export async function gapsSince(db: Database, at: Date): Promise<readonly Gap[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('monitor_gap')
    .selectAll()
    .where('ended_at', '>', at)
    .orderBy('started_at')
    .execute()
  return rows.map((row) => ({ startedAt: row.started_at, endedAt: row.ended_at }))
}
