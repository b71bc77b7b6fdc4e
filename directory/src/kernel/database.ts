import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
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

/** After so long without a free connection there is an error: a pool that nobody gives back to must not wait for ever. */
const connectionTimeoutMillis = 30_000

/** A connection costs its sign-in, several milliseconds on both sides, and those who call come in bursts. */
const idleTimeoutMillis = 60_000

/** The transaction in which the present call runs. */
const around = new AsyncLocalStorage<{ open: boolean }>()

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
    connectionTimeoutMillis,
    idleTimeoutMillis,
    types: {
      getTypeParser: (oid, format) =>
        oid === int8 && format !== 'binary' ? exactNumber : pg.types.getTypeParser(oid, format),
    },
  })
  // An idle client that loses its server is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<KernelTables>({ dialect: new PostgresDialect({ pool: guarded(pool) }) })
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

/**
 * Who waits inside a transaction for a second connection blocks everybody once as many do so as the pool has connections.
 * One alone would not notice; so every one fails, and the first test that comes along finds it.
 */
function guarded(pool: pg.Pool): PostgresPool {
  return {
    connect() {
      if (around.getStore()?.open === true) {
        throw new Error('A query inside a transaction goes past it. Hand the transaction on to what asks.')
      }
      return pool.connect()
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

/** Everything in `work` or nothing. Throwing rolls back. Inside a transaction it joins that one. */
export function inTransaction<Result>(
  db: Database,
  work: (trx: Transaction) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return work(db)
  return db.transaction().execute(async (trx) => {
    const here = { open: true }
    try {
      return await around.run(here, () => work(trx))
    } finally {
      here.open = false
    }
  })
}
