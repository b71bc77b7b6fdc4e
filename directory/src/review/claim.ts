import { inTransaction, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { Submission } from '../submissions/index.ts'
import { factsFor } from './facts-for.ts'
import { refuseUnlessPossible } from './refuse.ts'
import type { ReviewDependencies } from './review.ts'

/** How long a case is one reviewer's; it is long enough for a visit at the server, and for lunch. */
const leaseMs = 4 * 3_600_000

/** Takes a case, takes over one whose time has run out, or keeps one's own for longer. */
export async function claim(deps: ReviewDependencies, viewer: Viewer, id: SubmissionId): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await deps.submissions.load(trx, id)
    refuseUnlessPossible('claim', await factsFor(deps, trx, viewer, submission), submission.seen)
    const until = new Date(deps.clock.now().getTime() + leaseMs).toISOString()
    return await deps.submissions.record(trx, submission, {
      event: { name: 'claimed', until },
      actor: { kind: 'person', id: viewer.person },
      reason: 'A reviewer took the case.',
    })
  })
}

/** Others can take it at once. */
export async function giveBack(
  deps: ReviewDependencies,
  viewer: Viewer,
  id: SubmissionId,
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await deps.submissions.load(trx, id)
    refuseUnlessPossible('give-back', await factsFor(deps, trx, viewer, submission), submission.seen)
    return await deps.submissions.record(trx, submission, {
      event: { name: 'given-back' },
      actor: { kind: 'person', id: viewer.person },
      reason: 'The reviewer gave the case back.',
    })
  })
}
