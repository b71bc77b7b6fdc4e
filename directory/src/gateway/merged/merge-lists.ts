import type { Endpoint } from '../../catalogue/index.ts'
import type { ListedTool } from '../read-tool-list.ts'
import type { Missing, ToolList } from '../tool-lists.ts'
import { offeredName, prefixOf } from './tool-names.ts'

/** One connected server and what is known of its tools. */
export interface Source {
  readonly endpoint: Endpoint
  readonly list: ToolList
}

export interface OfferedTool {
  readonly name: string
  readonly endpoint: Endpoint
  readonly tool: ListedTool
}

/** Tools that should be here and are not, and why. */
export interface LeftOut extends Missing {
  readonly connector: string
}

export interface MergedList {
  readonly tools: readonly OfferedTool[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * All tools in one list, connectors in the order of their slugs, tools in that of their servers. Where two things would
 * have one name the older connector, or the earlier tool, keeps it.
 * @param held what may not be called now is not offered
 */
export function mergeLists(
  sources: readonly Source[],
  held: (endpoint: Endpoint, tool: string | undefined) => string | undefined,
): MergedList {
  const owners = ownersOf(sources)
  const tools = new Map<string, OfferedTool>()
  const leftOut: LeftOut[] = []
  for (const { endpoint, list } of sources.toSorted((one, other) =>
    compare(one.endpoint.slug, other.endpoint.slug),
  )) {
    const { slug, name } = endpoint
    const owner = owners.get(prefixOf(slug))
    const stopped = held(endpoint, undefined)
    if (stopped !== undefined) leftOut.push({ connector: slug, reason: stopped })
    else if (list.tools === undefined) leftOut.push({ connector: slug, ...list.missing })
    else if (owner !== endpoint) {
      leftOut.push({
        connector: slug,
        reason: `${name} cannot be told from ${owner?.name ?? 'another'} here.`,
      })
    } else {
      for (const tool of list.tools) {
        if (held(endpoint, tool.name) !== undefined) continue
        const offered = offeredName(slug, tool.name)
        if (!tools.has(offered)) tools.set(offered, { name: offered, endpoint, tool })
      }
    }
  }
  return { tools: [...tools.values()], leftOut }
}

/** Who has a prefix of tool names: the oldest connector that would. */
export function ownersOf(sources: readonly { readonly endpoint: Endpoint }[]): ReadonlyMap<string, Endpoint> {
  const youngestFirst = sources
    .map(({ endpoint }) => endpoint)
    .toSorted((one, other) => compare(other.listing, one.listing))
  return new Map(youngestFirst.map((endpoint) => [prefixOf(endpoint.slug), endpoint]))
}

/** The tool as its server wrote it, under the offered name. */
export function writeTool({ name, tool }: OfferedTool): string {
  return tool.text.slice(0, tool.nameStart) + JSON.stringify(name) + tool.text.slice(tool.nameEnd)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
