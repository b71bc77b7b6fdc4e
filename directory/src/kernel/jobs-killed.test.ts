import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { until } from '../../../test/until.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { createJobs, createLog, inTransaction } from './index.ts'

const all = 50

function worker(database: TestDatabase, takesMs: number): ChildProcess {
  const program = join(import.meta.dirname, '../../test/jobs-child.ts')
  const options = ['--conditions=connectory-source', program, database.connectionString, String(takesMs)]
  return spawn(process.execPath, options, { stdio: 'inherit' })
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

async function count({ db }: TestDatabase, state: 'begun' | 'ended'): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct n) as n from run where state = ${state}`.execute(db)
  return rows[0]?.n ?? 0
}

test('after kill -9 in the middle of 50 jobs all have run within 20 s of the restart', async (t) => {
  await using database = await testDatabase()
  await sql`create table run (n int, state text)`.execute(database.db)
  const { connectionString } = database
  const jobs = await createJobs({ connectionString, log: createLog('silent'), queues: ['count'] })
  const first = worker(database, 300)
  let second: ChildProcess | undefined
  try {
    await inTransaction(database.db, async (trx) => {
      for (let n = 1; n <= all; n += 1) await jobs.send(trx, 'count', { n })
    })
    await until(async () => (await count(database, 'ended')) >= 8, 30_000)
    await until(async () => (await count(database, 'begun')) > (await count(database, 'ended')), 5_000)
    await kill(first)
    assert.ok((await count(database, 'ended')) < all, 'nothing was left to do')
    const restarted = performance.now()
    second = worker(database, 1)
    await until(async () => (await count(database, 'ended')) === all, 20_000)
    t.diagnostic(`all had run ${Math.round(performance.now() - restarted)} ms after the restart`)
    await until(async () => (await jobs.left('count')) === 0, 5_000)
  } finally {
    await kill(first)
    if (second !== undefined) await kill(second)
    await jobs.stop()
  }
})
