import { inTransaction, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { Words } from '../test-accounts/index.ts'
import { factsFor } from './facts-for.ts'
import { refuseUnlessPossible } from './refuse.ts'
import type { ReviewDependencies } from './review.ts'

/** @see Review.openAccount */
export async function openAccount(
  deps: ReviewDependencies,
  viewer: Viewer,
  id: SubmissionId,
): Promise<Words> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await deps.submissions.load(trx, id)
    const { listing, seen } = submission
    refuseUnlessPossible('open-account', await factsFor(deps, trx, viewer, submission), seen)
    return await deps.testAccounts.open(trx, viewer, { listing, submission: id })
  })
}
