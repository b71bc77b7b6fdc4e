import { Problem, type Database, type Viewer } from '../kernel/index.ts'
import type { StoredReport } from '../probe/index.ts'
import type { Submission } from '../submissions/index.ts'
import type { ActionFacts } from './actions.ts'
import type { ReviewDependencies } from './review.ts'

/** Everything on which the list of actions rests, read now. */
export async function factsFor(
  { clock, organisations, probe }: ReviewDependencies,
  db: Database,
  viewer: Viewer,
  submission: Submission,
): Promise<ActionFacts> {
  const { report } = submission.state
  return {
    viewer,
    submission,
    member: await organisations.isMember(db, submission.organisation, viewer.person),
    report: report === null ? undefined : (await probe.reportById(report, db))?.report,
    now: clock.now(),
  }
}

/** @throws Problem conflict when the check has not ended */
export async function currentReport(
  { probe }: Pick<ReviewDependencies, 'probe'>,
  trx: Database,
  { state }: Submission,
): Promise<StoredReport> {
  const stored = state.report === null ? undefined : await probe.reportById(state.report, trx)
  if (stored === undefined)
    throw new Problem('conflict', 'There is no report yet. Wait for the check to end.')
  return stored
}
