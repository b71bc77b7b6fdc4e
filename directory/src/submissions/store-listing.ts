import type { Database, ListingId, OrganisationId, SubmissionId } from '../kernel/index.ts'
import type { SubmissionStatus } from './model.ts'
import { answerText } from './answers.ts'
import { loadRevision } from './store.ts'
import type { Tables } from './tables.ts'

/** One of the submissions of a listing. */
export interface OfListing {
  readonly id: SubmissionId
  readonly status: SubmissionStatus
  /** What it says may still become a version. */
  readonly open: boolean
  readonly createdAt: Date
}

const open: readonly string[] = ['checking', 'in-review', 'second-approval', 'changes-requested', 'approved']

/** What the submission that is being published names as the listing's icon, else the one that was published last; empty when none. */
export async function iconOf(trx: Database, listing: ListingId): Promise<string> {
  const all = await ofListing(trx, listing)
  const named = all.find((each) => each.open) ?? all.find(({ status }) => status === 'published')
  if (named === undefined) return ''
  const { facts } = await loadRevision(trx, named.id)
  return answerText(facts.answers ?? {}, 'iconUrl')
}

/** Every submission of a listing, the newest first. */
export async function ofListing(db: Database, listing: ListingId): Promise<readonly OfListing[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('submission')
    .select(['id', 'status', 'created_at'])
    .where('listing_id', '=', listing)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as SubmissionId,
    status: row.status as SubmissionStatus,
    open: open.includes(row.status),
    createdAt: row.created_at,
  }))
}

/**
 * Locks every submission of a listing until the end, one after the other. What changes both locks its submissions before
 * the listing, as a decision on one submission does: so no two wait for each other.
 */
export async function lockOfListing(trx: Database, listing: ListingId): Promise<void> {
  await trx
    .withTables<Tables>()
    .selectFrom('submission')
    .select('id')
    .where('listing_id', '=', listing)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** All of them, with what was said in them. */
export async function giveTo(trx: Database, listing: ListingId, to: OrganisationId): Promise<void> {
  await lockOfListing(trx, listing)
  const tables = trx.withTables<Tables>()
  await tables
    .updateTable('revision')
    .set({ organisation_id: to })
    .where(
      'submission_id',
      'in',
      tables.selectFrom('submission').select('id').where('listing_id', '=', listing),
    )
    .execute()
  await tables
    .updateTable('submission')
    .set({ organisation_id: to })
    .where('listing_id', '=', listing)
    .execute()
}
