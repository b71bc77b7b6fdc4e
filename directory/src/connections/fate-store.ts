import { sql } from 'kysely'
import type { GoneBecause, Fate } from '../catalogue/index.ts'
import type { Database, Id, ListingId, OrganisationId, PersonId } from '../kernel/index.ts'
import type { ConnectionsTables } from './tables.ts'

export type FateId = Id<'fate'>

/** A fate of a listing, and how far those who connected it have been told. */
export interface StoredFate {
  readonly id: FateId
  readonly fate: Fate
  readonly toldUntil: PersonId | null
}

/** Of migration 0038. */
export interface FateTable {
  id: FateId
  organisation_id: OrganisationId
  listing_id: ListingId
  slug: string
  name: string
  what: Fate['what']
  because: GoneBecause | null
  words: string | null
  to_organisation_id: OrganisationId | null
  at: Date
  told_until: PersonId | null
}

type Tables = ConnectionsTables & { connection_fate: FateTable }

export async function insertFate(
  trx: Database,
  { id, fate, toldUntil }: StoredFate,
  at: Date,
): Promise<void> {
  const { listing, name, what } = fate
  await trx
    .withTables<Tables>()
    .insertInto('connection_fate')
    .values({
      id,
      organisation_id: listing.organisation,
      listing_id: listing.id,
      slug: listing.slug,
      name,
      what,
      because: what === 'gone' ? fate.because : null,
      words: what === 'gone' ? fate.words : null,
      to_organisation_id: what === 'handed-over' ? fate.to : null,
      at,
      told_until: toldUntil,
    })
    .execute()
}

/** Whether some are still to be told of something that happened to the listing before. */
export async function hasFate(trx: Database, listing: ListingId): Promise<boolean> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('connection_fate')
    .select('id')
    .where('listing_id', '=', listing)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The oldest but of these; others wait for the transaction, so that nobody hears of the second fate before the first. */
export async function lockOldestFateBut(
  trx: Database,
  without: readonly ListingId[],
): Promise<StoredFate | undefined> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('connection_fate')
    .selectAll()
    .$if(without.length > 0, (query) => query.where('listing_id', 'not in', without))
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row && { id: row.id, fate: toFate(row), toldUntil: row.told_until }
}

export async function noteToldUntil(trx: Database, id: FateId, person: PersonId): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('connection_fate')
    .set({ told_until: person })
    .where('id', '=', id)
    .execute()
}

export async function deleteFate(trx: Database, id: FateId): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('connection_fate').where('id', '=', id).execute()
}

export interface Connected {
  readonly person: PersonId
  readonly organisation: OrganisationId
}

/** People who connected a listing, each once and in the order of their ids, with the organisation of their last connection. */
export async function peopleAfter(
  trx: Database,
  listing: ListingId,
  page: {
    readonly after: PersonId | null
    readonly most: number
    readonly without: readonly OrganisationId[]
  },
): Promise<readonly Connected[]> {
  return await trx
    .withTables<Tables>()
    .selectFrom('connection')
    .distinctOn('person_id')
    .select(['person_id as person', 'organisation_id as organisation'])
    .where('listing_id', '=', listing)
    .where('organisation_id', 'not in', page.without)
    .$if(page.after !== null, (query) => query.where('person_id', '>', sql<PersonId>`${page.after}::uuid`))
    .orderBy('person_id')
    .orderBy('created_at', 'desc')
    .limit(page.most)
    .execute()
}

function toFate(row: FateTable): Fate {
  const { name, what, because, words, to_organisation_id: to } = row
  const listing = { id: row.listing_id, slug: row.slug, organisation: row.organisation_id }
  if (what === 'gone' && because !== null) return { listing, name, what, because, words }
  if (what === 'handed-over' && to !== null) return { listing, name, what, to }
  return { listing, name, what: 'back' }
}
