import { inTransaction, Problem, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { Submission } from '../submissions/index.ts'
import { waivableRules } from './blocking.ts'
import { currentReport, factsFor } from './facts-for.ts'
import { refuseUnlessPossible } from './refuse.ts'
import type { ReviewDependencies } from './review.ts'

export interface WaiverForm {
  /** Number of events the form was made from. */
  readonly seen: number
  readonly rule: string
  readonly reason: string
  /** Day on which it ends, ISO 8601 (`2027-01-31`). */
  readonly expires: string
}

const longestDays = 366
const dayMs = 86_400_000
const longestReason = 1_000

/** Records that a rule need not hold for a while, and why. Mechanical facts cannot be waived (S049). */
export async function waive(
  deps: ReviewDependencies,
  viewer: Viewer,
  id: SubmissionId,
  form: WaiverForm,
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await deps.submissions.load(trx, id)
    refuseUnlessPossible('waive', await factsFor(deps, trx, viewer, submission), form.seen)
    const { report } = await currentReport(deps, trx, submission)
    const { rule, reason, expires } = parseWaiver(form, waivableRules(report), deps.clock.now())
    return await deps.submissions.record(trx, submission, {
      event: { name: 'waived', rule, reason, expires },
      actor: { kind: 'person', id: viewer.person },
      reason,
    })
  })
}

function parseWaiver(form: WaiverForm, waivable: readonly string[], now: Date): Omit<WaiverForm, 'seen'> {
  const reason = form.reason.trim()
  const until = /^\d{4}-\d{2}-\d{2}$/.test(form.expires) ? Date.parse(form.expires) : Number.NaN
  const days = (until - now.getTime()) / dayMs
  const fields = {
    ...(waivable.includes(form.rule) ? {} : { rule: 'Choose a rule that fails and that may be waived.' }),
    ...(reason.length >= 10 && reason.length <= longestReason
      ? {}
      : { reason: `Say in 10 to ${longestReason} characters why the rule need not hold for now.` }),
    ...(days > 0 && days <= longestDays ? {} : { expires: 'Choose a day within the next year.' }),
  }
  if (Object.keys(fields).length === 0) return { rule: form.rule, reason, expires: form.expires }
  throw new Problem('invalid-input', Object.values(fields).join(' '), { fields })
}
