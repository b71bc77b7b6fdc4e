import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { Vault } from './vault.ts'

/** A column of sealed values; each module names its own. */
export interface SealedColumn {
  /** With its schema where it is not the usual one: `auth.secret`. */
  readonly table: string
  readonly column: string
}

export interface Resealed {
  readonly count: number
  /** How many values still need a key that is not the newest, by its id: those of the first format. */
  readonly left: ReadonlyMap<string, number>
}

const batch = 500

/** Puts every value under the newest key. Running processes go on; what they write at the same time is not lost. */
export async function reseal(
  db: Database,
  vault: Vault,
  columns: readonly SealedColumn[],
): Promise<Resealed> {
  let count = 0
  for (const place of columns) {
    let changed = 0
    do {
      changed = await resealBatch(db, vault, place)
      count += changed
    } while (changed > 0)
  }
  return { count, left: await keysInUse(db, vault, columns) }
}

/** How many values need another key than the newest. */
export async function keysInUse(
  db: Database,
  vault: Vault,
  columns: readonly SealedColumn[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const { table, column } of columns) {
    const { rows } = await sql<{ key: string; count: number }>`
      select split_part(${sql.ref(column)}, ':', 2) as key, count(*)::int as count
      from ${sql.table(table)} where ${sql.ref(column)} is not null group by 1`.execute(db)
    for (const { key, count } of rows) {
      if (key !== vault.newest) found.set(key, (found.get(key) ?? 0) + count)
    }
  }
  return found
}

async function resealBatch(db: Database, vault: Vault, { table, column }: SealedColumn): Promise<number> {
  const { rows } = await sql<{ at: string; sealed: string }>`
    select ctid::text as at, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where ${sql.ref(column)} like 'v2:%' and split_part(${sql.ref(column)}, ':', 2) <> ${vault.newest}
    limit ${batch}`.execute(db)
  let changed = 0
  for (const { at, sealed } of rows) {
    // Only what is still there as it was read: a newer value has the newest key already.
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${vault.rewrap(sealed)}
      where ctid = ${at}::tid and ${sql.ref(column)} = ${sealed}`.execute(db)
    changed += Number(numAffectedRows ?? 0)
  }
  return changed
}
