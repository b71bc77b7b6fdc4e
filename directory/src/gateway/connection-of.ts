import type { Endpoint } from '../catalogue/index.ts'
import { isForServer, type Connection } from '../connections/index.ts'
import { andThen, type Soon } from '../kernel/index.ts'
import type { Caller, GatewayDependencies } from './gateway.ts'
import { codes, Refusal } from './rpc-error.ts'
import { connectLink } from './upstream.ts'

type Deps = Pick<GatewayDependencies, 'connections' | 'config'>

/**
 * The caller's connection to this server. Tokens that were given for another address are not sent to this one: the
 * person connects again.
 * @throws Refusal with the link to connect
 */
export function connectionOf(
  deps: Deps,
  endpoint: Endpoint,
  { person, organisation }: Pick<Caller, 'person' | 'organisation'>,
): Soon<Connection> {
  return andThen(
    deps.connections.find({ person, organisation, listing: endpoint.listing }),
    toThisServer,
    deps,
    endpoint,
  )
}

function toThisServer(connection: Connection | undefined, deps: Deps, endpoint: Endpoint): Connection {
  if (connection === undefined) throw notConnected(deps, endpoint)
  if (isForServer(connection, endpoint.serverUrl)) return connection
  throw movedAway(deps, endpoint)
}

export function notConnected(deps: Deps, { name, slug }: Endpoint): Refusal {
  const connectUrl = connectLink(deps, slug)
  return new Refusal(
    200,
    codes.notConnected,
    `You are not connected to ${name}. Connect at ${connectUrl} and try again.`,
    { connectUrl },
    'not-connected',
  )
}

export function movedAway(deps: Deps, { name, slug }: Endpoint): Refusal {
  const connectUrl = connectLink(deps, slug)
  return new Refusal(
    200,
    codes.notConnected,
    `${name} has moved to another address since you connected it. Connect again at ${connectUrl}`,
    { connectUrl },
    'needs-reconnect',
  )
}
