import type { Selectable } from 'kysely'
import type { Category } from '../catalogue/index.ts'
import {
  Problem,
  readEvents,
  type Database,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type RevisionId,
  type SubmissionId,
} from '../kernel/index.ts'
import { happening } from './event-payload.ts'
import type { Answers } from './answers.ts'
import type { AuthMode, Facts } from './facts.ts'
import { isNews, submissionState, type Submission, type SubmissionState } from './model.ts'
import type { PastEvent, Revision } from './submissions.ts'
import type { RevisionTable, Tables } from './tables.ts'

export function streamOf(id: SubmissionId): string {
  return `submission:${id}`
}

/** Locks the row when `db` is a transaction, so that what is decided on it is decided one after the other. */
export async function loadSubmission(db: Database, id: SubmissionId): Promise<Submission | undefined> {
  let query = db.withTables<Tables>().selectFrom('submission').selectAll().where('id', '=', id)
  if (db.isTransaction) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  const past = (await readEvents(db, streamOf(id))).map(happening)
  return {
    id,
    organisation: row.organisation_id as OrganisationId,
    listing: row.listing_id as ListingId,
    createdBy: row.created_by as PersonId,
    createdAt: row.created_at,
    publishOnApproval: row.publish_on_approval,
    seen: past.length,
    changed: past.findLastIndex(({ event }) => isNews(event)) + 1,
    state: submissionState(past),
  }
}

export async function readPast(db: Database, id: SubmissionId): Promise<readonly PastEvent[]> {
  const events = await readEvents(db, streamOf(id))
  return events.map((stored) => ({
    ...happening(stored),
    reason: stored.reason,
    seq: stored.seq,
  }))
}

export async function insertSubmission(trx: Database, submission: Submission): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('submission')
    .values({
      id: submission.id,
      organisation_id: submission.organisation,
      listing_id: submission.listing,
      created_by: submission.createdBy,
      created_at: submission.createdAt,
      publish_on_approval: submission.publishOnApproval,
      ...projection(submission.state),
      updated_at: submission.createdAt,
    })
    .execute()
}

export async function updateProjection(trx: Database, submission: Submission, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('submission')
    .set({ ...projection(submission.state), listing_id: submission.listing, updated_at: at })
    .where('id', '=', submission.id)
    .execute()
}

function projection({ status, since, revision, attempt, claim, objection, asks }: SubmissionState) {
  return {
    status,
    revision,
    attempt,
    status_since: since,
    claimed_by: claim?.person ?? null,
    claimed_until: claim?.until ?? null,
    answer_by: status === 'changes-requested' ? (objection?.deadline ?? null) : null,
    asks: asks && status === 'changes-requested',
  }
}

export interface NewRevision extends Revision {
  readonly submission: SubmissionId
  readonly organisation: OrganisationId
  readonly submittedBy: PersonId
}

export async function insertRevision(trx: Database, revision: NewRevision): Promise<void> {
  const { facts } = revision
  await trx
    .withTables<Tables>()
    .insertInto('revision')
    .values({
      id: revision.id,
      submission_id: revision.submission,
      organisation_id: revision.organisation,
      number: revision.number,
      server_url: facts.serverUrl,
      auth: facts.auth,
      static_client: facts.staticClient,
      address_filter: facts.addressFilter,
      name: facts.name,
      tagline: facts.tagline,
      description_markdown: facts.descriptionMarkdown,
      categories: [...facts.categories],
      publisher_name: facts.publisherName,
      publisher_url: facts.publisherUrl,
      documentation_url: facts.documentationUrl,
      privacy_url: facts.privacyUrl,
      terms_url: facts.termsUrl,
      support: facts.support,
      security_contact: facts.securityContact,
      use_cases: facts.useCases,
      test_instructions: facts.testInstructions,
      answers: facts.answers === undefined ? null : JSON.stringify(facts.answers),
      terms_version: revision.termsVersion,
      submitted_by: revision.submittedBy,
      submitted_at: revision.submittedAt,
    })
    .execute()
}

/** The revision with this number, or the newest one. @throws Problem not-found */
export async function loadRevision(db: Database, id: SubmissionId, number?: number): Promise<Revision> {
  let query = db.withTables<Tables>().selectFrom('revision').selectAll().where('submission_id', '=', id)
  if (number !== undefined) query = query.where('number', '=', number)
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found', 'There is no such revision.')
  return {
    id: row.id as RevisionId,
    number: row.number,
    facts: readFacts(row),
    termsVersion: row.terms_version,
    submittedAt: row.submitted_at,
  }
}

function readFacts(row: Selectable<RevisionTable>): Facts {
  return {
    serverUrl: row.server_url,
    auth: row.auth as AuthMode,
    staticClient: row.static_client,
    addressFilter: row.address_filter,
    name: row.name,
    tagline: row.tagline,
    descriptionMarkdown: row.description_markdown,
    categories: row.categories as Category[],
    publisherName: row.publisher_name,
    publisherUrl: row.publisher_url,
    documentationUrl: row.documentation_url,
    privacyUrl: row.privacy_url,
    termsUrl: row.terms_url,
    support: row.support,
    securityContact: row.security_contact,
    useCases: row.use_cases,
    testInstructions: row.test_instructions,
    // Written by us alone, from what was parsed.
    ...(row.answers !== null && { answers: row.answers as Answers }),
  }
}
