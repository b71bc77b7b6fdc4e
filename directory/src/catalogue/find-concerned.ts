import { isConcerned, Problem, type Viewer } from '../kernel/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Listing } from './model.ts'

/** A listing that was published once, for its publisher's people, reviewers and operators. @throws Problem not-found */
export async function findConcerned(
  catalogue: Pick<Catalogue, 'bySlug'>,
  viewer: Viewer,
  slug: string,
): Promise<Listing> {
  const listing = await catalogue.bySlug(slug)
  if (listing !== undefined && listing.version > 0 && isConcerned(viewer, listing)) return listing
  throw new Problem('not-found', 'You have no such connector.')
}
