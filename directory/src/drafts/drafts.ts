import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Report } from '@connectory/checker'
import type { Catalogue } from '../catalogue/index.ts'
import type { AppEnv, Clock, Database, Ids, SubmissionId, TextParameters, Viewer } from '../kernel/index.ts'
import type { Notices } from '../notices/index.ts'
import type { CheckOutcome, CheckTarget, Probe } from '../probe/index.ts'
import type { DomainProof, Proofs } from '../proofs/index.ts'
import type { Submissions } from '../submissions/index.ts'
import type { TestAccounts, Words } from '../test-accounts/index.ts'
import type { TextKey } from '../web/index.ts'
import type { Draft, DraftId, Save, Source, Unkept, Value } from './model.ts'
import type { FieldName } from './steps.ts'

export interface DraftsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly catalogue: Pick<Catalogue, 'alike'>
  readonly probe: Pick<Probe, 'request' | 'report' | 'progress' | 'forget'>
  readonly submissions: Pick<Submissions, 'submit'>
  readonly testAccounts: Pick<TestAccounts, 'give' | 'remove' | 'view' | 'move' | 'discard'>
  readonly proofs: Pick<Proofs, 'proveDomain' | 'domainProof'>
  readonly notices: Pick<Notices, 'contact'>
  readonly config: { readonly allowLoopback: boolean }
  /** Port of the proofs: opens a report that the viewer's organisation has signed. */
  readReport(viewer: Viewer, signed: string): Promise<ReadReport>
}

/** What became of a page that was sent. */
export type Saved =
  | { readonly kind: 'saved'; readonly draft: Draft }
  /** Somebody else changed these fields since the page was made; nothing of the page was kept. */
  | { readonly kind: 'conflict'; readonly draft: Draft; readonly fields: readonly FieldName[] }
  /** These were not kept; the others were. */
  | { readonly kind: 'partly'; readonly draft: Draft; readonly unkept: ReadonlyMap<FieldName, Unkept> }

/** What a file was read as. */
export type ReadReport =
  | { readonly report: Report }
  | { readonly refused: TextKey; readonly params: TextParameters }

export type Imported =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly why: TextKey; readonly params?: TextParameters }

/** What a new draft knows from the start: an address that somebody typed, or what a file says. */
export interface Beginning {
  readonly serverUrl?: string
  readonly found?: Readonly<Partial<Record<FieldName, Value>>>
  readonly source?: Source
}

export interface Drafts {
  /** A new draft, with the server looked at when its address can be one. @throws Problem too-many */
  begin(viewer: Viewer, given: Beginning): Promise<Draft>
  /** A new draft from a `server.json` or a report signed by the organisation. @throws Problem too-many */
  import(viewer: Viewer, file: string): Promise<Imported>
  /** Those of the viewer's organisation that are not submitted yet, the one touched last first. */
  list(viewer: Viewer): Promise<readonly Draft[]>
  /** @throws Problem not-found, also for what belongs to others */
  get(viewer: Viewer, id: DraftId): Promise<Draft>
  /** Keeps one page. @throws Problem not-found, stale-form when it was submitted meanwhile */
  save(viewer: Viewer, id: DraftId, save: Save): Promise<Saved>
  /** Looks at the server under the address that the draft names. @throws Problem invalid-input, too-many */
  look(viewer: Viewer, id: DraftId): Promise<void>
  /**
   * Submits it as it was seen, once. @throws Problem stale-form when it changed since, invalid-input when something is
   * open, already-exists when the address is taken
   */
  send(viewer: Viewer, id: DraftId, change: { readonly revision: number }): Promise<SubmissionId>
  /** Looks for the proof that the organisation has the site of the server. @throws Problem invalid-input, too-many */
  proveDomain(viewer: Viewer, id: DraftId): Promise<DomainProof | undefined>
  /** Keeps a test account for it, sealed. @throws Problem not-found, stale-form when it was submitted meanwhile */
  giveAccount(viewer: Viewer, id: DraftId, words: Words): Promise<void>
  removeAccount(viewer: Viewer, id: DraftId): Promise<void>
  discard(viewer: Viewer, id: DraftId): Promise<void>
  /** Deletes those that nobody has touched for long. */
  dropStale(): Promise<void>
  /** Port of the probe: what to look at; undefined when it is no draft's or not the last look. */
  target(check: SubmissionId, attempt: number): Promise<CheckTarget | undefined>
  /** Port of the probe: fills in what the look showed. False when it was no draft's. */
  recordLook(trx: Database, outcome: CheckOutcome): Promise<boolean>
  /** Port of the submissions: that there are drafts; nothing when there are none. */
  note(viewer: Viewer): Promise<Child>
  routes(): Hono<AppEnv>
}
