import { z } from 'zod'
import type { SubmissionId } from '../kernel/index.ts'
import type { Probe, ProbeDependencies } from './probe.ts'
import { runCheck } from './run-check.ts'
import {
  deleteChecks,
  insertRun,
  loadProgress,
  reportById,
  reportOfCheck,
  unfinishedRuns,
  type CheckId,
} from './store.ts'

/** The only queue of this module. */
export const probeQueue = 'probe'

/** Identities only; what to check is read when the job runs. */
const jobSchema = z.object({
  submission: z.string().transform((id) => id as SubmissionId),
  attempt: z.number(),
})

export function createProbe(deps: ProbeDependencies): Probe {
  const { db, clock, jobs } = deps
  const onceAtATime = createOnceAtATime()
  const ask = async (checks: readonly CheckId[]): Promise<number> => {
    for (const check of checks) await jobs.send(db, probeQueue, { ...check })
    return checks.length
  }
  const probe: Probe = {
    async request(trx, check) {
      await insertRun(trx, check, clock.now())
      await jobs.send(trx, probeQueue, { ...check })
    },
    async work() {
      const left = await unfinishedRuns(db, ['running'], clock.now())
      await jobs.work(probeQueue, async (data: unknown) => await probe.run(jobSchema.parse(data)))
      await ask(left)
    },
    async resume(before) {
      return await ask(await unfinishedRuns(db, ['waiting', 'running'], before))
    },
    run: (check) => onceAtATime(check, () => runCheck(deps, check)),
    report: (submission, attempt) => reportOfCheck(db, { submission, attempt }),
    reportById: (id, trx = db) => reportById(trx, id),
    forget: (trx, submission) => deleteChecks(trx, submission),
    progress: (submission, attempt) => loadProgress(db, { submission, attempt }),
  }
  return probe
}

/** In one process a check runs once at a time: who asks meanwhile waits for the one that runs. */
function createOnceAtATime() {
  const running = new Map<string, Promise<void>>()
  return async ({ submission, attempt }: CheckId, run: () => Promise<void>): Promise<void> => {
    const key = `${submission} ${attempt}`
    const already = running.get(key)
    if (already !== undefined) return await already
    const started = run().finally(() => running.delete(key))
    running.set(key, started)
    await started
  }
}
