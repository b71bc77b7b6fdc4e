import { getRequestListener } from '@hono/node-server'
import {
  createGateway,
  type Caller,
  type Gateway,
  type GatewayDependencies,
  type GatewayLimits,
} from '../src/gateway/index.ts'
import type { Tool } from '../src/catalogue/index.ts'
import { createHolds, type Holds, type HoldsDependencies } from '../src/holds/index.ts'
import type { Viewer } from '../src/kernel/index.ts'
import { createTelemetry, type CallRecord, type Telemetry } from '../src/telemetry/index.ts'
import { connectionsBed, type ConnectionsBed } from './connections-bed.ts'
import type { ManualTimers } from './manual-timers.ts'
import { listen } from './login-server.ts'

/** The gateway over HTTP on top of real connections; access tokens of its callers are entries of a list. */
export interface GatewayBed extends AsyncDisposable {
  readonly origin: string
  readonly connections: ConnectionsBed
  readonly telemetry: Telemetry
  readonly holds: Holds
  /** Another replica's. */
  holdsReplica(): Holds
  /** What a reviewer saw of a connector's tools. */
  approve(slug: string, tools: readonly Tool[]): void
  /** A person's token for one endpoint: that of a slug, or the one for `everything`. Of the client `test` or another. */
  token(viewer: Viewer, slug: string, client?: string): string
  /** Ends what this token belongs to; the token is still taken, as for a while by a replica that has seen it. */
  revoke(token: string): void
  endpoint(slug: string): URL
  /** Connects a person to a server without login. */
  connect(viewer: Viewer, slug: string): Promise<void>
  /** Sends one message as it is. */
  post(
    slug: string,
    token: string | undefined,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** The same at another process of the gateway, which shares the database and nothing else. */
  readonly postElsewhere: GatewayBed['post']
  records(viewer: Viewer): Promise<readonly CallRecord[]>
}

/** In place of a slug: the endpoint for everything that a person has connected. */
export const everything = '*'

export async function gatewayBed(
  limits: Partial<GatewayLimits> = {},
  options: {
    readonly timers?: ManualTimers
    /** Of the pages, and so of our client at other logins. Default: where the gateway listens. */
    readonly publicUrl?: string
  } = {},
): Promise<GatewayBed> {
  let fetchGateway: (request: Request) => Response | Promise<Response> = () =>
    new Response(null, { status: 503 })
  let toNode: Gateway | undefined
  const others = getRequestListener((request) => fetchGateway(request))
  const server = await listen(() => (request, response) => {
    if (toNode?.handles(request) === true) void toNode.nodeHandler(request, response)
    else void others(request, response)
  })
  const url = new URL(server.origin)
  const bed = await connectionsBed({ publicUrl: options.publicUrl ?? server.origin })
  const telemetry = createTelemetry({
    db: bed.database.db,
    clock: bed.clock,
    log: bed.log,
    config: { callRecordMonths: 13 },
  })
  const { db } = bed.database
  const approved = new Map<string, readonly Tool[]>()
  const makeHolds = () => createHolds({ ...bed, db, catalogue: approvals(bed, approved) })
  const holds = makeHolds()
  const tokens = new Map<string, { readonly caller: Caller; readonly endpoint: string }>()
  const revoked = new Set<string>()
  const deps: GatewayDependencies = {
    clock: bed.clock,
    ids: bed.ids,
    vault: bed.vault,
    fetch: bed.fetch,
    log: bed.log,
    config: {
      publicUrl: url,
      gatewayUrl: url,
      authIssuer: new URL('/oauth', url),
      instanceName: 'Connectory',
    },
    catalogue: bed.catalogue,
    connections: bed.connections,
    holds,
    telemetry,
    verifyAccessToken: (token, endpoint) => {
      const known = tokens.get(token)
      if (known === undefined) return Promise.resolve({ refused: 'invalid' })
      return Promise.resolve(known.endpoint === endpoint.href ? known.caller : { refused: 'wrong-audience' })
    },
    grantsStanding: (grants) => Promise.resolve(new Set(grants.filter((grant) => !revoked.has(grant)))),
    limits,
    ...(options.timers !== undefined && { after: options.timers.after }),
  }
  const gateway = createGateway(deps)
  let another: Gateway | undefined
  const endpoint = (slug: string): URL =>
    slug === everything ? gateway.mergedEndpoint : gateway.endpoint(slug)
  toNode = gateway
  const app = gateway.routes()
  fetchGateway = (request) => app.fetch(request)
  return {
    origin: server.origin,
    connections: bed,
    telemetry,
    holds,
    holdsReplica: makeHolds,
    approve: (slug, tools) => void approved.set(slug, tools),
    token(viewer, slug, client = 'test') {
      const token = `token-${tokens.size}`
      const { person, organisation } = viewer
      const caller = { person, organisation, client, scopes: new Set<string>(), grant: token }
      tokens.set(token, { caller, endpoint: endpoint(slug).href })
      return token
    },
    endpoint,
    revoke: (token) => void revoked.add(token),
    async connect(viewer, slug) {
      const outcome = await bed.connections.begin(viewer, slug)
      if (outcome.kind !== 'connected') throw new Error(JSON.stringify(outcome))
    },
    post: (...message) => fetch(requestOf(endpoint(message[0]), ...message)),
    async postElsewhere(...message) {
      another ??= createGateway(deps)
      return await another.routes().fetch(requestOf(endpoint(message[0]), ...message))
    },
    async records(viewer) {
      await telemetry.flush()
      return await telemetry.recent(viewer.organisation, 100)
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await holds.settled()
      await telemetry.flush()
      await bed[Symbol.asyncDispose]()
    },
  }
}

/** A bed in which Ada is connected to the server at this address, as `tool`. */
export async function connectedBed(
  url: string,
  timers?: ManualTimers,
): Promise<{ readonly bed: GatewayBed; readonly ada: Viewer }> {
  const bed = await gatewayBed({}, timers && { timers })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', url)
  await bed.connect(ada, 'tool')
  return { bed, ada }
}

function requestOf(
  endpoint: URL,
  ...[_slug, token, body, headers = {}]: Parameters<GatewayBed['post']>
): Request {
  return new Request(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

function approvals(
  { catalogue }: ConnectionsBed,
  approved: ReadonlyMap<string, readonly Tool[]>,
): HoldsDependencies['catalogue'] {
  return {
    byId: (id) => catalogue.byId(id),
    async bySlug(slug) {
      const endpoint = await catalogue.endpointOf(slug)
      return endpoint && (await catalogue.byId(endpoint.listing))
    },
    async shownVersion(id) {
      const listing = await catalogue.byId(id)
      const tools = approved.get(listing?.slug ?? '')
      const endpoint = await catalogue.endpointOf(listing?.slug ?? '')
      return endpoint && tools && { version: endpoint.version, tools }
    },
  }
}

/** A modern request: the body and the headers that repeat it. */
export function modern(
  method: string,
  params: Record<string, unknown> = {},
  meta: Record<string, unknown> = {},
): { readonly body: Record<string, unknown>; readonly headers: Record<string, string> } {
  const envelope = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
    ...meta,
  }
  return {
    body: { jsonrpc: '2.0', id: 7, method, params: { ...params, _meta: envelope } },
    headers: {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof params['name'] === 'string' && { 'mcp-name': params['name'] }),
    },
  }
}
