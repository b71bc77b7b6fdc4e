import { isFor, type Endpoint } from '../../catalogue/index.ts'
import { isBlocked, isForServer, type Connection } from '../../connections/index.ts'
import type { Caller } from '../gateway.ts'
import { goneFrom, stopped } from '../hold-call.ts'
import { movedAway } from '../connection-of.ts'
import type { HandlerDependencies } from '../handle-post.ts'
import { liveEndpoint } from '../live-endpoint.ts'
import { listKinds, type ListKind, type Wanted } from '../list-kinds.ts'
import type { ListSubject, ServerList } from '../server-lists.ts'
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

/** Everything of a kind that the caller may use; every server is asked at the same time, and none is waited for too long. */
export async function mergedListOf(
  deps: HandlerDependencies,
  caller: Caller,
  kind: ListKind = 'tools',
): Promise<MergedList> {
  const connected = await connectedBy(deps, caller)
  const sources = await Promise.all(
    connected.map(async (one) => ({ endpoint: one.endpoint, list: await listOf(deps, caller, one, kind) })),
  )
  const levels = new Map(connected.map(({ endpoint, connection }) => [endpoint.listing, connection.levels]))
  const held = (endpoint: Endpoint, name: string | undefined): string | undefined => {
    const tool = kind === 'tools' ? name : undefined
    const said = levels.get(endpoint.listing)
    if (said !== undefined && tool !== undefined && isBlocked(said, tool)) return `${tool} is blocked.`
    const hold = deps.holds.forbidding(endpoint, tool)
    return hold && stopped(endpoint, hold).message
  }
  return mergeLists(sources, held, kind)
}

/** What a server that may be called now announces, by the names of its capabilities. */
export interface Announced {
  readonly endpoint: Endpoint
  readonly capabilities: ReadonlyMap<string, unknown>
  /** False for who has not answered, or cannot be asked: then there are none of them. */
  readonly isKnown: boolean
}

/** Of all that the caller has connected; who does not answer in time announces nothing. */
export async function announcedBy(
  deps: HandlerDependencies,
  caller: Caller,
  connected: readonly Connected[],
): Promise<readonly Announced[]> {
  return await Promise.all(
    connected.map(async (one) => {
      const { items } = await listOf(deps, caller, one, 'capabilities')
      const said = (items ?? []).map(({ name, text }) => [name, JSON.parse(text)] as const)
      const capabilities = new Map<string, unknown>(said)
      return { endpoint: one.endpoint, capabilities, isKnown: items !== undefined }
    }),
  )
}

async function listOf(
  deps: HandlerDependencies,
  caller: Caller,
  { endpoint, connection }: Connected,
  wanted: Wanted,
): Promise<ServerList> {
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
  if (here && !dead) return await ask(deps, { endpoint, caller, connection: connection.id }, wanted)
  const { message } = here
    ? await stillNeedsReconnect(deps, { endpoint, connection })
    : movedAway(deps, endpoint)
  return { missing: { reason: message, connectUrl: connectLink(deps, endpoint.slug) } }
}

/** Who has no prompts or no resources is not asked for them. */
async function ask(deps: HandlerDependencies, subject: ListSubject, wanted: Wanted): Promise<ServerList> {
  if (wanted === 'tools' || wanted === 'capabilities') return await deps.lists[wanted].of(subject)
  const announced = await deps.lists.capabilities.of(subject)
  if (announced.items === undefined) return announced
  const { capability } = listKinds[wanted]
  const has = announced.items.some(({ name }) => name === capability)
  return has ? await deps.lists[wanted].of(subject) : { items: [] }
}
