import { serverUrlKey } from '../catalogue/index.ts'
import {
  readEventsOf,
  type Database,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type SubmissionId,
} from '../kernel/index.ts'
import { happening } from './event-payload.ts'
import { barredFrom } from './may.ts'
import { submissionState, waitingStatuses, type SubmissionStatus } from './model.ts'
import { streamOf } from './store.ts'
import type { SubmissionRow, SubmissionsDependencies, WaitingRow } from './submissions.ts'
import type { Tables } from './tables.ts'

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
      'submission.listing_id',
      'submission.answer_by',
      'revision.name',
      'revision.server_url',
      'revision.publisher_name',
      'submission.status',
      'submission.revision',
      'submission.attempt',
      'submission.created_at',
      'submission.updated_at',
      'submission.status_since',
      'submission.claimed_by',
      'submission.claimed_until',
      'submission.asks',
    ])
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function readRow(row: FoundRow): SubmissionRow {
  return {
    id: row.id as SubmissionId,
    organisation: row.organisation_id as OrganisationId,
    listing: row.listing_id as ListingId,
    answerBy: row.answer_by,
    name: row.name,
    serverUrl: row.server_url,
    publisherName: row.publisher_name,
    status: row.status as SubmissionStatus,
    revision: row.revision,
    attempt: row.attempt,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    since: row.status_since,
    asks: row.asks,
    claim:
      row.claimed_by === null || row.claimed_until === null
        ? null
        : { person: row.claimed_by as PersonId, until: row.claimed_until },
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
  statuses: readonly SubmissionStatus[],
  { limit, offset }: { limit: number; offset: number },
): Promise<readonly SubmissionRow[]> {
  const found = await rows(db)
    .where('submission.status', 'in', statuses)
    .orderBy('submission.status_since')
    .orderBy('submission.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return found.map(readRow)
}

/** What waits for a person, and questions of publishers who are to change something; the longest first. */
export async function rowsWaiting(
  { db, log }: Pick<SubmissionsDependencies, 'db' | 'log'>,
  most: number,
): Promise<readonly WaitingRow[]> {
  const found = await rows(db)
    .where((where) =>
      where.or([where('submission.status', 'in', waitingStatuses), where('submission.asks', '=', true)]),
    )
    .orderBy('submission.status_since')
    .orderBy('submission.id')
    .limit(most)
    .execute()
  const waiting = found.map(readRow)
  const pasts = await readEventsOf(
    db,
    waiting.map(({ id }) => streamOf(id)),
  )
  return waiting.map((row) => {
    try {
      const state = submissionState((pasts.get(streamOf(row.id)) ?? []).map(happening))
      return { ...row, publishers: state.publishers, barred: barredFrom(state) }
    } catch (error) {
      // It waits all the same, and hides no other. Whoever takes it is judged by its past again, and does not get it.
      log.error({ err: error, submission: row.id }, 'the past of a case that waits could not be read')
      return { ...row, publishers: [], barred: [] }
    }
  })
}

/** Whose publishers let the time for their answer pass, the longest first. */
export async function answersOverdue(db: Database, at: Date, most: number): Promise<readonly SubmissionId[]> {
  const found = await db
    .withTables<Tables>()
    .selectFrom('submission')
    .select('id')
    .where('status', '=', 'changes-requested')
    .where('answer_by', '<=', at)
    .orderBy('answer_by')
    .limit(most)
    .execute()
  return found.map(({ id }) => id as SubmissionId)
}

/** The organisation's own open or published submission of this address, to which a duplicate is pointed. */
export async function findDuplicate(
  db: Database,
  organisation: OrganisationId,
  serverUrl: string,
): Promise<SubmissionId | undefined> {
  const open = await rows(db)
    .where('submission.organisation_id', '=', organisation)
    .where('submission.status', 'not in', ['rejected', 'not-a-fit', 'lapsed', 'appealed', 'withdrawn'])
    .orderBy('submission.created_at', 'desc')
    .execute()
  // By the key that claims an address: one server has many ways of writing it.
  const key = serverUrlKey(serverUrl)
  return open.map(readRow).find((row) => serverUrlKey(row.serverUrl) === key)?.id
}
