import { sql } from 'kysely'
import type { Database, ListingId, OrganisationId } from '../kernel/index.ts'
import {
  sizes,
  type Icon,
  type IconFault,
  type Outcome,
  type Renditions,
  type Size,
  type Source,
} from './model.ts'

interface IconRow {
  listing_id: ListingId
  organisation_id: OrganisationId
  server_url: string
  custom_url: string | null
  source: Source | null
  digest: string | null
  fault: IconFault | null
  misses: number
  looked_at: Date | null
  due_at: Date
}

interface PictureRow {
  digest: string
  size: Size
  png: Uint8Array
  at: Date
}

type IconTables = { icon: IconRow; icon_picture: PictureRow }

export interface Wish {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly serverUrl: string
  /** What its publisher named before it was listed; empty: none. Later it is changed on its own page. */
  readonly customUrl?: string
}

/** A listing that is published has an icon to look for; at once when it is new or its server has moved. */
export async function wantIcon(
  trx: Database,
  { listing, organisation, serverUrl, customUrl = '' }: Wish,
  at: Date,
): Promise<void> {
  await sql`
    insert into icon (listing_id, organisation_id, server_url, custom_url, due_at)
    values (${listing}, ${organisation}, ${serverUrl}, ${customUrl === '' ? null : customUrl}, ${at})
    on conflict (listing_id) do update set organisation_id = excluded.organisation_id,
      server_url = excluded.server_url,
      due_at = case when icon.server_url = excluded.server_url then icon.due_at else excluded.due_at end`.execute(
    trx,
  )
}

/** Takes those that are due, each for one replica: until `until` nobody else gets them. */
export async function takeDue(
  db: Database,
  { at, until, most }: { readonly at: Date; readonly until: Date; readonly most: number },
): Promise<readonly ListingId[]> {
  const { rows } = await sql<{ listing_id: ListingId }>`
    update icon set due_at = ${until} where listing_id in (
      select listing_id from icon where due_at <= ${at} order by due_at limit ${most} for update skip locked)
    returning listing_id`.execute(db)
  return rows.map(({ listing_id: listing }) => listing)
}

export async function putOff(db: Database, listing: ListingId, dueAt: Date): Promise<void> {
  await db
    .withTables<IconTables>()
    .updateTable('icon')
    .set({ due_at: dueAt })
    .where('listing_id', '=', listing)
    .execute()
}

/** Whether the caller may look now: not when somebody asked or looked since `since`. Counts as asking. */
export async function takeTurn(
  trx: Database,
  { listing, since, at, customUrl }: { listing: ListingId; since: Date; at: Date; customUrl: string | null },
): Promise<boolean> {
  const taken = await trx
    .withTables<IconTables>()
    .updateTable('icon')
    .set({ looked_at: at, custom_url: customUrl })
    .where('listing_id', '=', listing)
    .where((where) => where.or([where('looked_at', 'is', null), where('looked_at', '<=', since)]))
    .returning('listing_id')
    .executeTakeFirst()
  return taken !== undefined
}

export async function iconOf(db: Database, listing: ListingId): Promise<Icon | undefined> {
  const row = await db
    .withTables<IconTables>()
    .selectFrom('icon')
    .selectAll()
    .where('listing_id', '=', listing)
    .executeTakeFirst()
  return row === undefined ? undefined : toIcon(row)
}

/** Listings whose server is at this host, then those below it; those with an icon first. */
export async function listingsAt(db: Database, host: string): Promise<readonly ListingId[]> {
  const { rows } = await sql<{ listing_id: ListingId }>`
    select listing_id from icon where reverse(host) = reverse(${host}) or reverse(host) ^@ reverse(${`.${host}`})
    order by host <> ${host}, digest is null, listing_id limit 20`.execute(db)
  return rows.map(({ listing_id: listing }) => listing)
}

/** @returns false when the address was changed while we looked: what was found belongs to another one */
export async function saveOutcome(trx: Database, icon: Icon, outcome: Outcome): Promise<boolean> {
  const { source, digest, fault, misses, lookedAt, dueAt } = outcome
  const saved = await trx
    .withTables<IconTables>()
    .updateTable('icon')
    .set({
      source: source === null ? null : sql`${JSON.stringify(source)}::jsonb`,
      digest,
      fault: fault === null ? null : sql`${JSON.stringify(fault)}::jsonb`,
      misses,
      looked_at: lookedAt,
      due_at: dueAt,
    })
    .where('listing_id', '=', icon.listing)
    .where('server_url', '=', icon.serverUrl)
    .where('custom_url', 'is not distinct from', icon.customUrl)
    .returning('listing_id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function savePictures(
  trx: Database,
  { digest, renditions, at }: { digest: string; renditions: Renditions; at: Date },
): Promise<void> {
  await trx
    .withTables<IconTables>()
    .insertInto('icon_picture')
    .values(sizes.map((size) => ({ digest, size, png: Buffer.from(renditions[size]), at })))
    .onConflict((conflict) => conflict.columns(['digest', 'size']).doUpdateSet({ at }))
    .execute()
}

/** Pictures that no listing shows any more, but not those drawn after `before`: their listing may be on its way. */
export async function dropUnusedPictures(db: Database, before: Date): Promise<void> {
  await sql`
    delete from icon_picture where at < ${before} and not exists (select from icon where icon.digest = icon_picture.digest)`.execute(
    db,
  )
}

export async function pictureOf(db: Database, digest: string, size: Size): Promise<Uint8Array | undefined> {
  const row = await db
    .withTables<IconTables>()
    .selectFrom('icon_picture')
    .select('png')
    .where('digest', '=', digest)
    .where('size', '=', size)
    .executeTakeFirst()
  return row?.png
}

function toIcon(row: IconRow): Icon {
  return {
    listing: row.listing_id,
    organisation: row.organisation_id,
    serverUrl: row.server_url,
    customUrl: row.custom_url,
    source: row.source,
    digest: row.digest,
    fault: row.fault,
    misses: row.misses,
    lookedAt: row.looked_at,
    dueAt: row.due_at,
  }
}
