import type { Database, OrganisationId, Viewer } from '../kernel/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Accounts } from './create-accounts.ts'

/** What other modules ask about people and their organisations. */
export interface People {
  /** Whether this person decides for the organisation; everybody does for their personal one. */
  isOwner(viewer: Viewer, trx?: Database): Promise<boolean>
  /** Whether there may be others for whom this person decides. */
  ownsTeam(viewer: Viewer): Promise<boolean>
  /** The organisation of the person with this e-mail address. */
  organisationOf(email: string): Promise<OrganisationId | undefined>
  /** Those that are not there are absent. */
  namesOf(ids: readonly OrganisationId[]): Promise<ReadonlyMap<OrganisationId, string>>
}

export function createPeople({
  db,
  organisations,
  accounts,
}: {
  readonly db: Database
  readonly organisations: Organisations
  readonly accounts: Pick<Accounts, 'personByEmail'>
}): People {
  return {
    isOwner: ({ organisation, person }, trx = db) => organisations.isOwner(trx, organisation, person),
    ownsTeam: ({ organisation, person }) => organisations.ownsTeam(db, organisation, person),
    namesOf: (ids) => organisations.namesOf(db, ids),
    async organisationOf(email) {
      const person = await accounts.personByEmail(email)
      return person && (await organisations.organisationsOf(db, person.id))[0]?.id
    },
  }
}
