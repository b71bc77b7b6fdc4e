import type { Endpoint } from '../catalogue/index.ts'
import { BoundedMap } from '../kernel/index.ts'
import type { ConnectionsDependencies } from './connections.ts'
import type { Connection } from './model.ts'
import { approvedKinds } from './set-levels.ts'
import { isAllowedNow, levelOf, needsHints, type ToolKind, type ToolLevel } from './tool-levels.ts'

/** So many versions' hints are remembered. */
const mostVersions = 1_000

/** The level of a call from what came with its connection; what was approved is read once for a version. */
export function createToolLevel(deps: Pick<ConnectionsDependencies, 'clock' | 'catalogue'>) {
  const versions = new BoundedMap<string, Promise<ReadonlyMap<string, ToolKind>>>(mostVersions)
  const kindsOf = (endpoint: Endpoint): Promise<ReadonlyMap<string, ToolKind>> => {
    const key = `${endpoint.listing} ${endpoint.version}`
    const known = versions.get(key)
    if (known !== undefined) return known
    const asked = approvedKinds(deps, endpoint)
    versions.set(key, asked)
    asked.catch(() => versions.delete(key, asked))
    return asked
  }
  return async (
    { levels }: Pick<Connection, 'levels'>,
    endpoint: Endpoint,
    tool: string,
  ): Promise<ToolLevel> => {
    if (levels === undefined) return 'allow'
    const kind = needsHints(levels, tool) ? ((await kindsOf(endpoint)).get(tool) ?? 'write') : 'write'
    const level = levelOf(levels, tool, kind)
    return level === 'ask' && isAllowedNow(levels, tool, deps.clock.now()) ? 'allow' : level
  }
}
