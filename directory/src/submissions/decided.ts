import type { Happening } from './events.ts'
import type { SubmissionState } from './model.ts'

export const decidedOutcomes = [
  'approved',
  'changes-requested',
  'rejected',
  'rejected-automatically',
  'not-a-fit',
  'lapsed',
  'waived',
  'appeal-granted',
  'appeal-refused',
] as const
export type DecidedOutcome = (typeof decidedOutcomes)[number]

export interface Decided {
  readonly outcome: DecidedOutcome
  /** Rules and policy clauses; of a waiver the rule. */
  readonly clauses: readonly string[]
  /** Since it was submitted, when a person decided on whether it is listed. */
  readonly waitedMs: number | null
}

/** What statistics keep of an event; undefined for what decides nothing, such as the first of two approvals. */
export function decidedBy(
  before: SubmissionState,
  { event, at }: Happening,
  after: SubmissionState,
): Decided | undefined {
  const waitedMs = at.getTime() - before.since.getTime()
  switch (event.name) {
    case 'approved':
      return after.status === 'approved' ? { outcome: 'approved', clauses: [], waitedMs } : undefined
    case 'changes-requested':
    case 'rejected':
      return { outcome: event.name, clauses: event.clauses, waitedMs }
    case 'not-a-fit':
      return { outcome: event.name, clauses: [], waitedMs }
    case 'rejected-automatically':
      return { outcome: event.name, clauses: event.clauses, waitedMs: null }
    case 'waived':
      return { outcome: event.name, clauses: [event.rule], waitedMs: null }
    case 'deadline-passed':
      return { outcome: 'lapsed', clauses: [], waitedMs: null }
    case 'appeal-granted':
    case 'appeal-refused':
      return { outcome: event.name, clauses: [], waitedMs: null }
    case 'submitted':
    case 'check-requested':
    case 'checked':
    case 'risks-named':
    case 'carried-over':
    case 'claimed':
    case 'given-back':
    case 'replied':
    case 'proof-accepted':
    case 'appealed':
    case 'resubmitted':
    case 'published':
    case 'withdrawn':
      return undefined
  }
}
