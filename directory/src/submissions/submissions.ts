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
  Log,
  OrganisationId,
  PersonId,
  RevisionId,
  SubmissionId,
  Viewer,
} from '../kernel/index.ts'
import type { Notices } from '../notices/index.ts'
import type { TestAccounts, Words } from '../test-accounts/index.ts'
import type { CheckOutcome, CheckTarget, Probe } from '../probe/index.ts'
import type { MonthTally, Span, Tally } from './decided-store.ts'
import type { Facts } from './facts.ts'
import type { Happening, SubmissionEvent } from './events.ts'
import type { Claim, Submission, SubmissionStatus } from './model.ts'
import type { OfListing } from './store-listing.ts'

export interface SubmissionsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly catalogue: Pick<Catalogue, 'reserve' | 'release' | 'retake' | 'byId' | 'byIds'>
  readonly probe: Pick<Probe, 'request' | 'report' | 'progress'>
  readonly notices: Pick<Notices, 'tell'>
  readonly testAccounts: Pick<TestAccounts, 'give' | 'remove' | 'confirm' | 'view' | 'follow' | 'ask'>
  readonly organisations: {
    isMember(db: Database, organisation: OrganisationId, person: PersonId): Promise<boolean>
  }
  readonly config: { readonly allowLoopback: boolean }
  /**
   * Port of the review: a publisher publishes what was approved. Without it the form does not offer to wait, because
   * nothing could end the wait.
   */
  publish?(viewer: Viewer, id: SubmissionId, change: { seen: number }): Promise<unknown>
  /** Port of safety: throws when nothing of this publisher or server is taken. */
  refuseBlocked?(
    trx: Database,
    submission: { readonly organisation: OrganisationId; readonly serverUrl: string },
  ): Promise<void>
  /** Port of the drafts: what is not submitted yet. */
  draftsNote?(viewer: Viewer): Promise<Child>
  /** Port of the holds: those of which nothing is called, because their server or publisher is stopped. */
  stoppedAmong?(listings: readonly ListingId[]): Promise<ReadonlySet<ListingId>>
  /** Port: what the publisher should know of the listing that came of it. */
  listingNote?(listing: ListingId): Promise<Child>
}

/** What happened, who did it and why, for the timeline. */
export interface PastEvent extends Happening {
  readonly reason: string
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
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly name: string
  readonly serverUrl: string
  readonly publisherName: string
  readonly status: SubmissionStatus
  readonly revision: number
  readonly attempt: number
  readonly createdAt: Date
  readonly updatedAt: Date
  /** When its status began. */
  readonly since: Date
  readonly claim: Claim | null
  /** Until when its publisher may answer to requested changes. */
  readonly answerBy: Date | null
  /** Changes were requested, and the publisher has written something that nobody has answered. */
  readonly asks: boolean
}

/** One that waits for a person of the directory. */
export interface WaitingRow extends SubmissionRow {
  /** Who has acted for its publisher. */
  readonly publishers: readonly PersonId[]
  /** Who has decided on it before, and so does not take it now. */
  readonly barred: readonly PersonId[]
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

export interface SubmitOptions {
  readonly publishOnApproval: boolean
  /** What happens with it or not at all. */
  readonly also?: (trx: Database, submission: Pick<Submission, 'id' | 'listing'>) => Promise<void>
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
  /** What waits for a person of the directory, the longest first. */
  waiting(most: number): Promise<readonly WaitingRow[]>
  /** Publishers who let the time for their answer pass, the longest first. */
  overdue(at: Date, most: number): Promise<readonly SubmissionId[]>
  /** The longest in this status first. */
  inStatus(
    statuses: readonly SubmissionStatus[],
    page?: { limit: number; offset: number },
  ): Promise<readonly SubmissionRow[]>

  /** What was decided in this time, counted; of few publishers too, so not for everybody as it is. */
  tally(span: Span): Promise<Tally>
  /** The same by months in UTC, the earliest first; months without a decision are left out. */
  monthlyTally(span: Span): Promise<readonly MonthTally[]>

  submit(viewer: Viewer, facts: Facts, options: SubmitOptions): Promise<Submission>
  /**
   * A new version of what this submission published, beside the listing; it is checked and reviewed as far as it changes.
   * @throws Problem stale-form | conflict | already-exists | invalid-input | not-found | not-allowed
   */
  update(
    viewer: Viewer,
    id: SubmissionId,
    change: { seen: number; facts: Facts; publishOnApproval: boolean },
  ): Promise<Submission>
  /** The address of the icon that the newest submission of a listing names; empty when none. */
  iconOf(trx: Database, listing: ListingId): Promise<string>
  /** Every submission of a listing, the newest first. */
  ofListing(listing: ListingId, trx?: Database): Promise<readonly OfListing[]>
  /** Ends what is still open of a listing that is being removed. Before the listing changes: it locks the submissions. */
  close(trx: Database, listing: ListingId, change: { actor: Actor; reason: string }): Promise<void>
  /** All of a listing, open or not, belongs to another organisation from now on. Before the listing changes, as `close`. */
  handOver(trx: Database, listing: ListingId, to: OrganisationId): Promise<void>
  /** A new revision after requested changes or a rejection, or while it waits for a reviewer; without facts the last ones again. */
  resubmit(viewer: Viewer, id: SubmissionId, change: { seen: number; facts?: Facts }): Promise<Submission>
  /** A message to the other side: publishers to reviewers, reviewers to publishers. */
  reply(viewer: Viewer, id: SubmissionId, text: string): Promise<Submission>
  /**
   * Against a rejection or "not a fit", once; somebody else than the first decider decides.
   * @throws Problem already-decided | stale-form | invalid-input
   */
  appeal(viewer: Viewer, id: SubmissionId, change: { seen: number; text: string }): Promise<Submission>
  /** Takes the address of a case again that was closed; what follows lists it. @throws Problem already-exists */
  reclaim(trx: Database, submission: Submission, actor: Actor): Promise<Submission>
  /** Keeps a test account for the listing, sealed, in place of an earlier one. @throws Problem not-found | not-allowed | conflict */
  giveAccount(viewer: Viewer, id: SubmissionId, words: Words): Promise<void>
  /** @throws Problem not-found | not-allowed */
  removeAccount(viewer: Viewer, id: SubmissionId): Promise<void>
  /** The publisher says that it still works. @throws Problem not-found | not-allowed | conflict */
  confirmAccount(viewer: Viewer, id: SubmissionId): Promise<void>
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
