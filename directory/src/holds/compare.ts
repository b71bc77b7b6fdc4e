import type { Endpoint, Tool } from '../catalogue/index.ts'
import { inTransaction, writeAudit } from '../kernel/index.ts'
import type { HoldsDependencies } from './create-holds.ts'
import { keptName, type Hold, type HoldId } from './model.ts'
import { insertHold, noteChange } from './store.ts'
import { tellHeld } from './tell-publisher.ts'
import { judgeChange } from './tool-changes.ts'
import { digestOf, toolIn } from './tool-in.ts'

interface Memory {
  readonly known: (change: Pick<Hold, 'listing' | 'version' | 'tool' | 'digest'>) => boolean
  readonly add: (hold: Hold) => void
  readonly refresh: () => Promise<void>
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

/** Compares lists of tools with what was approved, and holds what differs. */
export function createComparison(deps: HoldsDependencies, memory: Memory) {
  const approved = new Map<string, Promise<Approved>>()
  let writing: Promise<unknown> = Promise.resolve()
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
  const take = (endpoint: Endpoint, before: Approved, raw: unknown, seen: Seen): void => {
    const now = toolIn(raw)
    if (now === undefined) return
    const digest = digestOf(now)
    const old = before.get(now.name)
    if (old !== undefined && digestOf(old) === digest) return
    const place = { listing: endpoint.listing, version: endpoint.version, tool: keptName(now.name), digest }
    if (memory.known(place)) return
    const judged = judgeChange(old, now, seen.reused?.has(place.tool))
    if (judged === undefined) return
    const hold: Hold = {
      ...place,
      ...judged,
      id: deps.ids.next<HoldId>(),
      kind: 'changed-tool',
      organisation: endpoint.organisation,
      reason: '',
      at: deps.clock.now(),
      endedAt: null,
    }
    memory.add(hold)
    writing = writing
      .then(() => write(deps, hold, endpoint.slug, seen.by ?? 'gateway'))
      .then(memory.refresh, (error: unknown) => {
        deps.log.error({ err: error, listing: hold.listing }, 'A changed tool could not be noted')
      })
  }
  return {
    async of(endpoint: Endpoint): Promise<Comparison> {
      const before = await approvedOf(endpoint)
      // Nothing was approved tool by tool: a server that showed none to the check, or one that is not listed yet.
      if (before.size === 0) return () => undefined
      return (tools, seen = {}) =>
        tools.slice(0, mostTools).forEach((raw) => take(endpoint, before, raw, seen))
    },
    settled: async () => void (await writing),
  }
}

/** More than any list has that a model can use. */
const mostTools = 2_000

async function write(deps: HoldsDependencies, hold: Hold, slug: string, by: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    if (!(await insertHold(trx, hold))) return
    await writeAudit(trx, deps, {
      organisation: hold.organisation,
      actor: { kind: 'system', name: by },
      action: hold.severity === 'minor' ? 'holds.warn' : 'holds.hold',
      subject: `listing:${hold.listing}`,
      reason: 'The tool has changed since it was approved.',
      detail: { hold: hold.id, tool: hold.tool, severity: hold.severity, changes: hold.changes },
    })
    await tellHeld(deps, trx, hold, slug)
    await noteChange(trx)
  })
}
