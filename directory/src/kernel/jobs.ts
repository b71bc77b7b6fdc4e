import { fromKysely, PgBoss } from 'pg-boss'
import type { Database } from './database.ts'
import type { Log } from './log.ts'

/** What a job carries: identities. The handler reads the state when it runs. */
export type JobData = Readonly<Record<string, string | number>>

export interface SendOptions {
  readonly startAfter?: Date
}

export interface Jobs {
  /** Adds a job in the caller's transaction: it exists exactly when the transaction commits. */
  send(trx: Database, queue: string, data: JobData, options?: SendOptions): Promise<void>
  /**
   * Takes jobs of a queue, `concurrency` at a time (default 4). A handler may run twice for one job: after a crash its
   * heartbeat stops and another worker gets the job within about 12 seconds.
   */
  work(
    queue: string,
    handler: (data: JobData) => Promise<void>,
    options?: { concurrency?: number },
  ): Promise<void>
  /** How many jobs of a queue wait or run. For tests that must not leave any. */
  left(queue: string): Promise<number>
  stop(): Promise<void>
}

export interface JobsOptions {
  readonly connectionString: string
  readonly log: Log
  /** Every queue of the product; sending to another one fails. */
  readonly queues: readonly string[]
}

const schema = 'jobs'
const heartbeatSeconds = 10

/** pg-boss on the product's own database, in its own schema. */
export async function createJobs({ connectionString, log, queues }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString,
    schema,
    max: 4,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 1,
    // Only tables that grow with traffic need these, and both ask for more than an ordinary owner may do.
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue reports an error'))
  await boss.start()
  for (const name of queues) {
    await boss.createQueue(name, {
      retryLimit: 5,
      retryDelay: 1,
      retryBackoff: true,
      heartbeatSeconds,
      expireInSeconds: 900,
      notify: true,
    })
  }
  return {
    async send(trx, queue, data, options = {}) {
      await boss.send(queue, data, { ...options, db: fromKysely(trx) })
    },
    async work(queue, handler, { concurrency = 4 } = {}) {
      const settings = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 1, batchSize: 1 }
      // One worker at a time, so that each knows its own id.
      for (let n = 0; n < concurrency; n += 1) {
        const worker: { id?: string } = {}
        worker.id = await boss.work<JobData>(queue, settings, async (jobs) => {
          // Else it would rest between two jobs, however many wait.
          if (worker.id !== undefined) boss.notifyWorker(worker.id)
          for (const job of jobs) await handler(job.data)
        })
      }
    },
    async left(queue) {
      const unfinished = `select 1 from ${schema}.job where name = $1 and state in ('created', 'retry', 'active')`
      const { rows } = await boss.getDb().executeSql(unfinished, [queue])
      return rows.length
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}
