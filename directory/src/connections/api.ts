import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { gatewayEndpoint } from '../catalogue/index.ts'
import {
  parseId,
  Problem,
  requireViewer,
  type AppEnv,
  type ConnectionId,
  type Viewer,
} from '../kernel/index.ts'
import { refuseInvalid } from '../web/index.ts'
import { address, bearer, description, json, problem } from './api-parts.ts'
import { levelsApi } from './api-levels.ts'
import type { Connections, ConnectionsDependencies } from './connections.ts'

/** Port of the authorization server and the accounts, for the programs of people who are connected. */
export interface ConnectionsAccess {
  /** What a token for these routes is for (RFC 8707). */
  readonly resource: string
  /** Whom the token speaks for; undefined when it is not for this resource. */
  readonly viewerOf: (token: string) => Promise<Viewer | undefined>
}

/** What a token for these routes is for. */
export function connectionsResource({ publicUrl }: { readonly publicUrl: URL }): string {
  return new URL(address, publicUrl).href
}

const connectionSchema = z
  .object({
    id: z.uuid(),
    connector: z.string().openapi({ description: 'Its slug' }),
    endpoint: z.url().openapi({ description: 'Where a client calls it' }),
    state: z.enum(['connected', 'needs-reconnect']),
    connectedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .openapi('Connection')

const listRoute = createRoute({
  method: 'get',
  path: address,
  tags: ['Connections'],
  summary: 'What you have connected',
  description,
  request: { headers: bearer },
  responses: {
    200: {
      description: 'All of it',
      content: json(z.object({ connections: z.array(connectionSchema) })),
    },
    401: problem('No token, or one for another address'),
  },
})

const disconnectRoute = createRoute({
  method: 'post',
  path: `${address}/{id}/disconnect`,
  tags: ['Connections'],
  summary: 'Disconnect: delete the tokens of a connection',
  description,
  request: { headers: bearer, params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: 'It is gone here',
      content: json(
        z.object({
          disconnected: z.uuid(),
          atServer: z.enum(['not-asked', 'ended', 'unconfirmed']).openapi({
            description: 'What became of the tokens at the server; not asked: they stay valid until they end',
          }),
        }),
      ),
    },
    401: problem('No token, or one for another address'),
    404: problem('There is no such connection of yours'),
  },
})

export function connectionsApi(
  { catalogue, config }: Pick<ConnectionsDependencies, 'catalogue' | 'config'>,
  verbs: Pick<Connections, 'list' | 'disconnect' | 'levels' | 'setLevels'>,
  access: ConnectionsAccess,
): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  // Before anything of the request is judged.
  for (const path of [address, `${address}/*`]) {
    app.use(path, async (c, next) => {
      c.set('viewer', await viewerOf(c, access))
      c.header('cache-control', 'no-store')
      await next()
    })
  }
  app.openapi(listRoute, async (c) => {
    const all = await verbs.list(requireViewer(c))
    const connections = await Promise.all(
      all.map(async ({ id, listing, state, createdAt, lastUsedAt }) => {
        const slug = (await catalogue.byId(listing))?.slug
        if (slug === undefined) return []
        const endpoint = gatewayEndpoint(config, slug).href
        const times = { connectedAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null }
        return [{ id, connector: slug, endpoint, state, ...times }]
      }),
    )
    return c.json({ connections: connections.flat() }, 200)
  })
  app.openapi(disconnectRoute, async (c) => {
    const id = parseId<ConnectionId>(c.req.valid('param').id)
    if (id === undefined) throw new Problem('not-found', 'You have no such connection.')
    const atServer = await verbs.disconnect(requireViewer(c), id)
    return c.json({ disconnected: id, atServer }, 200)
  })
  levelsApi(app, catalogue, verbs)
  return app
}

async function viewerOf(c: Context<AppEnv>, access: ConnectionsAccess): Promise<Viewer> {
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const viewer = token === undefined ? undefined : await access.viewerOf(token)
  if (viewer !== undefined) return viewer
  throw new Problem(
    'not-signed-in',
    `Send a token for ${access.resource}; make one under /account/access?endpoint=${encodeURIComponent(access.resource)}.`,
  )
}
