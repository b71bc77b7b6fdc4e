import { Problem, type Database, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { Submission } from './model.ts'
import { loadSubmission } from './store.ts'

/** @throws Problem not-found */
export async function findSubmission(db: Database, id: SubmissionId): Promise<Submission> {
  const submission = await loadSubmission(db, id)
  if (submission === undefined) throw notFound()
  return submission
}

/** To others a submission does not exist; reviewers may read every one. @throws Problem not-found */
export async function findVisible(db: Database, viewer: Viewer, id: SubmissionId): Promise<Submission> {
  const submission = await findSubmission(db, id)
  if (!isOwner(viewer, submission) && !viewer.roles.has('reviewer')) throw notFound()
  return submission
}

/** For what only the publisher does. @throws Problem not-found | not-allowed | stale-form */
export async function findOwned(
  trx: Database,
  viewer: Viewer,
  id: SubmissionId,
  { seen }: { seen: number },
): Promise<Submission> {
  const submission = await findVisible(trx, viewer, id)
  if (!isOwner(viewer, submission)) {
    throw new Problem('not-allowed', 'Only the publisher of this submission can do this.')
  }
  assertFresh(submission, seen)
  return submission
}

export function isOwner(viewer: Viewer, submission: Pick<Submission, 'organisation'>): boolean {
  return submission.organisation === viewer.organisation
}

/** `seen` is the number of events that the form was made from. @throws Problem stale-form */
export function assertFresh(submission: Pick<Submission, 'seen' | 'changed'>, seen: number): void {
  if (isFresh(submission, seen)) return
  throw new Problem(
    'stale-form',
    'This submission has changed since you opened the page. Nothing was saved: look at it as it is now, then decide again.',
  )
}

/** Whether nothing has changed since that people decide on. */
export function isFresh({ seen: now, changed }: Pick<Submission, 'seen' | 'changed'>, seen: number): boolean {
  return seen >= changed && seen <= now
}

function notFound(): Problem {
  return new Problem('not-found', 'There is no such submission, or it belongs to somebody else.')
}
