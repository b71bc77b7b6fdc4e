import type { Endpoint, Tool } from '../catalogue/index.ts'
import { activeByTool, fit, isEnough, isWholeHeld, mostChanges } from './bound.ts'
import type { HoldsDependencies } from './create-holds.ts'
import { keptName, type Hold, type HoldId } from './model.ts'
import { createPassedOver } from './passed-over.ts'
import { judgeChange } from './tool-changes.ts'
import { digestOf, toolIn } from './tool-in.ts'
import { createWriter } from './write-again.ts'
import { tooLong, tooManyChanges, wholeServer, type Changes } from './write-changes.ts'

interface Memory {
  /** What is known of a listing: stops, and changes of its tools, released ones too. */
  readonly of: (endpoint: Endpoint) => readonly Hold[]
  readonly add: (holds: readonly Hold[]) => void
  /** Reads again what there is; these were not written. */
  readonly forget: (holds: readonly Hold[]) => Promise<void>
}

/** What the list does not say by itself. */
export interface Seen {
  /** Approved tools that were gone for a while. */
  readonly reused?: ReadonlySet<string>
  /** Who read the list; default: the gateway. */
  readonly by?: string
}

/** Takes the tools of a list as the server sent them. */
export type Comparison = (tools: readonly unknown[], seen?: Seen) => void

type Approved = ReadonlyMap<string, Tool>

/** So many versions' tools are remembered; they may be large. */
const mostVersions = 200

/** So many tools of a list are compared, or twice those that were approved: more than a list has that a model can use. */
const mostTools = 2_000

/** Compares lists of tools with what was approved, and holds what differs. */
export function createComparison(deps: HoldsDependencies, memory: Memory) {
  const approved = new Map<string, Promise<Approved>>()
  const most = deps.mostChanges ?? mostChanges
  const writer = createWriter(deps, (found, written) =>
    memory.forget(found.filter(({ id }) => !written.has(id))),
  )
  const passedOver = createPassedOver()
  const load = async (endpoint: Endpoint): Promise<Approved> => {
    const version = await deps.catalogue.shownVersion(endpoint.listing)
    const tools = version?.version === endpoint.version ? version.tools : []
    return new Map(tools.map((tool) => [tool.name, tool]))
  }
  const approvedOf = (endpoint: Endpoint): Promise<Approved> => {
    const key = `${endpoint.listing} ${endpoint.version}`
    const loading = approved.get(key) ?? load(endpoint)
    approved.set(key, loading)
    loading.catch(() => approved.delete(key))
    const [oldest] = approved.keys()
    if (approved.size > mostVersions && oldest !== undefined) approved.delete(oldest)
    return loading
  }
  const hold = (endpoint: Endpoint, { fresh, names, unseen, by }: Found): void => {
    const there = memory.of(endpoint)
    const { add, isFull } = fit(there, fresh, { version: endpoint.version, names, most })
    const reason = unseen ?? (isFull ? tooManyChanges(most) : undefined)
    const whole = reason !== undefined && !isWholeHeld(there) ? [wholeServer(deps, endpoint, reason)] : []
    const found = [...add, ...whole]
    memory.add(found)
    writer.write({ endpoint, found, changes: { fresh, names, most, by, unseen, whole: whole[0] } })
  }
  const take = (endpoint: Endpoint, before: Approved, raw: readonly unknown[], seen: Seen): void => {
    const compared = Math.max(mostTools, 2 * before.size)
    const tools = raw
      .slice(0, compared)
      .map(toolIn)
      .filter((tool) => tool !== undefined)
    const there = memory.of(endpoint)
    const last = (tool: string) => passedOver.last(endpoint, tool)
    const { fresh, passed } = changesIn(deps, endpoint, { before, tools, there, seen, last })
    const names = tools.map(({ name }) => keptName(name))
    const by = seen.by ?? 'gateway'
    passedOver.note(endpoint, names, passed, by)
    const unseen = raw.length > compared ? tooLong(compared) : undefined
    if (fresh.length === 0 && (unseen === undefined || isWholeHeld(there))) return
    hold(endpoint, { fresh, names: new Set(names), unseen, by })
  }
  return {
    async of(endpoint: Endpoint): Promise<Comparison> {
      const before = await approvedOf(endpoint)
      // Nothing was approved tool by tool: a server that showed none to the check, or one that is not listed yet.
      if (before.size === 0) return () => undefined
      return (tools, seen = {}) => take(endpoint, before, tools, seen)
    },
    /** What could not be written is written again. */
    again: () => writer.again(),
    /** Something was released, perhaps: what was not noted because of it holds in its place. */
    released(): void {
      for (const { endpoint, by, holds: fresh } of passedOver.take(memory.of)) {
        const names = new Set(fresh.map(({ tool }) => tool ?? ''))
        hold(endpoint, { fresh, names, unseen: undefined, by })
      }
    },
    settled: () => writer.settled(),
  }
}

/** What of a list is to be noted. */
type Found = Pick<Changes, 'fresh' | 'names' | 'unseen' | 'by'>

interface List {
  readonly before: Approved
  readonly tools: readonly Tool[]
  readonly there: readonly Hold[]
  readonly seen: Seen
  /** The change of a tool that was passed over the last time. */
  readonly last: (tool: string) => Hold | undefined
}

/**
 * What of a list is new: a hold for each tool that differs in a way that is not known yet. Passed over is where it adds
 * nothing to those that there are.
 */
function changesIn(
  deps: HoldsDependencies,
  { listing, organisation, version }: Endpoint,
  { before, tools, there, seen, last }: List,
): { readonly fresh: readonly Hold[]; readonly passed: readonly Hold[] } {
  const active = activeByTool(there, version)
  const keyOf = (tool: string | null, digest: string | null): string => `${digest} ${tool}`
  const known = new Set(
    there.filter((hold) => hold.version === version).map(({ tool, digest }) => keyOf(tool, digest)),
  )
  const [fresh, passed]: [Hold[], Hold[]] = [[], []]
  for (const now of tools) {
    const digest = digestOf(now)
    const old = before.get(now.name)
    if (old !== undefined && digestOf(old) === digest) continue
    const tool = keptName(now.name)
    if (known.has(keyOf(tool, digest))) continue
    const earlier = last(tool)
    if (earlier?.digest === digest && isEnough(active.get(tool), earlier.severity)) {
      passed.push(earlier)
      continue
    }
    const judged = judgeChange(old, now, seen.reused?.has(tool))
    if (judged === undefined) continue
    known.add(keyOf(tool, digest))
    const [id, at] = [deps.ids.next<HoldId>(), deps.clock.now()]
    const place = { listing, organisation, version, tool, digest }
    const hold: Hold = { ...place, ...judged, id, at, kind: 'changed-tool', reason: '', endedAt: null }
    const to = isEnough(active.get(tool), hold.severity) ? passed : fresh
    to.push(hold)
  }
  return { fresh, passed }
}
