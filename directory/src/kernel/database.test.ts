import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/database.ts'
import { inTransaction, openDatabase } from './index.ts'

test('times are read as Date, documents as what they hold, counts as numbers', async () => {
  await using database = await testDatabase()
  const at = new Date('2026-11-21T04:05:06.789Z')
  const { rows } = await sql`
    select ${at}::timestamptz as at, '{"a":[1]}'::jsonb as document, count(*) as many from generate_series(1, 3)
  `.execute(database.db)
  assert.deepEqual(rows, [{ at, document: { a: [1] }, many: 3 }])
})

test('a number that cannot be read exactly is refused, not rounded', async () => {
  await using database = await testDatabase()
  await assert.rejects(
    sql`select 9007199254740993::bigint as n`.execute(database.db),
    /9007199254740993.*as text/,
  )
})

test('a transaction keeps everything or nothing, and one inside another is part of it', async () => {
  await using database = await testDatabase()
  await sql`create table note (n int)`.execute(database.db)
  const write = (n: number) =>
    inTransaction(database.db, async (trx) => {
      await sql`insert into note values (${n})`.execute(trx)
      await inTransaction(
        trx,
        async (inner) => void (await sql`insert into note values (${n})`.execute(inner)),
      )
      if (n === 2) throw new Error('second thoughts')
    })
  await write(1)
  await assert.rejects(write(2), /second thoughts/)
  const { rows } = await sql`select n from note`.execute(database.db)
  assert.deepEqual(rows, [{ n: 1 }, { n: 1 }])
})

test('inside a transaction a query past it fails at once, before many of them block each other for ever', async () => {
  await using database = await testDatabase()
  const { db } = database
  const past = inTransaction(db, async () => await sql`select 1`.execute(db))
  await assert.rejects(past, /inside a transaction goes past it/)
  let after: (() => Promise<unknown>) | undefined
  await inTransaction(db, async () => void (after = async () => await sql`select 1`.execute(db)))
  await after?.()
})

test('a pool outlives its server connections', async () => {
  await using database = await testDatabase()
  const opened = openDatabase({ connectionString: database.connectionString, poolSize: 2 })
  try {
    assert.equal(await opened.ready(), true)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db)
    let answered = false
    for (let attempt = 0; attempt < 5 && !answered; attempt += 1) answered = await opened.ready()
    assert.ok(answered)
  } finally {
    await opened.close()
  }
})
