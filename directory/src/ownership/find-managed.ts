import type { Listing, Remover } from '../catalogue/index.ts'
import { Problem, type Viewer } from '../kernel/index.ts'
import type { OwnershipDependencies } from './ownership.ts'

export interface Managed {
  readonly listing: Listing
  readonly as: Remover
}

/** A listing that was published once, for its publisher's people and for operators. @throws Problem not-found */
export async function findShown(
  { catalogue }: Pick<OwnershipDependencies, 'catalogue'>,
  viewer: Viewer,
  slug: string,
): Promise<Managed> {
  const listing = await catalogue.bySlug(slug)
  const own = listing?.organisation === viewer.organisation
  if (listing === undefined || listing.version === 0 || !(own || viewer.roles.has('operator'))) {
    throw new Problem('not-found', 'You have no such connector.')
  }
  return { listing, as: own ? 'publisher' : 'operator' }
}

/** The same for who decides about it: owners of the publisher, and operators. @throws Problem not-found | not-allowed */
export async function findManaged(
  deps: Pick<OwnershipDependencies, 'catalogue' | 'people'>,
  viewer: Viewer,
  slug: string,
): Promise<Managed> {
  const found = await findShown(deps, viewer, slug)
  if (found.as === 'publisher' && !(await deps.people.isOwner(viewer))) {
    throw new Problem('not-allowed', 'Only an owner of your organisation decides this.')
  }
  return found
}
