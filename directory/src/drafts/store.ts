import type { Selectable } from 'kysely'
import type { Database, OrganisationId, PersonId, SubmissionId } from '../kernel/index.ts'
import type { Draft, DraftId, Fields } from './model.ts'

type DraftTable = {
  id: string
  organisation_id: string
  created_by: string
  updated_by: string
  created_at: Date
  updated_at: Date
  revision: number
  fields: unknown
  looks: number
  looked_url: string | null
  submission_id: string | null
}

type Tables = { draft: DraftTable }

export async function insertDraft(trx: Database, draft: Draft): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('draft')
    .values({
      id: draft.id,
      organisation_id: draft.organisation,
      created_by: draft.createdBy,
      updated_by: draft.createdBy,
      created_at: draft.createdAt,
      updated_at: draft.updatedAt,
      revision: draft.revision,
      fields: JSON.stringify(draft.fields),
      looks: draft.looks,
      looked_url: draft.lookedUrl,
      submission_id: draft.submission,
    })
    .execute()
}

/** Locked when `db` is a transaction. */
export async function draftById(db: Database, id: DraftId): Promise<Draft | undefined> {
  let query = db.withTables<Tables>().selectFrom('draft').selectAll().where('id', '=', id)
  if (db.isTransaction) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row === undefined ? undefined : toDraft(row)
}

/** Those that are not submitted, the one touched last first. */
export async function openDrafts(
  db: Database,
  organisation: OrganisationId,
  most: number,
): Promise<readonly Draft[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('draft')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('submission_id', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(toDraft)
}

export interface Change {
  readonly fields: Fields
  /** Absent for what the product itself fills in. */
  readonly by?: PersonId
  readonly at: Date
}

/** The next revision. */
export async function updateFields(trx: Database, draft: Draft, { fields, by, at }: Change): Promise<Draft> {
  const revision = draft.revision + 1
  await trx
    .withTables<Tables>()
    .updateTable('draft')
    .set({
      fields: JSON.stringify(fields),
      revision,
      updated_at: at,
      ...(by !== undefined && { updated_by: by }),
    })
    .where('id', '=', draft.id)
    .execute()
  return { ...draft, fields, revision, updatedAt: at }
}

export async function noteLook(trx: Database, id: DraftId, looks: number, url: string): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('draft')
    .set({ looks, looked_url: url })
    .where('id', '=', id)
    .execute()
}

export async function noteSubmission(trx: Database, id: DraftId, became: SubmissionId): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('draft')
    .set({ submission_id: became })
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(trx: Database, id: DraftId): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('draft').where('id', '=', id).execute()
}

/** Untouched since, the oldest first. */
export async function untouchedSince(db: Database, before: Date, most: number): Promise<readonly DraftId[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('draft')
    .select('id')
    .where('updated_at', '<', before)
    .orderBy('updated_at')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id as DraftId)
}

function toDraft(row: Selectable<DraftTable>): Draft {
  return {
    id: row.id as DraftId,
    organisation: row.organisation_id as OrganisationId,
    createdBy: row.created_by as PersonId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
    // Written by us alone.
    fields: row.fields as Fields,
    looks: row.looks,
    lookedUrl: row.looked_url,
    submission: row.submission_id as SubmissionId | null,
  }
}
