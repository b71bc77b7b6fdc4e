import { isFor, type Endpoint } from '../../catalogue/index.ts'
import type { Caller } from '../gateway.ts'
import type { HandlerDependencies } from '../handle-post.ts'
import { liveEndpoint } from '../live-endpoint.ts'
import type { Listed } from '../read-list.ts'
import { ownersOf } from './merge-lists.ts'
import { connectedBy } from './sources.ts'
import { isSlug, offeredName, splitName } from './tool-names.ts'

/** Whose tool or prompt has this name; undefined when nobody's has. */
export async function ownerOfName(
  deps: HandlerDependencies,
  caller: Caller,
  name: string,
): Promise<Endpoint | undefined> {
  const parts = splitName(name)
  if (parts === undefined) return undefined
  if (isSlug(parts.prefix)) return await connectorOf(deps, caller, parts.prefix)
  return ownersOf(await connectedBy(deps, caller)).get(parts.prefix)
}

/** Undefined when there is none for this caller. */
export async function connectorOf(
  deps: HandlerDependencies,
  caller: Caller,
  slug: string,
): Promise<Endpoint | undefined> {
  const endpoint = liveEndpoint(await deps.catalogue.endpointOf(slug))
  return endpoint !== undefined && isFor(endpoint, caller) ? endpoint : undefined
}

interface Place {
  readonly endpoint: Endpoint
  readonly caller: Caller
  readonly kind: 'tools' | 'prompts'
}

/** What its server lists under the name that is offered as this one. What is in no list may still be there: its server knows. */
export async function listedAs(
  deps: HandlerDependencies,
  { endpoint, caller, kind }: Place,
  name: string,
): Promise<Listed | undefined> {
  const { person, organisation } = caller
  const connection = await deps.connections.find({ person, organisation, listing: endpoint.listing })
  if (connection?.state !== 'connected') return undefined
  const { items = [] } = await deps.lists[kind].of({ endpoint, caller, connection: connection.id })
  return items.find((item) => offeredName(endpoint.slug, item.name) === name)
}
