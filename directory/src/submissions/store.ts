import type { Selectable } from 'kysely'
import { serverUrlKey, type Category } from '../catalogue/index.ts'
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
import { parseEvent } from './event-payload.ts'
import type { AuthMode, Facts } from './facts.ts'
import { submissionState, type Submission, type SubmissionState, type SubmissionStatus } from './model.ts'
import type { PastEvent, Revision, SubmissionRow } from './submissions.ts'

type SubmissionTable = {
  id: string
  organisation_id: string
  listing_id: string
  created_by: string
  created_at: Date
  publish_on_approval: boolean
  status: string
  revision: number
  attempt: number
  updated_at: Date
}

type RevisionTable = {
  id: string
  submission_id: string
  organisation_id: string
  number: number
  server_url: string
  auth: string
  static_client: boolean
  address_filter: boolean
  name: string
  tagline: string
  description_markdown: string
  categories: string[]
  publisher_name: string
  publisher_url: string | null
  documentation_url: string | null
  privacy_url: string
  terms_url: string | null
  support: string
  security_contact: string | null
  use_cases: string | null
  test_instructions: string | null
  terms_version: string
  submitted_by: string
  submitted_at: Date
}

type Tables = {
  submission: SubmissionTable
  revision: RevisionTable
}

export function streamOf(id: SubmissionId): string {
  return `submission:${id}`
}

/** Locks the row when `db` is a transaction, so that what is decided on it is decided one after the other. */
export async function loadSubmission(db: Database, id: SubmissionId): Promise<Submission | undefined> {
  let query = db.withTables<Tables>().selectFrom('submission').selectAll().where('id', '=', id)
  if (db.isTransaction) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  const events = await readEvents(db, streamOf(id))
  return {
    id,
    organisation: row.organisation_id as OrganisationId,
    listing: row.listing_id as ListingId,
    createdBy: row.created_by as PersonId,
    createdAt: row.created_at,
    publishOnApproval: row.publish_on_approval,
    seen: events.length,
    state: submissionState(events.map(parseEvent)),
  }
}

export async function readPast(db: Database, id: SubmissionId): Promise<readonly PastEvent[]> {
  const events = await readEvents(db, streamOf(id))
  return events.map((stored) => ({
    event: parseEvent(stored),
    actor: stored.actor,
    reason: stored.reason,
    at: stored.at,
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

function projection({ status, revision, attempt }: SubmissionState) {
  return { status, revision, attempt }
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
  }
}

function rows(db: Database) {
  return db
    .withTables<Tables>()
    .selectFrom('submission')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.submission_id', '=', 'submission.id')
        .onRef('revision.number', '=', 'submission.revision'),
    )
    .select([
      'submission.id',
      'submission.organisation_id',
      'revision.name',
      'revision.server_url',
      'revision.publisher_name',
      'submission.status',
      'submission.attempt',
      'submission.created_at',
      'submission.updated_at',
    ])
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function readRow(row: FoundRow): SubmissionRow {
  return {
    id: row.id as SubmissionId,
    organisation: row.organisation_id as OrganisationId,
    name: row.name,
    serverUrl: row.server_url,
    publisherName: row.publisher_name,
    status: row.status as SubmissionStatus,
    attempt: row.attempt,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function rowsOfOrganisation(
  db: Database,
  organisation: OrganisationId,
): Promise<readonly SubmissionRow[]> {
  const found = await rows(db)
    .where('submission.organisation_id', '=', organisation)
    .orderBy('submission.created_at', 'desc')
    .limit(200)
    .execute()
  return found.map(readRow)
}

export async function rowsInStatus(
  db: Database,
  status: SubmissionStatus,
  { limit, offset }: { limit: number; offset: number },
): Promise<readonly SubmissionRow[]> {
  const found = await rows(db)
    .where('submission.status', '=', status)
    .orderBy('submission.updated_at')
    .orderBy('submission.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return found.map(readRow)
}

/** The organisation's own open or published submission of this address, to which a duplicate is pointed. */
export async function findDuplicate(
  db: Database,
  organisation: OrganisationId,
  serverUrl: string,
): Promise<SubmissionId | undefined> {
  const open = await rows(db)
    .where('submission.organisation_id', '=', organisation)
    .where('submission.status', 'not in', ['rejected', 'withdrawn'])
    .orderBy('submission.created_at', 'desc')
    .execute()
  // By the key that claims an address: one server has many ways of writing it.
  const key = serverUrlKey(serverUrl)
  return open.map(readRow).find((row) => serverUrlKey(row.serverUrl) === key)?.id
}
