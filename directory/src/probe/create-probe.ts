import { z } from 'zod'
import type { SubmissionId } from '../kernel/index.ts'
import type { Probe, ProbeDependencies } from './probe.ts'
import { runCheck } from './run-check.ts'
import { insertRun, loadProgress, reportById, reportOfCheck, unfinishedRuns } from './store.ts'

const queue = 'probe'

/** Identities only; what to check is read when the job runs. */
const jobSchema = z.object({
  submission: z.string().transform((id) => id as SubmissionId),
  attempt: z.number(),
})

export function createProbe(deps: ProbeDependencies): Probe {
  const { db, clock, jobs } = deps
  const probe: Probe = {
    async request(trx, check) {
      await insertRun(trx, check, clock.now())
      await jobs.send(trx, queue, { ...check })
    },
    async work() {
      jobs.work(queue, async (data: unknown) => await probe.run(jobSchema.parse(data)))
      await probe.resume(clock.now())
    },
    async resume(before) {
      const checks = await unfinishedRuns(db, before)
      for (const check of checks) await jobs.send(db, queue, { ...check })
      return checks.length
    },
    run: (check) => runCheck(deps, check),
    report: (submission, attempt) => reportOfCheck(db, { submission, attempt }),
    reportById: (id) => reportById(db, id),
    progress: (submission, attempt) => loadProgress(db, { submission, attempt }),
  }
  return probe
}
