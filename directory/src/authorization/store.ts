import { sql } from 'kysely'
import type { Clock, Database, OrganisationId, PersonId, SealedColumn, Vault } from '../kernel/index.ts'
import type { Grant } from './model.ts'

type AuthorizationTables = {
  authorization_key: { id: string; purpose: 'sign' | 'cookie'; sealed: string; created_at: Date }
  authorization_grant: {
    id: string
    person_id: string
    organisation_id: string
    kind: 'client' | 'script'
    client_id: string
    client_name: string
    endpoint: string
    scopes: string[]
    created_at: Date
    last_token_at: Date | null
    expires_at: Date
    revoked_at: Date | null
  }
  registration_attempt: { key: string; attempts: number; window_ends_at: Date }
}

export interface StoredKey {
  readonly id: string
  readonly secret: string
  readonly createdAt: Date
}

function keyPlace(id: string) {
  return { table: 'authorization_key', column: 'sealed', row: id }
}

/** Newest first. */
export async function readKeys(
  db: Database,
  vault: Vault,
  purpose: 'sign' | 'cookie',
): Promise<readonly StoredKey[]> {
  const rows = await db
    .withTables<AuthorizationTables>()
    .selectFrom('authorization_key')
    .selectAll()
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, sealed, created_at }) => ({
    id,
    secret: vault.open(sealed, keyPlace(id)),
    createdAt: created_at,
  }))
}

/** For a change of keys. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'authorization_key', column: 'sealed' },
  { table: 'oidc_record', column: 'sealed' },
]

export async function insertKey(
  db: Database,
  vault: Vault,
  key: StoredKey & { readonly purpose: 'sign' | 'cookie' },
): Promise<void> {
  await db
    .withTables<AuthorizationTables>()
    .insertInto('authorization_key')
    .values({
      id: key.id,
      purpose: key.purpose,
      sealed: vault.seal(key.secret, keyPlace(key.id)),
      created_at: key.createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function deleteKeysBefore(db: Database, purpose: 'sign', before: Date): Promise<void> {
  await db
    .withTables<AuthorizationTables>()
    .deleteFrom('authorization_key')
    .where('purpose', '=', purpose)
    .where('created_at', '<', before)
    .execute()
}

export interface NewGrant extends Omit<Grant, 'lastTokenAt'> {
  readonly person: PersonId
  readonly organisation: OrganisationId
}

export async function insertGrant(trx: Database, grant: NewGrant): Promise<void> {
  await trx
    .withTables<AuthorizationTables>()
    .insertInto('authorization_grant')
    .values({
      id: grant.id,
      person_id: grant.person,
      organisation_id: grant.organisation,
      kind: grant.kind,
      client_id: grant.client,
      client_name: grant.clientName,
      endpoint: grant.endpoint,
      scopes: [...grant.scopes],
      created_at: grant.createdAt,
      last_token_at: null,
      expires_at: grant.expiresAt,
      revoked_at: null,
    })
    .execute()
}

/** The organisation of a standing grant, after noting that a token was issued. Undefined when it was revoked. */
export async function noteToken(
  db: Database,
  grant: string,
  at: Date,
  expiresAt: Date,
): Promise<{ readonly organisation: string; readonly client: string } | undefined> {
  const row = await db
    .withTables<AuthorizationTables>()
    .updateTable('authorization_grant')
    .set({ last_token_at: at, expires_at: expiresAt })
    .where('id', '=', grant)
    .where('revoked_at', 'is', null)
    .returning(['organisation_id', 'client_id'])
    .executeTakeFirst()
  return row === undefined ? undefined : { organisation: row.organisation_id, client: row.client_id }
}

/** Whose grant it is, whether or not it stands. */
export async function grantOwner(
  db: Database,
  grant: string,
): Promise<{ readonly organisation: OrganisationId; readonly clientName: string } | undefined> {
  const row = await db
    .withTables<AuthorizationTables>()
    .selectFrom('authorization_grant')
    .select(['organisation_id', 'client_name'])
    .where('id', '=', grant)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { organisation: row.organisation_id as OrganisationId, clientName: row.client_name }
}

export async function grantStands(db: Database, grant: string, at: Date): Promise<boolean> {
  const row = await db
    .withTables<AuthorizationTables>()
    .selectFrom('authorization_grant')
    .select('id')
    .where('id', '=', grant)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row !== undefined
}

/** Which of these stand. */
export async function standingGrants(
  db: Database,
  grants: readonly string[],
  at: Date,
): Promise<ReadonlySet<string>> {
  if (grants.length === 0) return new Set()
  const rows = await db
    .withTables<AuthorizationTables>()
    .selectFrom('authorization_grant')
    .select('id')
    .where('id', '=', sql<string>`any(${grants})`)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Newest first; only those that may still be used. */
export async function readGrants(
  db: Database,
  owner: { readonly person: PersonId; readonly organisation: OrganisationId },
  at: Date,
): Promise<readonly Grant[]> {
  const rows = await db
    .withTables<AuthorizationTables>()
    .selectFrom('authorization_grant')
    .selectAll()
    .where('person_id', '=', owner.person)
    .where('organisation_id', '=', owner.organisation)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    client: row.client_id,
    clientName: row.client_name,
    endpoint: row.endpoint,
    scopes: row.scopes,
    createdAt: row.created_at,
    lastTokenAt: row.last_token_at ?? undefined,
    expiresAt: row.expires_at,
  }))
}

/** What was revoked; undefined when it is not this owner's or was revoked before. */
export async function markRevoked(
  trx: Database,
  owner: { readonly person: PersonId; readonly organisation: OrganisationId },
  grant: string,
  at: Date,
): Promise<{ readonly clientName: string; readonly endpoint: string } | undefined> {
  const row = await trx
    .withTables<AuthorizationTables>()
    .updateTable('authorization_grant')
    .set({ revoked_at: at })
    .where('id', '=', grant)
    .where('person_id', '=', owner.person)
    .where('organisation_id', '=', owner.organisation)
    .where('revoked_at', 'is', null)
    .returning(['client_name', 'endpoint'])
    .executeTakeFirst()
  return row === undefined ? undefined : { clientName: row.client_name, endpoint: row.endpoint }
}

/** How many registrations this key has had in its window, this one included. */
export async function countRegistration(
  db: Database,
  clock: Clock,
  key: string,
  windowMs: number,
): Promise<number> {
  const now = clock.now()
  const ends = new Date(now.getTime() + windowMs)
  const row = await db
    .withTables<AuthorizationTables>()
    .insertInto('registration_attempt')
    .values({ key, attempts: 1, window_ends_at: ends })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => {
        const over = eb('registration_attempt.window_ends_at', '<=', now)
        return {
          attempts: eb
            .case()
            .when(over)
            .then(1)
            .else(eb('registration_attempt.attempts', '+', 1))
            .end(),
          window_ends_at: eb
            .case()
            .when(over)
            .then(ends)
            .else(eb.ref('registration_attempt.window_ends_at'))
            .end(),
        }
      }),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return row.attempts
}

export async function deleteOldGrants(db: Database, before: Date): Promise<void> {
  const tables = db.withTables<AuthorizationTables>()
  await tables.deleteFrom('registration_attempt').where('window_ends_at', '<', before).execute()
  await tables.deleteFrom('authorization_grant').where('expires_at', '<', before).execute()
}
