import type { Selectable } from 'kysely'
import type { Database, ListingId, OrganisationId, PersonId } from '../kernel/index.ts'
import { serverUrlKey } from '../catalogue/index.ts'
import type { CustomConnector, Entitlement } from './model.ts'

type Tables = {
  custom_connector: {
    id: ListingId
    organisation_id: OrganisationId
    person_id: PersonId
    shared: boolean
    slug: string
    name: string
    server_url: string
    server_url_key: string
    attempt: number
    checked_for: PersonId
    created_at: Date
    updated_at: Date
  }
  custom_entitlement: { organisation_id: OrganisationId; granted_by: PersonId; granted_at: Date }
}

/** @returns false when this person has this server already */
export async function insertConnector(trx: Database, one: CustomConnector): Promise<boolean> {
  const inserted = await trx
    .withTables<Tables>()
    .insertInto('custom_connector')
    .values({
      id: one.id,
      organisation_id: one.organisation,
      person_id: one.person,
      shared: one.shared,
      slug: one.slug,
      name: one.name,
      server_url: one.serverUrl,
      server_url_key: serverUrlKey(one.serverUrl),
      attempt: one.attempt,
      checked_for: one.checkedFor,
      created_at: one.createdAt,
      updated_at: one.updatedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id', 'server_url_key']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function connectorBySlug(db: Database, slug: string): Promise<CustomConnector | undefined> {
  return toConnector(await connectors(db).where('slug', '=', slug).executeTakeFirst())
}

export async function connectorById(db: Database, id: ListingId): Promise<CustomConnector | undefined> {
  return toConnector(await connectors(db).where('id', '=', id).executeTakeFirst())
}

/** Locked until the end of the transaction. */
export async function lockConnector(trx: Database, id: ListingId): Promise<CustomConnector | undefined> {
  return toConnector(await connectors(trx).where('id', '=', id).forUpdate().executeTakeFirst())
}

/** Of a whole organisation, by name. */
export async function connectorsOf(
  db: Database,
  organisation: OrganisationId,
): Promise<readonly CustomConnector[]> {
  const rows = await connectors(db)
    .where('organisation_id', '=', organisation)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(toConnector).filter((one) => one !== undefined)
}

export async function noteCheck(
  trx: Database,
  id: ListingId,
  check: { readonly attempt: number; readonly person: PersonId; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('custom_connector')
    .set({ attempt: check.attempt, checked_for: check.person, updated_at: check.at })
    .where('id', '=', id)
    .execute()
}

export async function deleteConnector(trx: Database, id: ListingId): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('custom_connector').where('id', '=', id).execute()
}

export async function isEntitled(db: Database, organisation: OrganisationId): Promise<boolean> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('custom_entitlement')
    .select('organisation_id')
    .where('organisation_id', '=', organisation)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertEntitlement(
  trx: Database,
  grant: Entitlement & { readonly by: PersonId },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('custom_entitlement')
    .values({ organisation_id: grant.organisation, granted_by: grant.by, granted_at: grant.grantedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns whether it was there */
export async function deleteEntitlement(trx: Database, organisation: OrganisationId): Promise<boolean> {
  const row = await trx
    .withTables<Tables>()
    .deleteFrom('custom_entitlement')
    .where('organisation_id', '=', organisation)
    .returning('organisation_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The newest first. */
export async function entitlements(db: Database): Promise<readonly Entitlement[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('custom_entitlement')
    .select(['organisation_id', 'granted_at'])
    .orderBy('granted_at', 'desc')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ organisation: row.organisation_id, grantedAt: row.granted_at }))
}

function connectors(db: Database) {
  return db.withTables<Tables>().selectFrom('custom_connector').selectAll()
}

function toConnector(row: Selectable<Tables['custom_connector']> | undefined): CustomConnector | undefined {
  if (row === undefined) return undefined
  return {
    id: row.id,
    organisation: row.organisation_id,
    person: row.person_id,
    shared: row.shared,
    slug: row.slug,
    name: row.name,
    serverUrl: row.server_url,
    attempt: row.attempt,
    checkedFor: row.checked_for,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
