import { inTransaction, Problem, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { Submission } from '../submissions/index.ts'
import { factsFor } from './facts-for.ts'
import { refuseUnlessPossible } from './refuse.ts'
import type { ReviewDependencies } from './review.ts'

export interface AppealForm {
  /** Number of events the form was made from. */
  readonly seen: number
  readonly granted: boolean
  readonly text: string
}

const longestText = 4_000
const shortestText = 10

/** @see Review.decideAppeal */
export async function decideAppeal(
  deps: ReviewDependencies,
  viewer: Viewer,
  id: SubmissionId,
  { seen, granted, text: words }: AppealForm,
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await deps.submissions.load(trx, id)
    refuseUnlessPossible('decide-appeal', await factsFor(deps, trx, viewer, submission), seen)
    const text = words.trim()
    if (text.length < shortestText || text.length > longestText) {
      const sentence = `Say in ${shortestText} to ${longestText} characters why.`
      throw new Problem('invalid-input', sentence, { fields: { text: sentence } })
    }
    const actor = { kind: 'person', id: viewer.person } as const
    const name = granted ? 'appeal-granted' : 'appeal-refused'
    const held = granted ? await deps.submissions.reclaim(trx, submission, actor) : submission
    return await deps.submissions.record(trx, held, { event: { name, text }, actor, reason: text })
  })
}
