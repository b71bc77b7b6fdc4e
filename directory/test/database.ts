import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, openDatabase, type Database } from '../src/kernel/index.ts'

export interface TestDatabase extends AsyncDisposable {
  readonly db: Database
  readonly connectionString: string
  readonly pool: pg.Pool
}

const migrations = join(import.meta.dirname, '../migrations')
let template: Promise<string> | undefined

/**
 * A migrated database of its own on the PostgreSQL that scripts/test.mjs started, copied from a template that is made
 * once for each state of the migrations. Dropped at the end.
 */
export async function testDatabase(): Promise<TestDatabase> {
  template ??= makeTemplate()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // As files: page by page through the write-ahead log costs twice as much.
  await asAdmin(`create database ${name} template ${await template} strategy file_copy`)
  const connectionString = addressOf(name)
  const opened = openDatabase({ connectionString, poolSize: 10 })
  return {
    ...opened,
    connectionString,
    async [Symbol.asyncDispose]() {
      await opened.close()
      await asAdmin(`drop database if exists ${name} with (force)`)
    },
  }
}

async function makeTemplate(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of readdirSync(migrations).toSorted()) hash.update(readFileSync(join(migrations, file)))
  const name = `template_${hash.digest('hex').slice(0, 16)}`
  const client = await connectAsAdmin()
  try {
    // Test files may run in several processes; one makes the template, the others wait for it.
    await client.query('select pg_advisory_lock(7301)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      const draft = `draft_${randomUUID().replaceAll('-', '')}`
      await client.query(`create database ${draft}`)
      const opened = openDatabase({ connectionString: addressOf(draft), poolSize: 2 })
      await migrate(opened.db).finally(() => opened.close())
      await client.query(`alter database ${draft} rename to ${name}`)
    }
  } finally {
    client.release(true)
  }
  return name
}

/** One connection for all databases of a process, which it does not hold up. */
let admin: pg.Pool | undefined

async function connectAsAdmin(): Promise<pg.PoolClient> {
  admin ??= adminPool()
  return await admin.connect()
}

function adminPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: adminAddress(),
    max: 2,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  })
  // Who uses these databases outside of a test run may stop their server first.
  pool.on('error', () => {})
  return pool
}

async function asAdmin(statement: string): Promise<void> {
  const client = await connectAsAdmin()
  try {
    await client.query(statement)
  } finally {
    client.release()
  }
}

function adminAddress(): string {
  const address = process.env['TEST_DATABASE_URL']
  if (address === undefined) throw new Error('Run tests that need PostgreSQL with: npm test -- FILE')
  return address
}

function addressOf(database: string): string {
  const address = new URL(adminAddress())
  address.pathname = `/${database}`
  return address.href
}
