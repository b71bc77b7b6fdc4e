import type { Endpoint } from '../catalogue/index.ts'
import type { ListingId } from '../kernel/index.ts'
import { activeByTool, isEnough } from './bound.ts'
import type { Hold } from './model.ts'

interface Passed {
  readonly endpoint: Endpoint
  readonly by: string
  readonly holds: Map<Hold['tool'], Hold>
}

/**
 * Of each tool the change that the last list showed, where enough others hold the tool already and it was not noted.
 * When somebody releases those, the tool is still so, and would be called until the next list. At most a third as many as
 * there are holds. It ends with the process (the next list shows it anew), and with a list of a later version.
 */
export function createPassedOver() {
  const all = new Map<ListingId, Passed>()
  const of = ({ listing, version }: Endpoint): Passed | undefined => {
    const passed = all.get(listing)
    return passed?.endpoint.version === version ? passed : undefined
  }
  return {
    /** The change of this tool that was passed over the last time. */
    last: (endpoint: Endpoint, tool: string): Hold | undefined => of(endpoint)?.holds.get(tool),
    /** @param tools all that a list shows, of which these were passed over */
    note(endpoint: Endpoint, tools: readonly string[], passed: readonly Hold[], by: string): void {
      const there = all.get(endpoint.listing)
      if (there === undefined && passed.length === 0) return
      // A stream that was opened at an earlier version says nothing of the one that is shown.
      if (there !== undefined && there.endpoint.version > endpoint.version) return
      const holds = new Map(of(endpoint)?.holds)
      for (const tool of tools) holds.delete(tool)
      for (const hold of passed) holds.set(hold.tool, hold)
      if (holds.size === 0) all.delete(endpoint.listing)
      else all.set(endpoint.listing, { endpoint, by, holds })
    },
    /** Those that are to be noted after all, which are not passed over any more. @param known what there is of a listing */
    take(
      known: (endpoint: Endpoint) => readonly Hold[],
    ): readonly (Omit<Passed, 'holds'> & { holds: readonly Hold[] })[] {
      return [...all.values()].flatMap(({ endpoint, by, holds }) => {
        const active = activeByTool(known(endpoint), endpoint.version)
        const due = [...holds.values()].filter(
          ({ tool, severity }) => !isEnough(active.get(tool ?? ''), severity),
        )
        for (const { tool } of due) holds.delete(tool)
        if (holds.size === 0) all.delete(endpoint.listing)
        return due.length === 0 ? [] : [{ endpoint, by, holds: due }]
      })
    },
  }
}
