/**
 * Organisations: who publishes, connects and owns records. Every person has a personal one, made once, so that every
 * row elsewhere can say `organisation_id not null` and teams can come later without a second shape.
 * Front door: `createOrganisations({ clock, ids })`; verbs take the database or the transaction of the caller.
 */
import type { Clock, Database, Ids, OrganisationId, PersonId } from '../kernel/index.ts'
import type { Organisation } from './model.ts'
import { ensurePersonal, membersOf, membershipOf, namesOf, organisationsOf } from './store.ts'

export type { Organisation, OrganisationKind } from './model.ts'

export interface Organisations {
  /**
   * The person's personal organisation, made when it is missing. Idempotent and safe when two requests race; call it
   * in the transaction that makes the person.
   */
  createPersonal(trx: Database, person: PersonId, name: string): Promise<OrganisationId>
  isMember(db: Database, organisation: OrganisationId, person: PersonId): Promise<boolean>
  /** Whether this person decides for the organisation; everybody does for their personal one. */
  isOwner(db: Database, organisation: OrganisationId, person: PersonId): Promise<boolean>
  /** As `isOwner`, of an organisation that is for more than one person. */
  ownsTeam(db: Database, organisation: OrganisationId, person: PersonId): Promise<boolean>
  membersOf(db: Database, organisation: OrganisationId): Promise<readonly PersonId[]>
  /** Names by id; those that are not there are absent. */
  namesOf(db: Database, ids: readonly OrganisationId[]): Promise<ReadonlyMap<OrganisationId, string>>
  /** The personal one first, then teams by age. */
  organisationsOf(db: Database, person: PersonId): Promise<readonly Organisation[]>
}

export interface OrganisationsDeps {
  readonly clock: Clock
  readonly ids: Ids
}

export function createOrganisations({ clock, ids }: OrganisationsDeps): Organisations {
  return {
    createPersonal: (trx, person, name) =>
      ensurePersonal(trx, { person, name }, ids.next<OrganisationId>(), clock.now()),
    isMember: async (...asked) => (await membershipOf(...asked)) !== undefined,
    isOwner: async (...asked) => (await membershipOf(...asked))?.owner ?? false,
    async ownsTeam(...asked) {
      const membership = await membershipOf(...asked)
      return membership?.kind === 'team' && membership.owner
    },
    membersOf,
    namesOf,
    organisationsOf,
  }
}
