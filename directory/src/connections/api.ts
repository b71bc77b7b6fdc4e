import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { gatewayEndpoint } from '../catalogue/index.ts'
import { parseId, Problem, requireViewer, type AppEnv, type ConnectionId } from '../kernel/index.ts'
import { bearerHeader, jsonBody, refuseInvalid, viewerByToken, type TokenAccess } from '../web/index.ts'
import { address, description, refusals } from './api-parts.ts'
import { levelsApi } from './api-levels.ts'
import type { Connections, ConnectionsDependencies } from './connections.ts'

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
  request: { headers: bearerHeader },
  responses: {
    200: {
      description: 'All of it',
      content: jsonBody(z.object({ connections: z.array(connectionSchema) })),
    },
    401: refusals[401],
  },
})

const disconnectRoute = createRoute({
  method: 'post',
  path: `${address}/{id}/disconnect`,
  tags: ['Connections'],
  summary: 'Disconnect: delete the tokens of a connection',
  description,
  request: { headers: bearerHeader, params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: 'It is gone here',
      content: jsonBody(
        z.object({
          disconnected: z.uuid(),
          atServer: z.enum(['not-asked', 'ended', 'unconfirmed']).openapi({
            description: 'What became of the tokens at the server; not asked: they stay valid until they end',
          }),
        }),
      ),
    },
    ...refusals,
  },
})

export function connectionsApi(
  { catalogue, config }: Pick<ConnectionsDependencies, 'catalogue' | 'config'>,
  verbs: Pick<Connections, 'list' | 'disconnect' | 'levels' | 'setLevels'>,
  access: TokenAccess,
): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use(`${address}/*`, viewerByToken(access))
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
