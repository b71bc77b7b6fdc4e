import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, openDatabase, startEmbeddedPostgres } from '../directory/src/kernel/index.ts'

/** Nothing in it outlives the run. Cleaning goes on: a year is a year of updates. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', jit: 'off' }

export interface ThrowawayPostgres extends AsyncDisposable {
  /** The address of a new database with our tables. */
  migrated(name: string): Promise<string>
}

/** A real PostgreSQL in a folder of its own, both gone at the end. */
export async function throwawayPostgres(): Promise<ThrowawayPostgres> {
  // Root's PostgreSQL runs as another user, who may not be able to enter the TMPDIR of root.
  const parent = process.getuid?.() === 0 ? '/tmp' : tmpdir()
  const folder = mkdtempSync(join(parent, 'connectory-throwaway-'))
  chmodSync(folder, 0o711)
  const elsewhere = join(folder, 'elsewhere')
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    say: () => {},
    elsewhere,
    settings,
  })
  return {
    async migrated(name) {
      const client = new pg.Client({ connectionString: server.connectionString })
      await client.connect()
      await client.query(`create database ${name}`).finally(() => client.end())
      const address = new URL(server.connectionString)
      address.pathname = `/${name}`
      const opened = openDatabase({ connectionString: address.href, poolSize: 2 })
      await migrate(opened.db).finally(() => opened.close())
      return address.href
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
