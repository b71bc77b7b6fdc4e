import type { Report, SubmissionFacts } from '@connectory/checker'
import type { SafeFetch } from '@connectory/wire'
import type {
  Clock,
  Database,
  Ids,
  Jobs,
  Log,
  OrganisationId,
  ReportId,
  SubmissionId,
} from '../kernel/index.ts'

/** What to check, read when the job runs. */
export interface CheckTarget {
  readonly organisation: OrganisationId
  readonly url: string
  readonly staticClient: boolean
  /** What the publisher answered; what the form does not ask is absent. Without a form there are no answers. */
  readonly submission?: SubmissionFacts
  /** Sent to the server's own origin with every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** Of what may be removed while it is checked: asked in the transaction that would store the report. */
  stillWanted?(trx: Database): Promise<boolean>
}

/** What a check came to; handed over once per (submission, attempt). */
export interface CheckOutcome {
  readonly submission: SubmissionId
  readonly attempt: number
  readonly id: ReportId
  readonly report: Report
}

export interface StoredReport {
  readonly id: ReportId
  readonly submission: SubmissionId
  readonly organisation: OrganisationId
  readonly attempt: number
  readonly report: Report
  readonly createdAt: Date
}

export interface ProgressStep {
  /** The checker's name of the step. */
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  /** English, from the checker. */
  readonly summary: string
  readonly at: Date
}

/** How far a check is. `waiting`: the job has not begun yet. */
export interface Progress {
  readonly state: 'waiting' | 'running' | 'finished'
  readonly steps: readonly ProgressStep[]
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
}

/** What a signed-in check sends as a bearer token; one that is bound to a key goes through its door. */
export interface Credential {
  readonly token: string
  readonly through?: (fetch: SafeFetch) => SafeFetch
}

export interface ProbeDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
  readonly log: Log
  readonly fetch: SafeFetch
  readonly config: { readonly publicUrl: URL; readonly allowLoopback: boolean }
  /** Port: what to check; undefined when nobody wants this attempt any more. */
  target(submission: SubmissionId, attempt: number): Promise<CheckTarget | undefined>
  /** Port: access token for a signed-in check of this address, when there is a connection to take it from. */
  credential?(submission: SubmissionId, address: string): Promise<Credential | undefined>
  /** Port: writes what follows from a report into the transaction that stores it. Called once per attempt. */
  finished(trx: Database, outcome: CheckOutcome): Promise<unknown>
}

export interface Probe {
  /** Asks for a check. Call it inside the transaction that records the request. */
  request(trx: Database, check: { submission: SubmissionId; attempt: number }): Promise<void>
  /** Takes jobs from the queue, and asks again for what a dead process left unfinished. Once per process. */
  work(): Promise<void>
  /** Asks again for checks that were begun or asked for before `before` and did not finish. Returns how many. */
  resume(before: Date): Promise<number>
  /** One check from beginning to end; what the job does. May run twice. */
  run(check: { submission: SubmissionId; attempt: number }): Promise<void>
  report(submission: SubmissionId, attempt: number): Promise<StoredReport | undefined>
  /** Inside a transaction give it: who waits there for a second connection can wait for ever. */
  reportById(id: ReportId, trx?: Database): Promise<StoredReport | undefined>
  /** Deletes what checks of this have found. For what nobody reviews: a submission keeps its reports. */
  forget(trx: Database, submission: SubmissionId): Promise<void>
  progress(submission: SubmissionId, attempt: number): Promise<Progress>
}
