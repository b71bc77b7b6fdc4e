import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Connector, Endpoint, ListingVersion } from '../catalogue/index.ts'
import type { AppEnv, Clock, Database, Ids, ListingId, Log, Viewer } from '../kernel/index.ts'
import type { TokenAccess } from '../web/index.ts'
import { holdsApi } from './api.ts'
import type { Notices } from '../notices/index.ts'
import { createComparison, type Comparison } from './compare.ts'
import { forbidding, mayConcern, warning, type Hold, type HoldId } from './model.ts'
import { holdPages } from './pages/index.tsx'
import { liftQuarantine, quarantine, type Quarantine } from './quarantine.ts'
import { endOf } from './release.ts'
import { stop, type StopOrder } from './stop.ts'
import { countChanges, readHolds } from './store.ts'

export interface HoldsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly notices: Pick<Notices, 'tell'>
  /** Default: `mostChanges`. */
  readonly mostChanges?: number
  /** Listed connectors and custom ones. */
  readonly catalogue: {
    bySlug(slug: string): Promise<Connector | undefined>
    byId(id: ListingId): Promise<Connector | undefined>
    shownVersion(id: ListingId): Promise<Pick<ListingVersion, 'version' | 'tools'> | undefined>
  }
}

export interface Holds {
  /** What forbids a call of this tool, or of anything when undefined; from memory. */
  forbidding(endpoint: Endpoint, tool: string | undefined): Hold | undefined
  /** What the caller of this tool should be told beside its result; from memory. */
  warning(endpoint: Endpoint, tool: string): Hold | undefined
  /**
   * Loads what was approved.
   * @returns takes the tools of a list as the server sent them; what has changed is held from then on, here at once
   *   and everywhere within a second
   */
  comparison(endpoint: Endpoint): Promise<Comparison>
  /** Operators only. */
  stop(viewer: Viewer, order: StopOrder): Promise<Hold>
  /** Port of `safety`: a stop in the caller's transaction, after which it refreshes. */
  quarantine(trx: Database, given: Quarantine): Promise<void>
  liftQuarantine(trx: Database, given: Quarantine): Promise<void>
  /** Operators; for changed tools reviewers too. */
  release(viewer: Viewer, id: HoldId, reason: string): Promise<void>
  /** What is held or warned of now, newest first. */
  active(): readonly Hold[]
  /** Reads again when something changed, and writes what could not be written; twice a second on every replica. */
  refresh(): Promise<void>
  /** Ends when what was found so far is written, or could not be. */
  settled(): Promise<void>
  /** Pages, and the API for programs. */
  routes(access: TokenAccess): OpenAPIHono<AppEnv>
}

export function createHolds(deps: HoldsDependencies): Holds {
  let holds: readonly Hold[] = []
  let seen: number | undefined
  /** Found here, and perhaps not in the database yet. */
  let found: readonly Hold[] = []
  let [begun, shown] = [0, 0]
  const read = async (): Promise<void> => {
    const turn = (begun += 1)
    const changes = await countChanges(deps.db)
    if (changes === seen) return
    const written = await readHolds(deps.db)
    // What began later has ended before and knows more.
    if (turn < shown) return
    ;[holds, seen, shown] = [written, changes, turn]
    const known = new Set(holds.flatMap((hold) => [hold.id, changeOf(hold)]))
    found = found.filter((hold) => !known.has(hold.id) && !known.has(changeOf(hold)))
    shelf = new WeakMap()
    comparison.released()
  }
  const refresh = async (): Promise<void> => {
    await read()
    comparison.again()
  }
  const all = (): readonly Hold[] => [...holds, ...found]
  /** What may concern a server; every call asks for it, and a list of tools for each of them. */
  let shelf = new WeakMap<Endpoint, readonly Hold[]>()
  const of = (endpoint: Endpoint): readonly Hold[] => {
    const known = shelf.get(endpoint)
    if (known !== undefined) return known
    const there = all().filter((hold) => mayConcern(hold, endpoint))
    shelf.set(endpoint, there)
    return there
  }
  const comparison = createComparison(deps, {
    of: (endpoint) => of(endpoint).filter(({ listing }) => listing === endpoint.listing),
    add(fresh) {
      found = [...found, ...fresh]
      shelf = new WeakMap()
    },
    async forget(unwritten) {
      await read()
      found = found.filter((hold) => !unwritten.includes(hold))
      shelf = new WeakMap()
    },
  })
  const verbs: Omit<Holds, 'routes'> = {
    forbidding: (endpoint, tool) => forbidding(of(endpoint), endpoint, tool),
    warning: (endpoint, tool) => warning(of(endpoint), endpoint, tool),
    comparison: (endpoint) => comparison.of(endpoint),
    async stop(viewer, order) {
      const hold = await stop(deps, viewer, order)
      await refresh()
      return hold
    },
    quarantine: (trx, given) => quarantine(trx, deps, given),
    liftQuarantine: (trx, given) => liftQuarantine(trx, deps, given),
    async release(viewer, id, reason) {
      const hold = all().find((one) => one.id === id)
      await endOf(deps, viewer, { hold, reason })
      await refresh()
    },
    active: () => all().filter(({ endedAt }) => endedAt === null),
    refresh,
    settled: () => comparison.settled(),
  }
  return {
    ...verbs,
    routes(access) {
      const routes = holdsApi(deps, verbs, access)
      return routes.route('/', holdPages(deps, verbs))
    },
  }
}

/** Two holds of the same change of a tool have the same. */
function changeOf({ id, kind, listing, version, tool, digest }: Hold): string {
  return kind === 'changed-tool' ? `${listing} ${version} ${digest} ${tool}` : id
}
