import type { Database, ListingId } from '../kernel/index.ts'
import type { CheckOutcome } from '../probe/index.ts'
import { askGates, mechanicalFails, raisedRisks, type GateFacts } from './gates.ts'
import { rulesOf } from './blocking.ts'
import type { ReviewDependencies } from './review.ts'
import { insertScreening, screeningsOf } from './store.ts'
import { toolsOf } from './tools-of.ts'

/** What follows from a report without a person. @see Review.decideAutomatically */
export async function decideAutomatically(
  deps: ReviewDependencies,
  trx: Database,
  { submission: id, attempt, id: report, report: checked }: CheckOutcome,
): Promise<'rejected' | 'queued'> {
  const submission = await deps.submissions.load(trx, id)
  const [first, ...others] = rulesOf(mechanicalFails(checked))
  const outcome = first === undefined ? 'queued' : 'rejected'
  const { listing } = submission
  const before = await compared(deps, trx, listing, checked)
  const users = await deps.usersOf(trx, listing)
  const gates = askGates({ report: checked, before, users })
  const screened = await insertScreening(trx, {
    submission: id,
    attempt,
    organisation: submission.organisation,
    report,
    outcome,
    gates,
    at: deps.clock.now(),
  })
  if (!screened) return (await screeningsOf(trx, [{ submission: id, attempt }])).get(id)?.outcome ?? outcome
  if (first !== undefined) {
    await deps.submissions.record(trx, submission, {
      event: { name: 'rejected-automatically', attempt, report, clauses: [first, ...others] },
      actor: { kind: 'system', name: 'review' },
      reason: `The report shows mechanical failures: ${[first, ...others].join(', ')}.`,
    })
  }
  const named = raisedRisks(gates)
  if (outcome === 'queued' && named.length > 0 && deps.config.secondApproval === 'high-risk') {
    await deps.submissions.record(trx, submission, {
      event: { name: 'risks-named', attempt, risks: named },
      actor: { kind: 'system', name: 'review' },
      reason: `Two people approve this because of: ${named.join(', ')}.`,
    })
  }
  return outcome
}

async function compared(
  { catalogue }: ReviewDependencies,
  trx: Database,
  listing: ListingId,
  report: CheckOutcome['report'],
): Promise<GateFacts['before']> {
  const shown = await catalogue.shownVersion(listing, trx)
  if (shown === undefined) return 'none'
  return shown.toolDigest === catalogue.digestOf(toolsOf(report).tools) ? 'same-tools' : 'other-tools'
}
