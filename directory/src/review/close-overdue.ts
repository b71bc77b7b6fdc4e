import { inTransaction, Problem } from '../kernel/index.ts'
import type { ReviewDependencies } from './review.ts'

const mostAtOnce = 100

/** Cases whose publishers let the time for changes pass are closed; each in a transaction of its own. */
export async function closeOverdue(deps: ReviewDependencies): Promise<void> {
  const { db, clock, submissions } = deps
  for (const id of await submissions.overdue(clock.now(), mostAtOnce)) {
    try {
      await inTransaction(db, async (trx) => {
        await submissions.record(trx, await submissions.load(trx, id), {
          event: { name: 'deadline-passed' },
          actor: { kind: 'system', name: 'review' },
          reason: 'The time for the changes passed.',
        })
      })
    } catch (error) {
      // The publisher, or another replica, was faster.
      if (!(error instanceof Problem)) throw error
    }
  }
}
