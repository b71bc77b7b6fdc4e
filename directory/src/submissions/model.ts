import type { ListingId, OrganisationId, PersonId, ReportId, SubmissionId } from '../kernel/index.ts'
import { Problem } from '../kernel/index.ts'

/** What the automatic check came to; the same three words as a report's verdict. */
export type CheckVerdict = 'ready' | 'blocked' | 'incomplete'

/** Ids of rules or policy clauses, such as `TOOL-01`; a decision against a publisher names at least one. */
export type Clauses = readonly [string, ...string[]]

export interface Waiver {
  readonly rule: string
  readonly reason: string
  /** Day on which it ends, ISO 8601. */
  readonly expires: string
}

/** A report that the publisher made and signed: every tool was called and gave a result. */
export interface Proof {
  /** Thumbprint of the key. @see RFC 7638 */
  readonly key: string
  /** When the publisher's check began, ISO 8601. */
  readonly startedAt: string
  readonly engine: string
  readonly verdict: CheckVerdict
  /** How many tools were called. */
  readonly tools: number
}

/** Everything that can happen to a submission, in the stream `submission:<id>`. */
export type SubmissionEvent =
  | { readonly name: 'submitted'; readonly revision: 1; readonly attempt: 1 }
  | { readonly name: 'check-requested'; readonly attempt: number; readonly revision: number }
  | {
      readonly name: 'checked'
      readonly attempt: number
      readonly report: ReportId
      readonly verdict: CheckVerdict
    }
  | {
      readonly name: 'rejected-automatically'
      readonly attempt: number
      readonly report: ReportId
      readonly clauses: Clauses
    }
  | ({ readonly name: 'waived' } & Waiver)
  | { readonly name: 'changes-requested'; readonly clauses: Clauses; readonly text: string }
  | { readonly name: 'rejected'; readonly clauses: Clauses; readonly text: string }
  /** `lookedAt`: the ids of the findings, tools or pages that the reviewer ticked as looked at. */
  | { readonly name: 'approved'; readonly report: ReportId; readonly lookedAt: readonly string[] }
  | { readonly name: 'published'; readonly version: string }
  | { readonly name: 'withdrawn' }
  | { readonly name: 'resubmitted'; readonly revision: number; readonly attempt: number }
  | ({ readonly name: 'proof-accepted'; readonly revision: number } & Proof)

export type SubmissionEventName = SubmissionEvent['name']

export const submissionStatuses = [
  'checking',
  'in-review',
  'changes-requested',
  'rejected',
  'approved',
  'published',
  'withdrawn',
] as const

export type SubmissionStatus = (typeof submissionStatuses)[number]

/** The last decision against the publisher, for the page that explains what to do next. */
export interface Objection {
  readonly by: 'check' | 'reviewer'
  readonly clauses: Clauses
  readonly text: string
}

export interface SubmissionState {
  readonly status: SubmissionStatus
  readonly revision: number
  /** Number of the check, from 1 over all revisions. */
  readonly attempt: number
  /** The report of the current attempt; null while it is being checked. */
  readonly report: ReportId | null
  readonly verdict: CheckVerdict | null
  /** Waivers of the current revision; a new revision begins without any. */
  readonly waivers: readonly Waiver[]
  readonly objection: Objection | null
  readonly version: string | null
}

/** A submission as it is now, and how many of its events that rests on (the optimistic lock). */
export interface Submission {
  readonly id: SubmissionId
  readonly organisation: OrganisationId
  readonly listing: ListingId
  readonly createdBy: PersonId
  readonly createdAt: Date
  readonly publishOnApproval: boolean
  readonly seen: number
  readonly state: SubmissionState
}

/** What a submission is after these events. Pure; throws Problem for a past that cannot have been. */
export function submissionState(events: readonly SubmissionEvent[]): SubmissionState {
  const state = events.reduce<SubmissionState | undefined>(next, undefined)
  if (state === undefined) throw new Error('A submission has at least the event "submitted".')
  return state
}

export function submissionStatus(events: readonly SubmissionEvent[]): SubmissionStatus {
  return submissionState(events).status
}

/**
 * What a submission becomes, and the only place where its status is chosen. `undefined` is the time before it.
 * @throws Problem already-decided | conflict for what cannot happen now, with the sentence for the person who tried
 */
export function next(state: SubmissionState | undefined, event: SubmissionEvent): SubmissionState {
  if (state === undefined) return begin(event)
  if (!possible[state.status].includes(event.name)) throw refusal(state.status, event.name)
  switch (event.name) {
    case 'submitted':
      throw refusal(state.status, event.name)
    case 'check-requested':
      if (event.revision !== state.revision) throw superseded(event.attempt, state.attempt)
      return recheck(state, event)
    case 'resubmitted':
      if (event.revision !== state.revision + 1) throw superseded(event.attempt, state.attempt)
      return { ...recheck(state, event), waivers: [], objection: null }
    case 'checked':
      if (event.attempt !== state.attempt) throw superseded(event.attempt, state.attempt)
      return { ...state, status: 'in-review', report: event.report, verdict: event.verdict }
    case 'rejected-automatically':
      if (event.attempt !== state.attempt) throw superseded(event.attempt, state.attempt)
      return { ...state, status: 'rejected', objection: { by: 'check', clauses: event.clauses, text: '' } }
    case 'waived':
      return {
        ...state,
        waivers: [...state.waivers.filter(({ rule }) => rule !== event.rule), waiver(event)],
      }
    case 'changes-requested':
    case 'rejected':
      return { ...state, status: event.name, objection: { by: 'reviewer', ...words(event) } }
    case 'approved':
      if (event.report !== state.report) throw new Problem('conflict', staleReport)
      return { ...state, status: 'approved', objection: null }
    case 'published':
      return { ...state, status: 'published', version: event.version }
    case 'withdrawn':
      return { ...state, status: 'withdrawn' }
    case 'proof-accepted':
      if (event.revision !== state.revision) throw new Problem('conflict', staleProof)
      return state
  }
}

/** Which events each status allows; every other pair is refused with a sentence. */
const possible: Readonly<Record<SubmissionStatus, readonly SubmissionEventName[]>> = {
  checking: ['checked', 'proof-accepted', 'withdrawn'],
  'in-review': [
    'proof-accepted',
    'check-requested',
    'rejected-automatically',
    'waived',
    'changes-requested',
    'rejected',
    'approved',
    // A publisher need not wait for an answer that is foreseeable.
    'resubmitted',
    'withdrawn',
  ],
  'changes-requested': ['resubmitted', 'withdrawn'],
  rejected: ['resubmitted', 'withdrawn'],
  approved: ['published', 'withdrawn'],
  published: [],
  withdrawn: [],
}

/** What a person may still do with a submission; pages show these and nothing else. */
export function allows(status: SubmissionStatus, event: SubmissionEventName): boolean {
  return possible[status].includes(event)
}

const staleProof = 'A newer revision was submitted. Sign a report on it and send that.'
const staleReport =
  'A newer check has finished since you opened this page. Reload it and look at the new report before you approve.'

function begin(event: SubmissionEvent): SubmissionState {
  if (event.name !== 'submitted') {
    throw new Problem('conflict', `"${event.name}" cannot happen before something is submitted.`)
  }
  return {
    status: 'checking',
    revision: event.revision,
    attempt: event.attempt,
    report: null,
    verdict: null,
    waivers: [],
    objection: null,
    version: null,
  }
}

function recheck(
  state: SubmissionState,
  { attempt, revision }: { attempt: number; revision: number },
): SubmissionState {
  if (attempt !== state.attempt + 1) throw superseded(attempt, state.attempt)
  return { ...state, status: 'checking', revision, attempt, report: null, verdict: null }
}

function superseded(attempt: number, current: number): Problem {
  return new Problem('conflict', `Check ${attempt} is not the current one (${current}). Reload the page.`)
}

function waiver({ rule, reason, expires }: Waiver): Waiver {
  return { rule, reason, expires }
}

function words({ clauses, text }: { clauses: Clauses; text: string }): { clauses: Clauses; text: string } {
  return { clauses, text }
}

/** Decided: the matter is closed. Conflict: it is open, and this is not the moment. */
function refusal(status: SubmissionStatus, event: SubmissionEventName): Problem {
  switch (status) {
    case 'checking':
      return new Problem('conflict', 'The check is still running. Wait for its result, then try again.')
    case 'in-review':
      return new Problem('conflict', `This submission is in review; "${event}" is not possible now.`)
    case 'changes-requested':
      return new Problem('already-decided', 'Changes were requested; the publisher has to resubmit first.')
    case 'rejected':
      return new Problem(
        'already-decided',
        'This revision was rejected; the publisher can resubmit a new one.',
      )
    case 'approved':
      return new Problem('already-decided', 'This submission was approved; it can be published or withdrawn.')
    case 'published':
      return new Problem(
        'already-decided',
        'This submission is published. Change or remove its listing instead.',
      )
    case 'withdrawn':
      return new Problem('already-decided', 'This submission was withdrawn. Submit the server again.')
  }
}
