import { isFor, type Endpoint } from '../../catalogue/index.ts'
import { isBlocked, isForServer, type Connection } from '../../connections/index.ts'
import type { Caller } from '../gateway.ts'
import { goneFrom, stopped } from '../hold-call.ts'
import { movedAway } from '../connection-of.ts'
import type { HandlerDependencies } from '../handle-post.ts'
import { liveEndpoint } from '../live-endpoint.ts'
import type { ToolList } from '../tool-lists.ts'
import { connectLink, stillNeedsReconnect } from '../upstream.ts'
import { mergeLists, type MergedList } from './merge-lists.ts'

/** A connector that the caller has connected. */
export interface Connected {
  readonly endpoint: Endpoint
  readonly connection: Connection
}

/** Asked for each time, so that what another replica connects or disconnects counts at once. */
export async function connectedBy(
  { connections, catalogue }: Pick<HandlerDependencies, 'connections' | 'catalogue'>,
  caller: Caller,
): Promise<readonly Connected[]> {
  const own = await connections.list(caller)
  const endpoints = await catalogue.endpointsOf(own.map(({ listing }) => listing))
  return own.flatMap((connection) => {
    const endpoint = liveEndpoint(endpoints.find(({ listing }) => listing === connection.listing))
    return endpoint !== undefined && isFor(endpoint, caller) ? [{ endpoint, connection }] : []
  })
}

/** Everything that the caller may call; every server is asked at the same time, and none is waited for too long. */
export async function mergedListOf(deps: HandlerDependencies, caller: Caller): Promise<MergedList> {
  const connected = await connectedBy(deps, caller)
  const sources = await Promise.all(
    connected.map(async (one) => ({ endpoint: one.endpoint, list: await listOf(deps, caller, one) })),
  )
  const levels = new Map(connected.map(({ endpoint, connection }) => [endpoint.listing, connection.levels]))
  return mergeLists(sources, (endpoint, tool) => {
    const said = levels.get(endpoint.listing)
    if (said !== undefined && tool !== undefined && isBlocked(said, tool)) return `${tool} is blocked.`
    const hold = deps.holds.forbidding(endpoint, tool)
    return hold && stopped(endpoint, hold).message
  })
}

async function listOf(
  deps: HandlerDependencies,
  caller: Caller,
  { endpoint, connection }: Connected,
): Promise<ToolList> {
  const stop = deps.holds.forbidding(endpoint, undefined)
  if (stop !== undefined) {
    // Nobody's token goes to a server that was stopped.
    return { missing: { reason: stopped(endpoint, stop).message } }
  }
  const gone = goneFrom(endpoint)
  if (gone !== undefined) {
    return { missing: { reason: gone.message, connectUrl: connectLink(deps, endpoint.slug) } }
  }
  const dead = connection.state === 'needs-reconnect'
  const here = isForServer(connection, endpoint.serverUrl)
  if (here && !dead) return await deps.lists.of({ endpoint, caller, connection: connection.id })
  const { message } = here
    ? await stillNeedsReconnect(deps, { endpoint, connection })
    : movedAway(deps, endpoint)
  return { missing: { reason: message, connectUrl: connectLink(deps, endpoint.slug) } }
}
