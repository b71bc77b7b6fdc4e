import { sql } from 'kysely'
import { inTransaction, type Database } from '../kernel/index.ts'

/** `2026-11` in UTC: one partition. */
export function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7)
}

/** The first moment of the month that lies `months` after the moment's own, UTC. */
export function startOfMonth(moment: Date, months: number): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + months, 1))
}

/** Makes the partition of the moment's month unless it is there. Safe to run in two processes at once. */
export async function ensurePartition(db: Database, moment: Date): Promise<void> {
  const from = startOfMonth(moment, 0).toISOString()
  const to = startOfMonth(moment, 1).toISOString()
  const name = `call_record_${monthOf(moment).replace('-', '_')}`
  await inTransaction(db, async (trx) => {
    // "if not exists" alone loses a race between two processes with an error.
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx)
    await sql`create table if not exists ${sql.table(name)} partition of call_record
      for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(trx)
  })
}

/** Drops whole months that end before the month of this moment. Safe to run in two processes at once. */
export async function dropPartitionsBefore(db: Database, moment: Date): Promise<void> {
  const first = `call_record_${monthOf(moment).replace('-', '_')}`
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'call_record'::regclass and c.relname < ${first}`.execute(db)
  for (const { name } of rows) await sql`drop table if exists ${sql.table(name)}`.execute(db)
}
