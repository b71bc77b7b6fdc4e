import type { Endpoint } from '../catalogue/index.ts'
import type { ListingId, OrganisationId, PersonId, SubmissionId, Viewer } from '../kernel/index.ts'
import type { UrlFault } from '../submissions/index.ts'

/** Who may have custom connectors: nobody, everybody, or organisations that an operator named. */
export type CustomPolicy = 'nobody' | 'entitled' | 'everyone'

export interface CustomConnector {
  readonly id: ListingId
  readonly organisation: OrganisationId
  /** Who added it; alone may use it unless it is shared. */
  readonly person: PersonId
  readonly shared: boolean
  readonly slug: string
  readonly name: string
  readonly serverUrl: string
  /** The newest check. */
  readonly attempt: number
  readonly checkedFor: PersonId
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** An organisation that an operator let have custom connectors. */
export interface Entitlement {
  readonly organisation: OrganisationId
  readonly grantedAt: Date
}

export interface NamedEntitlement extends Entitlement {
  readonly name: string
}

/** What a person typed. */
export interface CustomForm {
  readonly name: string
  readonly serverUrl: string
  readonly shared: boolean
}

/** Each has a sentence `custom.fault.<code>`. */
export type CustomFault =
  | UrlFault
  | 'missing-name'
  | 'long-name'
  | 'long-url'
  | 'twice'
  | 'listed'
  | 'not-owner'

export type Added =
  | { readonly kind: 'added'; readonly connector: CustomConnector }
  | {
      readonly kind: 'refused'
      readonly faults: Partial<Record<keyof CustomForm, CustomFault>>
      /** For `listed`: where it is listed. */
      readonly listed: string | undefined
    }

/** An organisation has at most so many: each is checked, and may be called. */
export const mostConnectors = 100

/** Whether the connector is there for this person at all. */
export function maySee(
  { organisation, person, shared }: Pick<CustomConnector, 'organisation' | 'person' | 'shared'>,
  viewer: Pick<Viewer, 'organisation' | 'person'>,
): boolean {
  return viewer.organisation === organisation && (shared || viewer.person === person)
}

/** What the broker and the gateway know of it. Where it may not be used now, it is as if it were gone. */
export function asEndpoint(connector: CustomConnector, entitled: boolean): Endpoint {
  const { id, organisation, slug, name, serverUrl, shared, person, updatedAt } = connector
  return {
    listing: id,
    organisation,
    slug,
    name,
    serverUrl,
    authType: 'unknown',
    state: entitled ? 'custom' : 'closed',
    ...(!shared && { onlyFor: person }),
    version: 0,
    staticClient: false,
    updatedAt,
  }
}

/** Checks know what they check by one kind of id; ids are unique among all kinds. */
export function checkOf({ id, attempt }: Pick<CustomConnector, 'id' | 'attempt'>) {
  return { submission: id as string as SubmissionId, attempt }
}
