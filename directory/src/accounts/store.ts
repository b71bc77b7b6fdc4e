import type { Database, Id, InstanceRole, OrganisationId, PersonId, Viewer } from '../kernel/index.ts'
import type { Person } from './model.ts'

type PeopleTables = {
  person: { id: string; sign_in_id: string; name: string; email: string; created_at: Date }
  instance_role: { person_id: string; role: InstanceRole; granted_at: Date }
  operator_link: {
    id: string
    token_hash: string
    created_at: Date
    expires_at: Date
    used_at: Date | null
    used_by: string | null
  }
  organisation: { id: string; personal_of: string | null }
}

export type OperatorLinkId = Id<'operator-link'>

/** Inserts the person unless the sign-in has one already; says which one it is and whether it is new. */
export async function ensurePerson(
  trx: Database,
  person: { id: PersonId; signInId: string; name: string; email: string; at: Date },
): Promise<{ id: PersonId; isNew: boolean }> {
  const db = trx.withTables<PeopleTables>()
  const made = await db
    .insertInto('person')
    .values({
      id: person.id,
      sign_in_id: person.signInId,
      name: person.name,
      email: person.email,
      created_at: person.at,
    })
    .onConflict((conflict) => conflict.column('sign_in_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) return { id: person.id, isNew: true }
  const found = await db
    .selectFrom('person')
    .select('id')
    .where('sign_in_id', '=', person.signInId)
    .executeTakeFirstOrThrow()
  return { id: found.id as PersonId, isNew: false }
}

/** The viewer for a sign-in, or undefined when the person or the personal organisation is still missing. */
export async function findViewer(db: Database, signInId: string): Promise<Viewer | undefined> {
  const rows = await db
    .withTables<PeopleTables>()
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.personal_of', 'person.id')
    .leftJoin('instance_role', 'instance_role.person_id', 'person.id')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'organisation.id as organisation',
      'instance_role.role',
    ])
    .where('person.sign_in_id', '=', signInId)
    .execute()
  const [first] = rows
  if (first === undefined) return undefined
  return {
    person: first.id as PersonId,
    organisation: first.organisation as OrganisationId,
    name: first.name,
    email: first.email,
    roles: rolesIn(rows),
  }
}

function rolesIn(rows: readonly { readonly role: InstanceRole | null }[]): ReadonlySet<InstanceRole> {
  return new Set(rows.map(({ role }) => role).filter((role) => role !== null))
}

export async function findPerson(
  db: Database,
  by: { readonly id: PersonId } | { readonly email: string },
): Promise<(Person & { readonly signInId: string; readonly organisation: OrganisationId }) | undefined> {
  const query = db
    .withTables<PeopleTables>()
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.personal_of', 'person.id')
    .leftJoin('instance_role', 'instance_role.person_id', 'person.id')
    .select(['person.id', 'person.sign_in_id', 'person.name', 'person.email'])
    .select(['organisation.id as organisation', 'instance_role.role'])
  const rows = await (
    'id' in by ? query.where('person.id', '=', by.id) : query.where('person.email', '=', by.email)
  ).execute()
  const [first] = rows
  if (first === undefined) return undefined
  return {
    id: first.id as PersonId,
    signInId: first.sign_in_id,
    organisation: first.organisation as OrganisationId,
    name: first.name,
    email: first.email,
    roles: rolesIn(rows),
  }
}

/** True when the role is new. */
export async function insertRole(
  trx: Database,
  person: PersonId,
  role: InstanceRole,
  at: Date,
): Promise<boolean> {
  const made = await trx
    .withTables<PeopleTables>()
    .insertInto('instance_role')
    .values({ person_id: person, role, granted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('role')
    .executeTakeFirst()
  return made !== undefined
}

/** More people with a role than one instance has. */
const mostHolders = 1_000

/** Everybody who has the role, with their personal organisation. */
export async function holdersOf(
  db: Database,
  role: InstanceRole,
): Promise<readonly { readonly person: PersonId; readonly organisation: OrganisationId }[]> {
  const rows = await db
    .withTables<PeopleTables>()
    .selectFrom('instance_role')
    .innerJoin('organisation', 'organisation.personal_of', 'instance_role.person_id')
    .select(['instance_role.person_id as person', 'organisation.id as organisation'])
    .where('instance_role.role', '=', role)
    .orderBy('instance_role.granted_at')
    .limit(mostHolders)
    .execute()
  return rows.map((row) => ({
    person: row.person as PersonId,
    organisation: row.organisation as OrganisationId,
  }))
}

export async function someoneHasRole(db: Database, role: InstanceRole): Promise<boolean> {
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('instance_role')
    .select('role')
    .where('role', '=', role)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A new link takes the place of every older one. */
export async function replaceOperatorLink(
  trx: Database,
  link: { id: OperatorLinkId; tokenHash: string; at: Date; expiresAt: Date },
): Promise<void> {
  const db = trx.withTables<PeopleTables>()
  await db.deleteFrom('operator_link').where('used_at', 'is', null).execute()
  await db
    .insertInto('operator_link')
    .values({
      id: link.id,
      token_hash: link.tokenHash,
      created_at: link.at,
      expires_at: link.expiresAt,
      used_at: null,
      used_by: null,
    })
    .execute()
}

/** True once per link: the first who comes in time. */
export async function useOperatorLink(
  trx: Database,
  tokenHash: string,
  person: PersonId,
  at: Date,
): Promise<boolean> {
  const used = await trx
    .withTables<PeopleTables>()
    .updateTable('operator_link')
    .set({ used_at: at, used_by: person })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

export async function operatorLinkIsOpen(db: Database, tokenHash: string, at: Date): Promise<boolean> {
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('operator_link')
    .select('id')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteOldOperatorLinks(db: Database, at: Date): Promise<void> {
  const links = db.withTables<PeopleTables>().deleteFrom('operator_link')
  await links.where('used_at', 'is', null).where('expires_at', '<', at).execute()
}
