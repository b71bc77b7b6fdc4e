import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Catalogue } from '../catalogue/index.ts'
import type {
  Actor,
  AppEnv,
  Clock,
  Database,
  Ids,
  ListingId,
  OrganisationId,
  RevisionId,
  SubmissionId,
  Viewer,
} from '../kernel/index.ts'
import type { Notices } from '../notices/index.ts'
import type { CheckOutcome, CheckTarget, Probe } from '../probe/index.ts'
import type { Facts } from './facts.ts'
import type { Submission, SubmissionEvent, SubmissionStatus } from './model.ts'

export interface SubmissionsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly catalogue: Pick<Catalogue, 'reserve' | 'release' | 'byId'>
  readonly probe: Pick<Probe, 'request' | 'report' | 'progress'>
  readonly notices: Pick<Notices, 'tell'>
  readonly config: { readonly allowLoopback: boolean }
  /**
   * Port of the review: a publisher publishes what was approved. Without it the form does not offer to wait, because
   * nothing could end the wait.
   */
  publish?(viewer: Viewer, id: SubmissionId, change: { seen: number }): Promise<unknown>
  /** Port: what the publisher should know of the listing that came of it. */
  listingNote?(listing: ListingId): Promise<Child>
}

/** What happened, who did it and why, for the timeline. */
export interface PastEvent {
  readonly event: SubmissionEvent
  readonly actor: Actor
  readonly reason: string
  readonly at: Date
  readonly seq: number
}

export interface Revision {
  readonly id: RevisionId
  readonly number: number
  readonly facts: Facts
  readonly termsVersion: string
  readonly submittedAt: Date
}

/** One row of a queue or of a publisher's list. */
export interface SubmissionRow {
  readonly id: SubmissionId
  readonly organisation: OrganisationId
  readonly name: string
  readonly serverUrl: string
  readonly publisherName: string
  readonly status: SubmissionStatus
  readonly attempt: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What the viewer may see of one submission. */
export interface SubmissionView {
  readonly submission: Submission
  readonly revision: Revision
  readonly past: readonly PastEvent[]
}

/** One change: what happened, by whom, why. The reason stands in the event and in the audit row. */
export interface Change {
  readonly event: SubmissionEvent
  readonly actor: Actor
  readonly reason: string
}

export interface Submissions {
  /** @throws Problem not-found. Inside a transaction it locks the submission until the end. */
  load(db: Database, id: SubmissionId): Promise<Submission>
  /** The revision with this number, or the newest. */
  revision(db: Database, id: SubmissionId, number?: number): Promise<Revision>
  past(db: Database, id: SubmissionId): Promise<readonly PastEvent[]>
  /**
   * Appends an event to a submission that was loaded in the same transaction, updates the projection, writes the audit
   * row, sends the job of a check that it begins and gives the claim on the address back when it ends without a
   * listing. Returns the submission as it is then.
   * @throws Problem already-decided | conflict
   */
  record(trx: Database, submission: Submission, change: Change): Promise<Submission>
  /** Oldest first; the queue of a reviewer is `inStatus('in-review')`. */
  inStatus(
    status: SubmissionStatus,
    page?: { limit: number; offset: number },
  ): Promise<readonly SubmissionRow[]>

  submit(viewer: Viewer, facts: Facts, options: { publishOnApproval: boolean }): Promise<Submission>
  /** A new revision after requested changes or a rejection, or while it waits for a reviewer; without facts the last ones again. */
  resubmit(viewer: Viewer, id: SubmissionId, change: { seen: number; facts?: Facts }): Promise<Submission>
  withdraw(viewer: Viewer, id: SubmissionId, change: { seen: number }): Promise<Submission>
  /** Another check of the same revision, while it is in review; publisher or reviewer. */
  requestCheck(viewer: Viewer, id: SubmissionId, change: { seen: number }): Promise<Submission>
  mine(viewer: Viewer): Promise<readonly SubmissionRow[]>
  /** The viewer's own open or published submission of this address. */
  duplicateOf(viewer: Viewer, serverUrl: string): Promise<SubmissionId | undefined>
  /** @throws Problem not-found for everybody but the organisation's people and reviewers. */
  view(viewer: Viewer, id: SubmissionId): Promise<SubmissionView>

  /** Port of the probe: what to check; undefined when this attempt is no longer wanted. */
  target(submission: SubmissionId, attempt: number): Promise<CheckTarget | undefined>
  /** Port of the probe: writes the event `checked`; false when this attempt is no longer wanted. */
  recordChecked(trx: Database, outcome: CheckOutcome): Promise<boolean>
  /** Pages and the download of the report. */
  routes(): Hono<AppEnv>
}
