import type { ListingId, OrganisationId, PersonId, ReportId, SubmissionId } from '../kernel/index.ts'
import { Problem } from '../kernel/index.ts'
import { assertMay } from './may.ts'
import type { CheckVerdict, Happening, SubmissionEvent, SubmissionEventName, Waiver } from './events.ts'
import { refusal, staleProof, staleReport, superseded } from './refusals.ts'

export const submissionStatuses = [
  'checking',
  'in-review',
  'second-approval',
  'changes-requested',
  'lapsed',
  'rejected',
  'not-a-fit',
  'appealed',
  'approved',
  'published',
  'withdrawn',
] as const

export type SubmissionStatus = (typeof submissionStatuses)[number]

/** In these a person of the directory has to do something: the queue. */
export const waitingStatuses = ['in-review', 'second-approval', 'appealed'] as const

/** The last decision against the publisher, for the page that explains what to do next. */
export interface Objection {
  readonly outcome: 'changes-requested' | 'rejected' | 'not-a-fit'
  readonly by: 'check' | 'reviewer'
  /** Of a rejection or of requested changes at least one; "not a fit" has none. */
  readonly clauses: readonly string[]
  readonly text: string
  readonly fixes: Readonly<Record<string, string>>
  readonly deadline: Date | null
  /** Null: no person decided. */
  readonly decider: PersonId | null
}

/** Who has taken the case, and until when nobody else can. */
export interface Claim {
  readonly person: PersonId
  readonly until: Date
}

export interface Appeal {
  readonly outcome: 'open' | 'granted' | 'refused'
  /** The publisher's words while it is open, then those of whoever decided. */
  readonly text: string
}

export interface SubmissionState {
  readonly status: SubmissionStatus
  /** When the status began; in review, when what is decided on was submitted. */
  readonly since: Date
  readonly revision: number
  /** Number of the check, from 1 over all revisions. */
  readonly attempt: number
  /** The report of the current attempt; null while it is being checked. */
  readonly report: ReportId | null
  readonly verdict: CheckVerdict | null
  /** Waivers of the current revision; a new revision begins without any. */
  readonly waivers: readonly Waiver[]
  readonly objection: Objection | null
  readonly appeal: Appeal | null
  readonly claim: Claim | null
  /** Why two people must approve this report; empty when one is enough. */
  readonly risks: readonly string[]
  /** Who has approved this report. */
  readonly approvals: readonly PersonId[]
  /** Who has acted for the publisher; they decide nothing. */
  readonly publishers: readonly PersonId[]
  /** Whose decision on this revision an appeal has overturned; others decide on it now. */
  readonly overturned: readonly PersonId[]
  /** The publisher has written, and no reviewer has answered or decided since. */
  readonly asks: boolean
  readonly version: string | null
  /** The version of the listing that stays until this one is published; null when there was none. */
  readonly updates: number | null
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
  /** Number of the last event that changes what people decide on; a form from before it is stale. */
  readonly changed: number
  readonly state: SubmissionState
}

/** What a submission is after all this. Pure; throws Problem for a past that cannot have been. */
export function submissionState(past: readonly Happening[]): SubmissionState {
  const state = past.reduce<SubmissionState | undefined>(next, undefined)
  if (state === undefined) throw new Error('A submission has at least the event "submitted".')
  return state
}

export function submissionStatus(past: readonly Happening[]): SubmissionStatus {
  return submissionState(past).status
}

/**
 * What a submission becomes, and the only place where its status is chosen. `undefined` is the time before it.
 * @throws Problem already-decided | conflict | not-allowed for what cannot happen now, with the sentence for the person
 * who tried
 */
export function next(state: SubmissionState | undefined, happening: Happening): SubmissionState {
  if (state === undefined) return begin(happening)
  const { event, at } = happening
  if (!possible[state.status].includes(event.name)) throw refusal(state.status, event.name)
  assertMay(state, happening)
  const after = withPublisher(apply(state, happening), happening)
  return goesOn(state, after, event) ? after : { ...after, since: at }
}

/** A check, or a first approval of two, does not begin the wait for a decision anew. */
function goesOn({ status: before }: SubmissionState, { status }: SubmissionState, event: SubmissionEvent) {
  const open: readonly SubmissionStatus[] = ['checking', 'in-review', 'second-approval']
  return before === status || (open.includes(before) && open.includes(status) && event.name !== 'resubmitted')
}

/** Whether an event changes what people decide on: a case that was taken or given back is the same case. */
export function isNews({ name }: SubmissionEvent): boolean {
  return name !== 'claimed' && name !== 'given-back'
}

function apply(state: SubmissionState, happening: Happening): SubmissionState {
  const { event, actor } = happening
  const person = actor.kind === 'person' ? actor.id : null
  switch (event.name) {
    case 'submitted':
      throw refusal(state.status, event.name)
    case 'check-requested':
      if (event.revision !== state.revision) throw superseded(event.attempt, state.attempt)
      return recheck(state, event)
    case 'resubmitted':
      if (event.revision !== state.revision + 1) throw superseded(event.attempt, state.attempt)
      return { ...recheck(state, event), ...afresh }
    case 'checked':
      if (event.attempt !== state.attempt) throw superseded(event.attempt, state.attempt)
      return { ...state, status: 'in-review', report: event.report, verdict: event.verdict }
    case 'risks-named':
      if (event.attempt !== state.attempt) throw superseded(event.attempt, state.attempt)
      return { ...state, risks: [...new Set([...state.risks, ...event.risks])] }
    case 'rejected-automatically':
      if (event.attempt !== state.attempt) throw superseded(event.attempt, state.attempt)
      return object(state, happening)
    case 'carried-over':
      if (event.attempt !== state.attempt) throw superseded(event.attempt, state.attempt)
      return { ...state, status: 'approved', claim: null }
    case 'claimed':
      return person === null ? state : { ...state, claim: { person, until: new Date(event.until) } }
    case 'given-back':
      return { ...state, claim: null }
    case 'waived':
      return {
        ...state,
        waivers: [...state.waivers.filter(({ rule }) => rule !== event.rule), waiver(event)],
      }
    case 'changes-requested':
    case 'rejected':
    case 'not-a-fit':
      return object(state, happening)
    case 'deadline-passed':
      return { ...state, status: 'lapsed' }
    case 'appealed':
    case 'appeal-granted':
    case 'appeal-refused':
      return appeal(state, event)
    case 'approved':
      if (event.report !== state.report) throw new Problem('conflict', staleReport)
      return approve(state, person)
    case 'published':
      return { ...state, status: 'published', version: event.version }
    case 'withdrawn':
      return { ...state, status: 'withdrawn', claim: null }
    case 'proof-accepted':
      if (event.revision !== state.revision) throw new Problem('conflict', staleProof)
      return state
    case 'replied':
      return { ...state, asks: event.from === 'publisher' }
  }
}

/** Which events each status allows; every other pair is refused with a sentence. */
const possible: Readonly<Record<SubmissionStatus, readonly SubmissionEventName[]>> = {
  checking: ['checked', 'proof-accepted', 'replied', 'given-back', 'withdrawn'],
  'in-review': [
    'proof-accepted',
    'check-requested',
    'rejected-automatically',
    'carried-over',
    'risks-named',
    'claimed',
    'given-back',
    'replied',
    'waived',
    'changes-requested',
    'rejected',
    'not-a-fit',
    'approved',
    // A publisher need not wait for an answer that is foreseeable.
    'resubmitted',
    'withdrawn',
  ],
  'second-approval': [
    'check-requested',
    'claimed',
    'given-back',
    'replied',
    'changes-requested',
    'rejected',
    'not-a-fit',
    'approved',
    'resubmitted',
    'withdrawn',
  ],
  'changes-requested': ['replied', 'deadline-passed', 'resubmitted', 'withdrawn'],
  lapsed: ['resubmitted', 'withdrawn'],
  rejected: ['appealed', 'resubmitted', 'withdrawn'],
  'not-a-fit': ['appealed', 'resubmitted', 'withdrawn'],
  appealed: ['claimed', 'given-back', 'replied', 'appeal-granted', 'appeal-refused', 'withdrawn'],
  approved: ['published', 'withdrawn'],
  published: [],
  withdrawn: [],
}

/** What a person may still do with a submission; pages show these and nothing else. */
export function allows(status: SubmissionStatus, event: SubmissionEventName): boolean {
  return possible[status].includes(event)
}

const afresh = {
  waivers: [],
  objection: null,
  appeal: null,
  claim: null,
  overturned: [],
  asks: false,
} as const

function begin({ event, actor, at }: Happening): SubmissionState {
  if (event.name !== 'submitted') {
    throw new Problem('conflict', `"${event.name}" cannot happen before something is submitted.`)
  }
  return {
    status: 'checking',
    since: at,
    revision: event.revision,
    attempt: event.attempt,
    report: null,
    verdict: null,
    ...afresh,
    risks: [],
    approvals: [],
    publishers: actor.kind === 'person' ? [actor.id] : [],
    version: null,
    updates: event.updates ?? null,
  }
}

function recheck(
  state: SubmissionState,
  { attempt, revision }: { attempt: number; revision: number },
): SubmissionState {
  if (attempt !== state.attempt + 1) throw superseded(attempt, state.attempt)
  const unread = { report: null, verdict: null, risks: [], approvals: [] }
  return { ...state, ...unread, status: 'checking', revision, attempt }
}

/** One approval lists, or two of different people when there are risks. */
function approve(state: SubmissionState, person: PersonId | null): SubmissionState {
  const approvals = person === null ? state.approvals : [...state.approvals, person]
  if (approvals.length < 2 && state.risks.length > 0) {
    return { ...state, status: 'second-approval', approvals, claim: null }
  }
  return { ...state, status: 'approved', approvals, claim: null, objection: null, appeal: null }
}

function object(state: SubmissionState, { event, actor }: Happening): SubmissionState {
  const objection: Objection = {
    outcome: event.name === 'changes-requested' || event.name === 'not-a-fit' ? event.name : 'rejected',
    by: event.name === 'rejected-automatically' ? 'check' : 'reviewer',
    clauses: 'clauses' in event ? event.clauses : [],
    text: 'text' in event ? event.text : '',
    fixes: event.name === 'changes-requested' ? event.fixes : {},
    deadline: event.name === 'changes-requested' && event.deadline !== null ? new Date(event.deadline) : null,
    decider: actor.kind === 'person' ? actor.id : null,
  }
  return {
    ...state,
    status: objection.outcome,
    objection,
    appeal: null,
    approvals: [],
    claim: null,
    asks: false,
  }
}

/** An appeal that is granted opens the case again for others than the one whose decision it was. */
function appeal(
  state: SubmissionState,
  event: Extract<SubmissionEvent, { name: 'appealed' | 'appeal-granted' | 'appeal-refused' }>,
): SubmissionState {
  const { objection, overturned } = state
  if (objection === null) throw refusal(state.status, event.name)
  const { text } = event
  if (event.name === 'appealed') {
    return { ...state, status: 'appealed', appeal: { outcome: 'open', text }, claim: null }
  }
  if (event.name === 'appeal-refused') {
    return { ...state, status: objection.outcome, appeal: { outcome: 'refused', text }, claim: null }
  }
  return {
    ...state,
    status: 'in-review',
    appeal: { outcome: 'granted', text },
    objection: null,
    overturned: objection.decider === null ? overturned : [...overturned, objection.decider],
  }
}

const ofThePublisher: readonly SubmissionEventName[] = [
  'submitted',
  'resubmitted',
  'withdrawn',
  'appealed',
  'proof-accepted',
]

function withPublisher(state: SubmissionState, { event, actor }: Happening): SubmissionState {
  const acts = ofThePublisher.includes(event.name) || (event.name === 'replied' && event.from === 'publisher')
  if (!acts || actor.kind !== 'person' || state.publishers.includes(actor.id)) return state
  return { ...state, publishers: [...state.publishers, actor.id] }
}

function waiver({ rule, reason, expires }: Waiver): Waiver {
  return { rule, reason, expires }
}
