import type { Hono } from 'hono'
import type { Catalogue } from '../catalogue/index.ts'
import type {
  AppEnv,
  Clock,
  Database,
  Ids,
  ListingId,
  OrganisationId,
  PersonId,
  SubmissionId,
  Viewer,
} from '../kernel/index.ts'
import type { Notices } from '../notices/index.ts'
import type { CheckOutcome, Probe } from '../probe/index.ts'
import type { Proofs } from '../proofs/index.ts'
import type { Submission, Submissions, WaitingRow } from '../submissions/index.ts'
import type { TestAccounts, Words } from '../test-accounts/index.ts'
import type { Action, GateAnswer, Obstacle } from './model.ts'
import type { Priority } from './priority.ts'
import type { Statistics } from './statistics.ts'
import type { AppealForm } from './decide-appeal.ts'
import type { WaiverForm } from './waive.ts'
import type { DecisionForm } from './decide.ts'

export interface ReviewDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly catalogue: Pick<Catalogue, 'byId' | 'digestOf' | 'publish' | 'shownVersion'>
  readonly submissions: Pick<
    Submissions,
    | 'load'
    | 'revision'
    | 'ofListing'
    | 'past'
    | 'record'
    | 'waiting'
    | 'overdue'
    | 'requestCheck'
    | 'reply'
    | 'reclaim'
    | 'tally'
    | 'monthlyTally'
  >
  readonly probe: Pick<Probe, 'reportById'>
  readonly testAccounts: Pick<TestAccounts, 'open' | 'view'>
  readonly proofs: Pick<Proofs, 'domainProof'>
  readonly notices: Pick<Notices, 'contact'>
  readonly organisations: {
    isMember(db: Database, organisation: OrganisationId, person: PersonId): Promise<boolean>
  }
  /** How many people have connected it. */
  usersOf(trx: Database, listing: ListingId): Promise<number>
  readonly config: { readonly secondApproval: 'high-risk' | 'never' }
  readonly people: {
    personById(id: PersonId): Promise<{ readonly name: string } | undefined>
  }
}

/** Who has taken a case, as reviewers see it of each other. */
export interface ShownClaim {
  /** Null: nobody of this name is there any more. */
  readonly name: string | null
  readonly mine: boolean
  readonly until: Date
}

/** One line of the queue: a submission, how long it waits, and why a person must look. */
export interface QueueEntry {
  readonly row: WaitingRow
  readonly waitingMs: number
  /** Only those that were raised. */
  readonly gates: readonly GateAnswer[]
  readonly priority: Priority
  /** Null when anybody may take it. */
  readonly claim: ShownClaim | null
  /** Why this reviewer cannot take it, whoever holds it. */
  readonly obstacle: Extract<Obstacle, 'own-submission' | 'decided-before'> | null
}

export interface Review {
  /**
   * What follows from a report without a person: rejection for a mechanical fact; a new version that changes nothing is
   * published under the approval of the one that is listed; else the queue. Call it in the
   * transaction that recorded `checked`; the answers of all gates are kept, once per (submission, attempt).
   */
  decideAutomatically(trx: Database, outcome: CheckOutcome): Promise<'rejected' | 'queued' | 'carried-over'>
  /** Cases that wait for a person, in the order of their priority. */
  queue(viewer: Viewer): Promise<readonly QueueEntry[]>
  /** Everything this reviewer could do with it now, and why not where it is not possible. */
  actions(viewer: Viewer, submission: Submission): Promise<readonly Action[]>
  /**
   * Takes a case for four hours: nobody else decides on it then. One's own is kept longer, one whose time has run out
   * is taken over. @throws Problem already-decided | not-allowed | conflict
   */
  claim(viewer: Viewer, id: SubmissionId): Promise<Submission>
  giveBack(viewer: Viewer, id: SubmissionId): Promise<Submission>
  /**
   * The test account, for who has taken the case. The publisher sees that it was opened, and when.
   * @throws Problem already-decided | not-allowed | conflict | not-found
   */
  openAccount(viewer: Viewer, id: SubmissionId): Promise<Words>
  /**
   * By who has taken the case.
   * @throws Problem stale-form | already-decided | not-allowed | conflict | invalid-input
   */
  decide(viewer: Viewer, id: SubmissionId, form: DecisionForm): Promise<Submission>
  /** @throws Problem stale-form | already-decided | not-allowed | conflict | invalid-input */
  waive(viewer: Viewer, id: SubmissionId, form: WaiverForm): Promise<Submission>
  /**
   * By somebody else than whose decision it is about. Granted, the case is open again, for others than the first decider.
   * @throws Problem stale-form | not-allowed | conflict | invalid-input | already-exists
   */
  decideAppeal(viewer: Viewer, id: SubmissionId, form: AppealForm): Promise<Submission>
  /** Closes what publishers have let pass; for the schedule. */
  closeOverdue(): Promise<void>
  /**
   * The publisher publishes what was approved, when the submission does not do so on approval.
   * @throws Problem not-found | stale-form | already-decided | conflict
   */
  publish(viewer: Viewer, id: SubmissionId, change: { seen: number }): Promise<Submission>
  /** For everybody: figures of few publishers are left out. Renewed every Monday. */
  statistics(): Promise<Statistics>
  routes(): Hono<AppEnv>
}
