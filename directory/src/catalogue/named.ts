import type { ListingId } from '../kernel/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Endpoint } from './model.ts'

/** The same, each with the slug and the name of its listing; of what does not exist nothing. One query. */
export async function named<One extends { readonly listing: ListingId }>(
  catalogue: Pick<Catalogue, 'endpointsOf'>,
  all: readonly One[],
): Promise<readonly (One & Pick<Endpoint, 'slug' | 'name'>)[]> {
  const endpoints = await catalogue.endpointsOf(all.map(({ listing }) => listing))
  const byId = new Map(endpoints.map((endpoint) => [endpoint.listing, endpoint]))
  return all.flatMap((one) => {
    const found = byId.get(one.listing)
    return found === undefined ? [] : [{ ...one, slug: found.slug, name: found.name }]
  })
}
