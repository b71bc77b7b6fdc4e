import type { Actor, ReportId } from '../kernel/index.ts'

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
  /** `updates`: the version of the listing that stays until this one is published; undefined for the first. */
  | {
      readonly name: 'submitted'
      readonly revision: 1
      readonly attempt: 1
      readonly updates?: number | undefined
    }
  | { readonly name: 'check-requested'; readonly attempt: number; readonly revision: number }
  | {
      readonly name: 'checked'
      readonly attempt: number
      readonly report: ReportId
      readonly verdict: CheckVerdict
    }
  /** Why two people have to approve; recorded only when there is a reason. */
  | { readonly name: 'risks-named'; readonly attempt: number; readonly risks: readonly string[] }
  | {
      readonly name: 'rejected-automatically'
      readonly attempt: number
      readonly report: ReportId
      readonly clauses: Clauses
    }
  /** The approval of the version that is listed stands: nothing has changed of what people decide on. */
  | {
      readonly name: 'carried-over'
      readonly attempt: number
      readonly report: ReportId
      readonly version: number
    }
  /** A reviewer takes the case, or keeps it longer, until then (ISO 8601). */
  | { readonly name: 'claimed'; readonly until: string }
  | { readonly name: 'given-back' }
  | ({ readonly name: 'waived' } & Waiver)
  | {
      readonly name: 'changes-requested'
      readonly clauses: Clauses
      readonly text: string
      /** What would meet a clause, by its id; not every clause needs words of its own. */
      readonly fixes: Readonly<Record<string, string>>
      /** Until when the publisher may answer, ISO 8601; null before there were deadlines. */
      readonly deadline: string | null
    }
  | { readonly name: 'deadline-passed' }
  | { readonly name: 'rejected'; readonly clauses: Clauses; readonly text: string }
  /** It meets the policy and is not listed all the same. */
  | { readonly name: 'not-a-fit'; readonly text: string }
  | { readonly name: 'appealed'; readonly text: string }
  | { readonly name: 'appeal-granted'; readonly text: string }
  | { readonly name: 'appeal-refused'; readonly text: string }
  | { readonly name: 'replied'; readonly from: 'publisher' | 'reviewer'; readonly text: string }
  /** `lookedAt`: the ids of the findings, tools or pages that the reviewer ticked as looked at. */
  | { readonly name: 'approved'; readonly report: ReportId; readonly lookedAt: readonly string[] }
  | { readonly name: 'published'; readonly version: string }
  | { readonly name: 'withdrawn' }
  | { readonly name: 'resubmitted'; readonly revision: number; readonly attempt: number }
  | ({ readonly name: 'proof-accepted'; readonly revision: number } & Proof)

export type SubmissionEventName = SubmissionEvent['name']

/** Version of the payloads that are written now; those of version 1 were decided before cases were claimed. */
export const payloadVersion = 2

/** An event with who caused it and when: all that a submission's status rests on. */
export interface Happening {
  readonly event: SubmissionEvent
  readonly actor: Actor
  readonly at: Date
  /** Default: the one that is written now. */
  readonly payloadVersion?: number
}
