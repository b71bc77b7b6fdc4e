import { sql } from 'kysely'
import type { Database, OrganisationId, PersonId, Viewer } from '../kernel/index.ts'
import type { InboxNotice, Notice, NoticeId, Saying } from './model.ts'

interface NoticeTable {
  id: NoticeId
  kind: string
  organisation_id: OrganisationId
  person_id: PersonId | null
  about: string
  occasion: string
  /** jsonb: an object when read, JSON text when written. */
  what: unknown
  why: unknown
  what_to_do: unknown
  quote: string | null
  by_when: Date | null
  link: string
  at: Date
  spread_at: Date | null
}

interface NoticeReadTable {
  notice_id: NoticeId
  person_id: PersonId
  at: Date
}

type Tables = { notice: NoticeTable; notice_read: NoticeReadTable }

/** @returns false when it was told before */
export async function insertNotice(trx: Database, notice: Notice): Promise<boolean> {
  const inserted = await trx
    .withTables<Tables>()
    .insertInto('notice')
    .values({
      id: notice.id,
      kind: notice.kind,
      organisation_id: notice.to.organisation,
      person_id: notice.to.person ?? null,
      about: notice.about,
      occasion: notice.occasion,
      what: JSON.stringify(notice.what),
      why: JSON.stringify(notice.why),
      what_to_do: JSON.stringify(notice.whatToDo),
      quote: notice.quote,
      by_when: notice.by,
      link: notice.link,
      at: notice.at,
      spread_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

type Reader = Pick<Viewer, 'person' | 'organisation'>

function inboxOf(db: Database, { person, organisation }: Reader) {
  return db
    .withTables<Tables>()
    .selectFrom('notice')
    .leftJoin('notice_read', (join) =>
      join.onRef('notice_read.notice_id', '=', 'notice.id').on('notice_read.person_id', '=', person),
    )
    .where('notice.organisation_id', '=', organisation)
    .where((is) => is.or([is('notice.person_id', 'is', null), is('notice.person_id', '=', person)]))
}

export interface Page {
  /** Older than this one. */
  readonly before: NoticeId | undefined
  readonly unreadOnly: boolean
  readonly most: number
}

/** Newest first. */
export async function readInbox(
  db: Database,
  reader: Reader,
  { before, unreadOnly, most }: Page,
): Promise<readonly InboxNotice[]> {
  let query = inboxOf(db, reader)
    .selectAll('notice')
    .select('notice_read.at as read_at')
    .orderBy('notice.id', 'desc')
    .limit(most)
  if (before !== undefined) query = query.where('notice.id', '<', before)
  if (unreadOnly) query = query.where('notice_read.at', 'is', null)
  const rows = await query.execute()
  return rows.map((row) => ({ ...toNotice(row), read: row.read_at !== null }))
}

export async function findInInbox(
  db: Database,
  reader: Reader,
  id: NoticeId,
): Promise<InboxNotice | undefined> {
  const row = await inboxOf(db, reader)
    .selectAll('notice')
    .select('notice_read.at as read_at')
    .where('notice.id', '=', id)
    .executeTakeFirst()
  return row && { ...toNotice(row), read: row.read_at !== null }
}

/** Counts no further than `most`. */
export async function countUnread(db: Database, reader: Reader, most: number): Promise<number> {
  const { count } = await db
    .withTables<Tables>()
    .selectFrom(
      inboxOf(db, reader).select('notice.id').where('notice_read.at', 'is', null).limit(most).as('unread'),
    )
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function insertRead(trx: Database, person: PersonId, id: NoticeId, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('notice_read')
    .values({ notice_id: id, person_id: person, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteRead(trx: Database, person: PersonId, id: NoticeId): Promise<void> {
  await trx
    .withTables<Tables>()
    .deleteFrom('notice_read')
    .where('notice_id', '=', id)
    .where('person_id', '=', person)
    .execute()
}

/** Up to this one: what came since the page was shown stays unread. */
export async function insertAllRead(trx: Database, reader: Reader, until: NoticeId, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('notice_read')
    .columns(['notice_id', 'person_id', 'at'])
    .expression(
      inboxOf(trx, reader)
        .select(['notice.id', sql<PersonId>`${reader.person}::uuid`.as('person_id')])
        .select(sql<Date>`${at}::timestamptz`.as('at'))
        .where('notice_read.at', 'is', null)
        .where('notice.id', '<=', until),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteBefore(db: Database, at: Date): Promise<void> {
  await db.withTables<Tables>().deleteFrom('notice').where('at', '<', at).execute()
}

function toNotice(row: NoticeTable): Notice {
  return {
    id: row.id,
    kind: row.kind,
    to: { organisation: row.organisation_id, ...(row.person_id !== null && { person: row.person_id }) },
    about: row.about,
    occasion: row.occasion,
    what: row.what as Saying,
    why: row.why as Saying,
    whatToDo: row.what_to_do as Saying,
    quote: row.quote,
    by: row.by_when,
    link: row.link,
    at: row.at,
  }
}

/** Takes one that was not handed to the channels yet; others wait for the caller's transaction. */
export async function lockUnspread(trx: Database, id: NoticeId): Promise<Notice | undefined> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('notice')
    .selectAll()
    .where('id', '=', id)
    .where('spread_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && toNotice(row)
}

export async function markSpread(trx: Database, id: NoticeId, at: Date): Promise<void> {
  await trx.withTables<Tables>().updateTable('notice').set({ spread_at: at }).where('id', '=', id).execute()
}

/** Told before then, and not handed on: their job was lost. */
export async function unspreadBefore(db: Database, at: Date): Promise<readonly NoticeId[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('notice')
    .select('id')
    .where('spread_at', 'is', null)
    .where('at', '<', at)
    .orderBy('at')
    .limit(50)
    .execute()
  return rows.map(({ id }) => id)
}

export async function findNotice(db: Database, id: NoticeId): Promise<Notice | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('notice')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toNotice(row)
}

/** What everybody in the organisation may read, the newest first. */
export async function newestForAll(
  db: Database,
  organisation: OrganisationId,
  most: number,
): Promise<readonly Notice[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('notice')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('person_id', 'is', null)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(toNotice)
}
