import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { testDatabase } from '../../test/database.ts'
import { createJobs, createLog, inTransaction, type JobData } from './index.ts'

const log = createLog('silent')

test('a job exists exactly when its transaction commits, and is taken within a second', async () => {
  await using database = await testDatabase()
  const jobs = await createJobs({ connectionString: database.connectionString, log, queues: ['probe'] })
  try {
    const seen: JobData[] = []
    await jobs.work('probe', async (data) => {
      seen.push(data)
    })
    await assert.rejects(
      inTransaction(database.db, async (trx) => {
        await jobs.send(trx, 'probe', { n: 1 })
        throw new Error('rolled back')
      }),
    )
    const sent = Date.now()
    await inTransaction(database.db, (trx) => jobs.send(trx, 'probe', { n: 2 }))
    await until(() => seen.length > 0)
    assert.ok(Date.now() - sent < 2_000)
    await until(async () => (await jobs.left('probe')) === 0)
    assert.deepEqual(seen, [{ n: 2 }])
  } finally {
    await jobs.stop()
  }
})

test('a job whose handler fails runs again', async () => {
  await using database = await testDatabase()
  const jobs = await createJobs({ connectionString: database.connectionString, log, queues: ['probe'] })
  try {
    let tries = 0
    await jobs.work('probe', async () => {
      tries += 1
      if (tries === 1) throw new Error('the first try fails')
    })
    await inTransaction(database.db, (trx) => jobs.send(trx, 'probe', {}))
    await until(async () => tries === 2 && (await jobs.left('probe')) === 0)
  } finally {
    await jobs.stop()
  }
})

test('jobs that wait are taken one after the other, without a rest between them', async () => {
  await using database = await testDatabase()
  const jobs = await createJobs({ connectionString: database.connectionString, log, queues: ['probe'] })
  try {
    await inTransaction(database.db, async (trx) => {
      for (let n = 0; n < 40; n += 1) await jobs.send(trx, 'probe', { n })
    })
    const seen = new Set<string | number | undefined>()
    const began = performance.now()
    await jobs.work('probe', async ({ n }) => void seen.add(n), { concurrency: 2 })
    await until(() => seen.size === 40)
    // A rest of half a second after each would make it ten.
    assert.ok(performance.now() - began < 5_000)
    await until(async () => (await jobs.left('probe')) === 0)
  } finally {
    await jobs.stop()
  }
})
