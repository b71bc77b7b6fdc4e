import { sql } from 'kysely'
import type { Database, Id, ListingId, OrganisationId, PersonId, Vault } from '../kernel/index.ts'
import type { ConnectionsTables } from './tables.ts'

export type SharedHeaderId = Id<'shared-header'>

/** What anybody may see of a shared header: never its value. */
export interface SharedHeader {
  readonly name: string
  /** Requests to another origin never get it. */
  readonly origin: string
  readonly setAt: Date
}

export interface HeaderPlace {
  readonly organisation: OrganisationId
  readonly listing: ListingId
}

/** As it lies in the table. */
export interface SealedHeader {
  readonly id: SharedHeaderId
  readonly name: string
  readonly origin: string
  readonly value: string
}

const place = (
  { organisation, listing }: HeaderPlace,
  { id, name, origin }: Omit<SealedHeader, 'value'>,
) => ({
  table: 'shared_header',
  column: 'value',
  row: id,
  owner: [organisation, listing, name, origin],
})

/** In place of an earlier one of this name. */
export async function putHeader(
  trx: Database,
  vault: Vault,
  at: HeaderPlace,
  fresh: SealedHeader & { readonly by: PersonId; readonly setAt: Date },
): Promise<void> {
  const row = {
    id: fresh.id,
    organisation_id: at.organisation,
    listing_id: at.listing,
    name: fresh.name,
    origin: fresh.origin,
    value: vault.seal(fresh.value, place(at, fresh)),
    set_by: fresh.by,
    set_at: fresh.setAt,
  }
  await trx
    .withTables<ConnectionsTables>()
    .insertInto('shared_header')
    .values(row)
    .onConflict((earlier) => earlier.columns(['organisation_id', 'listing_id', 'name']).doUpdateSet(row))
    .execute()
}

/** @returns whether it was there */
export async function deleteHeader(trx: Database, at: HeaderPlace, name: string): Promise<boolean> {
  const row = await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('shared_header')
    .where('organisation_id', '=', at.organisation)
    .where('listing_id', '=', at.listing)
    .where('name', '=', name)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Of every organisation. */
export async function deleteHeadersTo(trx: Database, listing: ListingId): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('shared_header')
    .where('listing_id', '=', listing)
    .execute()
}

export async function headersOf(db: Database, at: HeaderPlace): Promise<readonly SharedHeader[]> {
  const rows = await sealedRows(db, at).orderBy('name').execute()
  return rows.map(({ name, origin, set_at: setAt }) => ({ name, origin, setAt }))
}

export async function sealedHeaders(db: Database, at: HeaderPlace): Promise<readonly SealedHeader[]> {
  return await sealedRows(db, at).execute()
}

function sealedRows(db: Database, at: HeaderPlace) {
  return db
    .withTables<ConnectionsTables>()
    .selectFrom('shared_header')
    .select(['id', 'name', 'origin', 'value', 'set_at'])
    .where('organisation_id', '=', at.organisation)
    .where('listing_id', '=', at.listing)
}

/** A column for a query of connections: the sealed headers of each, so that a call needs no second query. */
export const headersOfConnection = sql<readonly SealedHeader[] | null>`(
  select json_agg(json_build_object('id', h.id, 'name', h.name, 'origin', h.origin, 'value', h.value))
  from shared_header h
  where h.organisation_id = connection.organisation_id and h.listing_id = connection.listing_id)`

/** What is sent to this server: those of its origin, opened. */
export function openHeaders(
  vault: Vault,
  at: HeaderPlace,
  sealed: readonly SealedHeader[],
  serverUrl: string,
): Readonly<Record<string, string>> {
  const { origin } = new URL(serverUrl)
  const ours = sealed.filter((header) => header.origin === origin)
  return Object.fromEntries(ours.map((header) => [header.name, vault.open(header.value, place(at, header))]))
}
