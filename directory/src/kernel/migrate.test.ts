import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { migrate, MigrationError, openDatabase } from './index.ts'

/** A database of ours with nothing in it, as before the first start. */
async function emptyDatabase(): Promise<TestDatabase> {
  const database = await testDatabase()
  await sql`drop schema public cascade`.execute(database.db)
  await sql`create schema public`.execute(database.db)
  return database
}

function folderWith(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'connectory-migrations-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

async function tables({ db }: TestDatabase): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    and relname not like 'kysely%' order by relname`.execute(db)
  return rows.map(({ name }) => name)
}

test('migrations run in the order of their numbers, each once', async (t) => {
  await using database = await emptyDatabase()
  const first = { '0001-one.sql': 'create table one (n int)' }
  assert.deepEqual(await migrate(database.db, folderWith(t, first)), ['0001-one'])
  const both = {
    ...first,
    '0002-two.sql': 'insert into one values (1); create table two as select n from one;',
  }
  const folder = folderWith(t, both)
  assert.deepEqual(await migrate(database.db, folder), ['0002-two'])
  assert.deepEqual(await migrate(database.db, folder), [])
  assert.deepEqual(await tables(database), ['one', 'two'])
})

test('replicas that start together migrate once', async (t) => {
  await using database = await emptyDatabase()
  const folder = folderWith(t, { '0001-one.sql': 'select pg_sleep(0.2); create table one (n int)' })
  const replicas = [1, 2, 3].map(() =>
    openDatabase({ connectionString: database.connectionString, poolSize: 2 }),
  )
  try {
    const applied = await Promise.all(replicas.map(({ db }) => migrate(db, folder)))
    assert.deepEqual(applied.flat(), ['0001-one'])
  } finally {
    await Promise.all(replicas.map((replica) => replica.close()))
  }
})

test('a migration that fails is named and leaves nothing, not even of those before it', async (t) => {
  await using database = await emptyDatabase()
  const folder = folderWith(t, {
    '0001-one.sql': 'create table one (n int)',
    '0002-two.sql': 'create table two (n int); select * from nothing;',
  })
  await assert.rejects(migrate(database.db, folder), (error) => {
    return (
      error instanceof MigrationError && /0002-two\): relation "nothing" does not exist/.test(error.message)
    )
  })
  assert.deepEqual(await tables(database), [])
})

test('a database that is ahead of the code is refused with what to do', async (t) => {
  await using database = await emptyDatabase()
  const older = { '0001-one.sql': 'create table one (n int)' }
  await migrate(database.db, folderWith(t, { ...older, '0002-two.sql': 'create table two (n int)' }))
  await assert.rejects(migrate(database.db, folderWith(t, older)), (error) => {
    return error instanceof MigrationError && /newer version.*0002-two.*restore a backup/s.test(error.message)
  })
})

test('two files with one number are refused', async (t) => {
  await using database = await emptyDatabase()
  const folder = folderWith(t, { '0001-one.sql': 'select 1', '0001-other.sql': 'select 1' })
  await assert.rejects(migrate(database.db, folder), /Two migrations have the number of 0001-other.sql/)
})
