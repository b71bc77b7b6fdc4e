import pg from 'pg'
import type { Product } from './product.ts'

/** One connection for each database: a new one would read the whole catalogue again before it counts. */
const pools = new Map<string, pg.Pool>()

/** Rows of every table of ours, to see that something refused has left nothing behind. Not: what counts attempts. */
export async function rowCounts({
  connectionString,
}: Pick<Product, 'connectionString'>): Promise<Readonly<Record<string, number>>> {
  const pool = poolFor(connectionString)
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'jobs') and c.relkind in ('r', 'p')
     order by 1`,
  )
  const counting = rows.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`)
  const counted = await pool.query<{ name: string; n: number }>(counting.join(' union all '))
  return Object.fromEntries(counted.rows.map(({ name, n }) => [name, n]))
}

function poolFor(connectionString: string): pg.Pool {
  const known = pools.get(connectionString)
  if (known !== undefined) return known
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true })
  // The database is dropped with its connections.
  pool.on('error', () => {})
  pools.set(connectionString, pool)
  return pool
}
