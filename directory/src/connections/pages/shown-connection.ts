import { gatewayEndpoint } from '../../catalogue/index.ts'
import { connectorPage } from '../addresses.ts'
import type { ConnectionsDependencies } from '../connections.ts'
import type { Connection } from '../model.ts'

/** A connection with what its page says of the connector; `live` is false when the connector was removed or delisted. */
export interface ShownConnection {
  readonly connection: Connection
  readonly name: string
  readonly slug: string
  readonly tools: readonly string[]
  /** Where MCP clients call it. */
  readonly endpoint: URL
  readonly live: boolean
  /** The server kept failing and what followed from it, or it was taken down. */
  readonly trouble: 'hidden' | 'delisted' | undefined
  /** Why nobody may call it now. */
  readonly stopped: string | undefined
  /** Where its page is. */
  readonly page: string
}

type Deps = Pick<ConnectionsDependencies, 'catalogue' | 'config' | 'stopped'>

export async function showConnection(
  deps: Deps,
  connection: Connection,
): Promise<ShownConnection | undefined> {
  const listing = await deps.catalogue.byId(connection.listing)
  if (listing === undefined) return undefined
  const [endpoint, version] = await Promise.all([
    deps.catalogue.endpointOf(listing.slug),
    deps.catalogue.shownVersion(listing.id),
  ])
  const state = endpoint?.state
  return {
    connection,
    name: version?.name ?? endpoint?.name ?? listing.slug,
    slug: listing.slug,
    tools: (version?.tools ?? []).map(({ name, title }) => title ?? name),
    endpoint: gatewayEndpoint(deps.config, listing.slug),
    live: state !== undefined && state !== 'closed' && state !== 'removed' && state !== 'delisted',
    trouble: state === 'hidden' || state === 'delisted' ? state : undefined,
    // What was removed is gone for another reason than a stop that it had before.
    stopped: state === 'removed' ? undefined : endpoint && deps.stopped?.(endpoint),
    page: connectorPage(listing),
  }
}
