import type { Database, ListingId, OrganisationId, Vault } from '../kernel/index.ts'
import { parseClientIdentity, type ClientIdentity } from './client.ts'
import type { RegistrationId, ShownClient } from './model.ts'
import { placeOfClient } from './registration-store.ts'
import type { ConnectionsTables } from './tables.ts'

/** For everybody and for single organisations, the newest first. */
export async function staticClients(db: Database, vault: Vault): Promise<readonly ShownClient[]> {
  const rows = await rowsOf(db).orderBy('created_at', 'desc').orderBy('id').limit(500).execute()
  return rows.flatMap((row): ShownClient[] => {
    if (row.listing_id === null) return []
    const identity = parseClientIdentity(vault.open(row.client, placeOfClient(row.id)))
    return [
      {
        id: row.id,
        listing: row.listing_id,
        issuer: row.issuer,
        clientId: identity.client_id,
        authMethod: identity.token_endpoint_auth_method,
        organisation: row.organisation_id,
        createdAt: row.created_at,
      },
    ]
  })
}

/** The one that serves these people now, locked. */
export async function lockStaticClient(
  trx: Database,
  vault: Vault,
  whose: { readonly listing: ListingId; readonly organisation: OrganisationId | null },
): Promise<{ id: RegistrationId; issuer: string; identity: ClientIdentity } | undefined> {
  const { organisation } = whose
  const row = await rowsOf(trx)
    .where('listing_id', '=', whose.listing)
    .where('organisation_id', organisation === null ? 'is' : '=', organisation)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const identity = parseClientIdentity(vault.open(row.client, placeOfClient(row.id)))
  return { id: row.id, issuer: row.issuer, identity }
}

/** The same client under a new secret: what was connected with it goes on. */
export async function moveConnections(
  trx: Database,
  { from, to }: { readonly from: RegistrationId; readonly to: RegistrationId },
): Promise<void> {
  const tables = trx.withTables<ConnectionsTables>()
  await tables
    .updateTable('connection')
    .set({ registration_id: to })
    .where('registration_id', '=', from)
    .execute()
  await tables
    .updateTable('connect_attempt')
    .set({ registration_id: to })
    .where('registration_id', '=', from)
    .execute()
}

/** With its secret; what was connected with it can no longer be renewed. @returns its listing when it was there */
export async function deleteStaticClient(trx: Database, id: RegistrationId): Promise<ListingId | undefined> {
  const tables = trx.withTables<ConnectionsTables>()
  const row = await rowsOf(trx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) return undefined
  await tables
    .updateTable('connection')
    .set({ registration_id: null })
    .where('registration_id', '=', id)
    .execute()
  await tables.deleteFrom('connect_attempt').where('registration_id', '=', id).execute()
  await tables.deleteFrom('client_registration').where('id', '=', id).execute()
  return row.listing_id ?? undefined
}

function rowsOf(db: Database) {
  return db
    .withTables<ConnectionsTables>()
    .selectFrom('client_registration')
    .selectAll()
    .where('kind', '=', 'static')
    .where('retired_at', 'is', null)
}
