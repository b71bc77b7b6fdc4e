import { sql, type RawBuilder } from 'kysely'
import type { Database, ListingId, OrganisationId } from '../kernel/index.ts'

/** What the table of a list has, besides columns of its own, and an index of `next_at` where `watched`. */
export interface WatchRow {
  readonly listing_id: ListingId
  readonly organisation_id: OrganisationId
  /** What is not looked at any more stays, with what was seen of it. */
  readonly watched: boolean
  readonly next_at: Date
}

export interface NewWatch {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly nextAt: Date
}

export interface Due {
  readonly at: Date
  readonly leaseUntil: Date
  readonly most: number
}

/** Listings, each with the time of its next look. */
export interface WatchList<Row extends WatchRow> {
  /** What is watched already keeps its time. */
  watch(db: Database, listings: readonly NewWatch[]): Promise<void>
  stopWatching(db: Database, listings: readonly ListingId[]): Promise<void>
  /** Takes what is due; until `leaseUntil` no other replica takes it. */
  takeDue(db: Database, due: Due): Promise<readonly Row[]>
  lookAgain(db: Database, listings: readonly ListingId[], nextAt: Date): Promise<void>
}

/** @param forgotten columns that are null again when a listing that was not watched is watched again */
export function watchList<Row extends WatchRow>(
  table: string,
  forgotten: readonly (string & keyof Row)[] = [],
): WatchList<Row> {
  const rows = sql.table(table)
  const anew = forgotten.map((column) => sql`, ${sql.ref(column)} = null`)
  return {
    async watch(db, listings) {
      // Only what is new: a conflict locks its row, and these are asked for again and again.
      await sql`
        insert into ${rows} (listing_id, organisation_id, watched, next_at)
        select given.listing, given.organisation, true, given.next_at
          from unnest(
            ${listings.map(({ listing }) => listing)}::uuid[],
            ${listings.map(({ organisation }) => organisation)}::uuid[],
            ${listings.map(({ nextAt }) => nextAt)}::timestamptz[]
          ) as given (listing, organisation, next_at)
          where not exists (select from ${rows} as known where known.listing_id = given.listing and known.watched)
        on conflict (listing_id) do update
          set watched = true, next_at = excluded.next_at${sql.join(anew, sql``)}
          where not ${rows}.watched`.execute(db)
    },
    async stopWatching(db, listings) {
      if (listings.length === 0) return
      await change(db, sql`watched = false`, listings)
    },
    async takeDue(db, { at, leaseUntil, most }) {
      // An array, so that the rows are chosen once: a join could choose them again for each row that it meets.
      const due = await sql<Row>`
        update ${rows} set next_at = ${leaseUntil}
          where listing_id = any (array(
            select listing_id from ${rows}
              where watched and next_at <= ${at}
              order by next_at limit ${most} for update skip locked))
        returning *`.execute(db)
      return due.rows
    },
    async lookAgain(db, listings, nextAt) {
      if (listings.length === 0) return
      await change(db, sql`next_at = ${nextAt}`, listings)
    },
  }

  async function change(
    db: Database,
    what: RawBuilder<unknown>,
    listings: readonly ListingId[],
  ): Promise<void> {
    await sql`update ${rows} set ${what} where listing_id = any (${[...listings]}::uuid[])`.execute(db)
  }
}
