import type { OrganisationId, PersonId } from '../kernel/index.ts'

export type OrganisationKind = 'personal' | 'team'

/** Who publishes, connects and pays. Every person has a personal one from the first moment. */
export interface Organisation {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  readonly createdAt: Date
}

/** A person as this module needs one. */
export interface Member {
  readonly person: PersonId
  readonly name: string
}
