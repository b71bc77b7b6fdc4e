import { inTransaction, type SubmissionId, type Viewer } from '../kernel/index.ts'
import { assertFresh, findVisible } from './find-submission.ts'
import type { Submission } from './model.ts'
import { record } from './record.ts'
import type { SubmissionsDependencies } from './submissions.ts'

/**
 * Another check of the same revision while it is in review, for example after somebody connected so that the check can
 * sign in. Publisher or reviewer.
 * @throws Problem stale-form | conflict | already-decided | not-found
 */
export async function requestCheck(
  deps: SubmissionsDependencies,
  viewer: Viewer,
  id: SubmissionId,
  change: { seen: number },
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await findVisible(trx, viewer, id)
    assertFresh(submission, change.seen)
    const { revision, attempt } = submission.state
    return await record(deps, trx, submission, {
      event: { name: 'check-requested', attempt: attempt + 1, revision },
      actor: { kind: 'person', id: viewer.person },
      reason: 'Another check was asked for.',
    })
  })
}
