import type { Selectable } from 'kysely'
import type { Database, ListingId, OrganisationId, Vault } from '../kernel/index.ts'
import { loadClientKey } from './client-key-store.ts'
import { parseClientIdentity, type ClientIdentity, type ClientKind, type OAuthClient } from './client.ts'
import type { RegistrationId } from './model.ts'
import type { ConnectionsTables } from './tables.ts'

export interface NewRegistration {
  readonly id: RegistrationId
  readonly issuer: string
  readonly callback: string
  readonly kind: ClientKind
  readonly listing: ListingId | null
  /** Of a static client: whose people use it. */
  readonly organisation?: OrganisationId | null
  readonly identity: ClientIdentity
  readonly at: Date
}

export const placeOfClient = (row: RegistrationId) => ({
  table: 'client_registration',
  column: 'client',
  row,
})

/** The client that serves everything behind an issuer. */
export async function findSharedClient(
  db: Database,
  vault: Vault,
  wanted: { readonly issuer: string; readonly callback: string; readonly kind: 'cimd' | 'dcr' },
): Promise<OAuthClient | undefined> {
  const row = await db
    .withTables<ConnectionsTables>()
    .selectFrom('client_registration')
    .selectAll()
    .where('issuer', '=', wanted.issuer)
    .where('callback', '=', wanted.callback)
    .where('kind', '=', wanted.kind)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : await read(db, row, vault)
}

/** The client that an operator entered for one listing: for this organisation, else for everybody. */
export async function findStaticClient(
  db: Database,
  vault: Vault,
  { listing, organisation }: { readonly listing: ListingId; readonly organisation: OrganisationId },
): Promise<(OAuthClient & { readonly issuer: string }) | undefined> {
  const row = await db
    .withTables<ConnectionsTables>()
    .selectFrom('client_registration')
    .selectAll()
    .where('listing_id', '=', listing)
    .where('retired_at', 'is', null)
    .where((where) =>
      where.or([where('organisation_id', '=', organisation), where('organisation_id', 'is', null)]),
    )
    .orderBy('organisation_id', (order) => order.asc().nullsLast())
    .executeTakeFirst()
  return row === undefined ? undefined : { ...(await read(db, row, vault)), issuer: row.issuer }
}

/** Also a retired one: connections go on with the client that got their tokens. */
export async function loadClient(
  db: Database,
  vault: Vault,
  id: RegistrationId,
): Promise<OAuthClient | undefined> {
  const row = await db
    .withTables<ConnectionsTables>()
    .selectFrom('client_registration')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : await read(db, row, vault)
}

/** @returns false when somebody else registered us there in the meantime; theirs counts. */
export async function insertRegistration(
  db: Database,
  vault: Vault,
  fresh: NewRegistration,
): Promise<boolean> {
  const inserted = await db
    .withTables<ConnectionsTables>()
    .insertInto('client_registration')
    .values({
      id: fresh.id,
      issuer: fresh.issuer,
      callback: fresh.callback,
      kind: fresh.kind,
      listing_id: fresh.listing,
      organisation_id: fresh.organisation ?? null,
      client: vault.seal(JSON.stringify(fresh.identity), placeOfClient(fresh.id)),
      created_at: fresh.at,
      retired_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function retireRegistration(db: Database, id: RegistrationId, at: Date): Promise<void> {
  await db
    .withTables<ConnectionsTables>()
    .updateTable('client_registration')
    .set({ retired_at: at })
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .execute()
}

/** Only one that we made ourselves, and made before the given time. @returns whether it was there to retire */
export async function retireOldRegistration(
  db: Database,
  id: RegistrationId,
  { before, at }: { readonly before: Date; readonly at: Date },
): Promise<boolean> {
  const retired = await db
    .withTables<ConnectionsTables>()
    .updateTable('client_registration')
    .set({ retired_at: at })
    .where('id', '=', id)
    .where('kind', '=', 'dcr')
    .where('created_at', '<=', before)
    .where('retired_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return retired !== undefined
}

/** Those that were entered for this connector alone. Nothing may name them any more. */
export async function deleteClientsOf(trx: Database, listing: ListingId): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('client_registration')
    .where('listing_id', '=', listing)
    .execute()
}

async function read(
  db: Database,
  row: Selectable<ConnectionsTables['client_registration']>,
  vault: Vault,
): Promise<OAuthClient> {
  const identity = parseClientIdentity(vault.open(row.client, placeOfClient(row.id)))
  const signs = identity.token_endpoint_auth_method === 'private_key_jwt'
  return {
    registration: row.id,
    kind: row.kind,
    identity,
    key: signs ? await loadClientKey(db, vault) : undefined,
  }
}
