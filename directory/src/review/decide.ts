import { ruleById } from '@connectory/checker'
import {
  inTransaction,
  Problem,
  type Actor,
  type Database,
  type SubmissionId,
  type Viewer,
} from '../kernel/index.ts'
import type { Clauses, Submission, SubmissionEvent } from '../submissions/index.ts'
import { currentReport, factsFor } from './facts-for.ts'
import { changeOf } from './change-of.ts'
import { scopesToLookAt } from './missing-scopes.ts'
import { approvedWithoutWords, fixPrefix, usualDays, type Attestable, type DecisionName } from './model.ts'
import { isPolicyClause } from './policy-clauses.ts'
import { publishApproved, refuseUnseen } from './publish.ts'
import { refuseUnlessPossible } from './refuse.ts'
import type { ReviewDependencies } from './review.ts'

export interface DecisionForm {
  /** Number of events the form was made from. */
  readonly seen: number
  readonly decision: DecisionName
  /** Ids of rules or policy clauses. */
  readonly clauses: readonly string[]
  readonly text: string
  /** What would meet a clause, by its id; those of clauses that were not chosen are left out. */
  readonly fixes?: Readonly<Record<string, string>>
  /** How long the publisher has for changes. */
  readonly days?: number
  readonly lookedAt: readonly Attestable[]
}

const longestText = 4_000
const shortestText = 10
const dayMs = 86_400_000

/** A person's decision: event, audit row, and what follows from it, in one transaction. */
export async function decide(
  deps: ReviewDependencies,
  viewer: Viewer,
  id: SubmissionId,
  form: DecisionForm,
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await deps.submissions.load(trx, id)
    refuseUnlessPossible(form.decision, await factsFor(deps, trx, viewer, submission), form.seen)
    const actor = { kind: 'person', id: viewer.person } as const
    if (form.decision === 'approve') return await approve(deps, trx, submission, { form, actor })
    const event = objectionOf(form, deps.clock.now())
    return await deps.submissions.record(trx, submission, { event, actor, reason: event.text })
  })
}

function objectionOf(form: DecisionForm, now: Date): ObjectionEvent {
  if (form.decision === 'not-a-fit') return { name: 'not-a-fit', text: parseReason(form) }
  const { clauses, text } = parseObjection(form)
  if (form.decision === 'reject') return { name: 'rejected', clauses, text }
  const { fixes = {}, days = usualDays } = form
  const chosen = Object.entries(fixes).filter(([clause]) => clauses.includes(clause))
  return {
    name: 'changes-requested',
    clauses,
    text,
    fixes: Object.fromEntries(
      chosen.map(([clause, fix]) => [clause, parseText(fix, `${fixPrefix}${clause}`)]),
    ),
    deadline: new Date(now.getTime() + days * dayMs).toISOString(),
  }
}

type ObjectionEvent = Extract<SubmissionEvent, { name: 'changes-requested' | 'rejected' | 'not-a-fit' }>

async function approve(
  deps: ReviewDependencies,
  trx: Database,
  submission: Submission,
  { form, actor }: { readonly form: DecisionForm; readonly actor: Actor },
): Promise<Submission> {
  const stored = await currentReport(deps, trx, submission)
  refuseUnseen(stored)
  const update = await changeOf(deps, trx, submission, stored.report)
  const missing = scopesToLookAt(stored.report, update).filter((scope) => !form.lookedAt.includes(scope))
  if (missing.length > 0) {
    const sentence = `The check did not cover: ${missing.join(', ')}. Do it by hand and say so, or check again.`
    throw new Problem('invalid-input', sentence, { fields: { lookedAt: sentence } })
  }
  const approved = await deps.submissions.record(trx, submission, {
    event: { name: 'approved', report: stored.id, lookedAt: form.lookedAt },
    actor,
    reason: parseText(form.text) || approvedWithoutWords,
  })
  if (approved.state.status !== 'approved' || !approved.publishOnApproval) return approved
  return await publishApproved(deps, trx, approved, { actor, reason: 'published on approval' })
}

/** A decision against a publisher names at least one clause and says in words what is wrong. */
function parseObjection(form: DecisionForm): { readonly clauses: Clauses; readonly text: string } {
  const [first, ...others] = [...new Set(form.clauses)]
  const text = parseText(form.text)
  const unknown = form.clauses.filter((clause) => ruleById(clause) === undefined && !isPolicyClause(clause))
  const fields = {
    ...(first === undefined
      ? { clauses: 'Choose at least one clause: what does the submission not meet?' }
      : {}),
    ...(unknown.length > 0 ? { clauses: `There is no clause ${unknown.join(', ')}.` } : {}),
    ...(text.length < shortestText ? { text: 'Say in a sentence what the publisher has to change.' } : {}),
  }
  if (first === undefined || Object.keys(fields).length > 0) {
    throw new Problem('invalid-input', Object.values(fields).join(' '), { fields })
  }
  return { clauses: [first, ...others], text }
}

/** Where no clause is missed there is a reason all the same. */
function parseReason(form: DecisionForm): string {
  const text = parseText(form.text)
  if (text.length >= shortestText) return text
  const sentence = 'Say in a sentence why it is not a fit for this directory.'
  throw new Problem('invalid-input', sentence, { fields: { text: sentence } })
}

function parseText(text: string, field = 'text'): string {
  const trimmed = text.trim()
  if (trimmed.length <= longestText) return trimmed
  const sentence = `The text may have ${longestText} characters; it has ${trimmed.length}.`
  throw new Problem('invalid-input', sentence, { fields: { [field]: sentence } })
}
