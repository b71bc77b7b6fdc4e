import type { Database, ReportId } from '../kernel/index.ts'
import type { CheckOutcome } from '../probe/index.ts'
import type { Submission } from '../submissions/index.ts'
import { askGates, mechanicalFails, raisedRisks } from './gates.ts'
import { rulesOf } from './blocking.ts'
import { approvalStands, changeOf, type Update } from './change-of.ts'
import { publishApproved } from './publish.ts'
import type { ReviewDependencies } from './review.ts'
import { insertScreening, screeningsOf } from './store.ts'

/** What follows from a report without a person. @see Review.decideAutomatically */
export async function decideAutomatically(
  deps: ReviewDependencies,
  trx: Database,
  { submission: id, attempt, id: report, report: checked }: CheckOutcome,
): Promise<'rejected' | 'queued' | 'carried-over'> {
  const submission = await deps.submissions.load(trx, id)
  const [first, ...others] = rulesOf(mechanicalFails(checked))
  const update = await changeOf(deps, trx, submission, checked)
  const stands =
    first === undefined && (await carriesOver(deps, trx, { submission, update, report: checked }))
  const outcome = first !== undefined ? 'rejected' : stands ? 'carried-over' : 'queued'
  const users = await deps.usersOf(trx, submission.listing)
  const gates = askGates({ report: checked, update, users })
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
  if (outcome === 'carried-over' && update !== undefined) {
    await carryOver(deps, trx, submission, { attempt, report, version: update.shown.version })
  }
  return outcome
}

/** A case that somebody has taken, or asks something in, is not decided under their hands. */
async function carriesOver(
  { probe }: ReviewDependencies,
  trx: Database,
  { submission: { state }, update, report }: Compared,
): Promise<boolean> {
  if (update === undefined || state.updates !== update.shown.version) return false
  if (state.claim !== null || state.asks || state.overturned.length > 0) return false
  const before = await probe.reportById(update.shown.report.id, trx)
  return before !== undefined && approvalStands(update, before.report, report)
}

interface Compared {
  readonly submission: Submission
  readonly update: Update | undefined
  readonly report: CheckOutcome['report']
}

async function carryOver(
  deps: ReviewDependencies,
  trx: Database,
  submission: Submission,
  about: { readonly attempt: number; readonly report: ReportId; readonly version: number },
): Promise<void> {
  const actor = { kind: 'system', name: 'review' } as const
  const reason = `Nothing has changed since version ${about.version}, so its approval stands.`
  const event = { name: 'carried-over', ...about } as const
  const approved = await deps.submissions.record(trx, submission, { event, actor, reason })
  if (approved.publishOnApproval) await publishApproved(deps, trx, approved, { actor, reason })
}
