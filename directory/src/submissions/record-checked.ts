import type { Database, SubmissionId } from '../kernel/index.ts'
import type { CheckOutcome, CheckTarget } from '../probe/index.ts'
import { answersOf } from './answers-of.ts'
import type { Submission } from './model.ts'
import { record, type RecordDependencies } from './record.ts'
import { loadRevision, loadSubmission } from './store.ts'

/** What the probe has to check; undefined when this attempt was withdrawn, is done or was followed by another one. */
export async function target(
  db: Database,
  id: SubmissionId,
  attempt: number,
): Promise<CheckTarget | undefined> {
  const submission = await loadSubmission(db, id)
  if (submission === undefined || !awaits(submission, attempt)) return undefined
  const { facts } = await loadRevision(db, id, submission.state.revision)
  return {
    organisation: submission.organisation,
    url: facts.serverUrl,
    staticClient: facts.staticClient,
    submission: answersOf(facts),
  }
}

/** Writes the event `checked`. False when nobody waits for this attempt: then nothing is written. */
export async function recordChecked(
  deps: RecordDependencies,
  trx: Database,
  { submission: id, attempt, id: report, report: { verdict } }: CheckOutcome,
): Promise<boolean> {
  const submission = await loadSubmission(trx, id)
  if (submission === undefined || !awaits(submission, attempt)) return false
  await record(deps, trx, submission, {
    event: { name: 'checked', attempt, report, verdict },
    actor: { kind: 'system', name: 'probe' },
    reason: `The check ended with the verdict "${verdict}".`,
  })
  return true
}

function awaits({ state }: Submission, attempt: number): boolean {
  return state.status === 'checking' && state.attempt === attempt
}
