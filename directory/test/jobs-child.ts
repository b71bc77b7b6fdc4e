/**
 * A process of its own that takes jobs, for the test that kills it. Arguments: connection string, milliseconds that each
 * job takes. Every job leaves a row when it begins and one when it has ended.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { createJobs, createLog, openDatabase } from '../src/kernel/index.ts'

const [connectionString = '', takesMs = '0'] = process.argv.slice(2)
const { db } = openDatabase({ connectionString, poolSize: 4 })
const jobs = await createJobs({ connectionString, log: createLog('silent'), queues: ['count'] })
await jobs.work('count', async ({ n }) => {
  await sql`insert into run values (${n}, 'begun')`.execute(db)
  await pause(Number(takesMs))
  await sql`insert into run values (${n}, 'ended')`.execute(db)
})
