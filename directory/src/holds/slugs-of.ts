import type { ListingId } from '../kernel/index.ts'
import type { HoldsDependencies } from './create-holds.ts'
import type { Hold } from './model.ts'

/** The slug of each hold's connector, '' when there is none any more. A server may have hundreds of holds: asked once. */
export async function slugsOf(
  { catalogue }: Pick<HoldsDependencies, 'catalogue'>,
  holds: readonly Hold[],
): Promise<(hold: Hold) => string> {
  const slugs = new Map<ListingId, string>()
  for (const listing of new Set(holds.map((hold) => hold.listing))) {
    slugs.set(listing, (await catalogue.byId(listing))?.slug ?? '')
  }
  return ({ listing }) => slugs.get(listing) ?? ''
}
