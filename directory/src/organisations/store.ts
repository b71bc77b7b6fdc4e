import type { Database, OrganisationId, PersonId } from '../kernel/index.ts'
import type { Member, Organisation, OrganisationKind } from './model.ts'

type OrganisationTables = {
  organisation: {
    id: string
    name: string
    kind: OrganisationKind
    personal_of: string | null
    created_at: Date
  }
  membership: { organisation_id: string; person_id: string; created_at: Date; owner: boolean }
}

/** Makes the personal organisation unless it is there, and says which one it is. Safe to repeat and to race. */
export async function ensurePersonal(
  trx: Database,
  { person, name }: Member,
  id: OrganisationId,
  at: Date,
): Promise<OrganisationId> {
  const db = trx.withTables<OrganisationTables>()
  await db
    .insertInto('organisation')
    .values({ id, name, kind: 'personal', personal_of: person, created_at: at })
    .onConflict((conflict) => conflict.column('personal_of').doNothing())
    .execute()
  const { id: found } = await db
    .selectFrom('organisation')
    .select('id')
    .where('personal_of', '=', person)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('membership')
    .values({ organisation_id: found, person_id: person, created_at: at, owner: true })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return found as OrganisationId
}

/** How this person belongs to the organisation; undefined when they do not. */
export async function membershipOf(
  db: Database,
  organisation: OrganisationId,
  person: PersonId,
): Promise<{ readonly owner: boolean; readonly kind: OrganisationKind } | undefined> {
  return await db
    .withTables<OrganisationTables>()
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['owner', 'kind'])
    .where('organisation_id', '=', organisation)
    .where('person_id', '=', person)
    .executeTakeFirst()
}

export async function membersOf(db: Database, organisation: OrganisationId): Promise<readonly PersonId[]> {
  const rows = await db
    .withTables<OrganisationTables>()
    .selectFrom('membership')
    .select('person_id')
    .where('organisation_id', '=', organisation)
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id: person }) => person as PersonId)
}

/** Names by id; those that are not there are absent. */
export async function namesOf(
  db: Database,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .withTables<OrganisationTables>()
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id as OrganisationId, name]))
}

/** The personal one first, then teams by age. */
export async function organisationsOf(db: Database, person: PersonId): Promise<readonly Organisation[]> {
  const rows = await db
    .withTables<OrganisationTables>()
    .selectFrom('organisation')
    .innerJoin('membership', 'membership.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.created_at'])
    .where('membership.person_id', '=', person)
    .orderBy('organisation.kind')
    .orderBy('organisation.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as OrganisationId,
    name: row.name,
    kind: row.kind,
    createdAt: row.created_at,
  }))
}
