import type { Endpoint } from '../../catalogue/index.ts'
import type { Listed } from '../read-list.ts'
import { listKinds, type ListKind } from '../list-kinds.ts'
import type { Missing, ServerList } from '../server-lists.ts'
import { offeredUri } from './offered-uris.ts'
import { offeredName, prefixOf } from './tool-names.ts'

/** One connected server and what is known of its list. */
export interface Source {
  readonly endpoint: Endpoint
  readonly list: ServerList
}

export interface Offered {
  readonly name: string
  readonly endpoint: Endpoint
  readonly item: Listed
}

/** What should be here and is not, and why. */
export interface LeftOut extends Missing {
  readonly connector: string
}

export interface MergedList {
  readonly items: readonly Offered[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * All of a kind in one list, connectors in the order of their slugs, the rest in that of their servers. Where two things
 * would have one name the older connector, or the earlier item, keeps it.
 * @param held what may not be called now is not offered
 */
export function mergeLists(
  sources: readonly Source[],
  held: (endpoint: Endpoint, name: string | undefined) => string | undefined,
  kind: ListKind = 'tools',
): MergedList {
  const { key } = listKinds[kind]
  const owners = ownersOf(sources)
  const items = new Map<string, Offered>()
  const leftOut: LeftOut[] = []
  for (const { endpoint, list } of sources.toSorted((one, other) =>
    compare(one.endpoint.slug, other.endpoint.slug),
  )) {
    const { slug, name } = endpoint
    const owner = owners.get(prefixOf(slug))
    const stopped = held(endpoint, undefined)
    if (stopped !== undefined) leftOut.push({ connector: slug, reason: stopped })
    else if (list.items === undefined) leftOut.push({ connector: slug, ...list.missing })
    // A URI has the whole slug in it; and who has nothing misses nothing.
    else if (key === 'name' && owner !== endpoint && list.items.length > 0) {
      leftOut.push({
        connector: slug,
        reason: `${name} cannot be told from ${owner?.name ?? 'another'} here.`,
      })
    } else {
      for (const item of list.items) {
        if (held(endpoint, item.name) !== undefined) continue
        const offered = key === 'name' ? offeredName(slug, item.name) : offeredUri(slug, item.name)
        if (!items.has(offered)) items.set(offered, { name: offered, endpoint, item })
      }
    }
  }
  return { items: [...items.values()], leftOut }
}

/** Who has a prefix of tool names: the oldest connector that would. */
export function ownersOf(sources: readonly { readonly endpoint: Endpoint }[]): ReadonlyMap<string, Endpoint> {
  const youngestFirst = sources
    .map(({ endpoint }) => endpoint)
    .toSorted((one, other) => compare(other.listing, one.listing))
  return new Map(youngestFirst.map((endpoint) => [prefixOf(endpoint.slug), endpoint]))
}

/** The item as its server wrote it, under the offered name. */
export function writeOffered({ name, item }: Offered): string {
  return item.text.slice(0, item.nameStart) + JSON.stringify(name) + item.text.slice(item.nameEnd)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
