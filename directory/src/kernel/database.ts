import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { KernelTables } from './tables.ts'

/** A database or a transaction; a module adds its own tables with `db.withTables<…>()`. */
export type Database = Kysely<KernelTables>

/** What a verb gets inside `inTransaction`. The same type, so that stores work in and out of transactions. */
export type Transaction = Database

export interface OpenDatabase {
  readonly db: Database
  readonly pool: pg.Pool
  /** Does the server answer? For /readyz. */
  ready(): Promise<boolean>
  close(): Promise<void>
}

const int8 = 20

/**
 * A pool of connections. `timestamptz` is read as Date, `jsonb` as what it holds, and `bigint` (so every `count(*)`) as
 * a number; one that a number cannot hold exactly throws.
 * @param poolSize connections at most
 */
export function openDatabase({
  connectionString,
  poolSize = 16,
}: {
  readonly connectionString: string
  readonly poolSize?: number
}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    types: {
      getTypeParser: (oid, format) =>
        oid === int8 && format !== 'binary' ? exactNumber : pg.types.getTypeParser(oid, format),
    },
  })
  // An idle client that loses its server is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<KernelTables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    async ready() {
      try {
        await pool.query('select 1')
        return true
      } catch {
        return false
      }
    },
    close: () => db.destroy(),
  }
}

function exactNumber(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new Error(`The database gave ${text}, which a number cannot hold exactly. Select it as text.`)
}

/** Everything in `work` or nothing. Throwing rolls back. Inside a transaction it joins that one. */
export function inTransaction<Result>(
  db: Database,
  work: (trx: Transaction) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return work(db)
  return db.transaction().execute(work)
}
