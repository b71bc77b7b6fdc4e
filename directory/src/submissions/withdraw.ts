import { inTransaction, type SubmissionId, type Viewer } from '../kernel/index.ts'
import { findOwned } from './find-submission.ts'
import type { Submission } from './model.ts'
import { record } from './record.ts'
import type { SubmissionsDependencies } from './submissions.ts'

/** Ends a submission that is not published. @throws Problem stale-form | already-decided | not-found | not-allowed */
export async function withdraw(
  deps: SubmissionsDependencies,
  viewer: Viewer,
  id: SubmissionId,
  change: { seen: number },
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await findOwned(trx, viewer, id, change)
    return await record(deps, trx, submission, {
      event: { name: 'withdrawn' },
      actor: { kind: 'person', id: viewer.person },
      reason: 'The publisher withdrew the submission.',
    })
  })
}
