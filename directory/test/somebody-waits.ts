import { sql } from 'kysely'
import type { Database } from '../src/kernel/index.ts'

/** Ends when a transaction of this database, or so many of them, wait for another one. */
export async function somebodyWaits(db: Database, many = 1): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  for (let waiters = 0; waiters < many;) waiters = (await waiting.execute(db)).rows.length
}
