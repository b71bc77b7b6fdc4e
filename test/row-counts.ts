import pg from 'pg'
import type { Product } from './product.ts'

/** Rows of every table of ours, to see that something refused has left nothing behind. Not: what counts attempts. */
export async function rowCounts({
  connectionString,
}: Pick<Product, 'connectionString'>): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema', 'jobs') and table_type = 'BASE TABLE'
       order by 1`,
    )
    const counting = rows.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`)
    const counted = await client.query<{ name: string; n: number }>(counting.join(' union all '))
    return Object.fromEntries(counted.rows.map(({ name, n }) => [name, n]))
  } finally {
    await client.end()
  }
}
