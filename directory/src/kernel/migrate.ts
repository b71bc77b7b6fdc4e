import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { Database } from './database.ts'

const folder = join(import.meta.dirname, '../../migrations')

/** The database was made by a newer version of this program, or a migration failed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Brings the database to the newest state: numbered `.sql` files, forward only, all in one transaction under a lock, so
 * that replicas may start at once and a failed migration leaves nothing behind.
 * @param from a folder of `NNNN-name.sql` files; ours unless a test brings its own
 * @returns the names that were applied now
 */
export async function migrate(db: Database, from: string = folder): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => readMigrations(from) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  const failed = results.find(({ status }) => status === 'Error')?.migrationName
  if (error !== undefined) throw new MigrationError(sentence(error, failed), { cause: error })
  return results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName)
}

function readMigrations(from: string): Record<string, Migration> {
  const files = readdirSync(from).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  const twice = files.find(
    (name, n) => files.findIndex((other) => other.slice(0, 4) === name.slice(0, 4)) !== n,
  )
  if (twice !== undefined)
    throw new Error(`Two migrations have the number of ${twice}; their order would be an accident.`)
  return Object.fromEntries(
    files.map((name) => [
      name.replace(/\.sql$/, ''),
      { up: async (db) => void (await sql.raw(readFileSync(join(from, name), 'utf8')).execute(db)) },
    ]),
  )
}

function sentence(error: unknown, failed: string | undefined): string {
  const cause = error instanceof Error ? error.message : String(error)
  if (/previously executed migration .* is missing/.test(cause)) {
    return `This database belongs to a newer version of the program (${cause}). Start that version, or restore a backup.`
  }
  return `The database could not be migrated${failed === undefined ? '' : ` (${failed})`}: ${cause}`
}
