import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Problem, type AppEnv } from '../kernel/index.ts'
import { problemAnswer, publicRead, refuseInvalid } from '../web/index.ts'
import type { CatalogueDependencies } from './catalogue.ts'
import { registryVersion } from './model.ts'
import { readCursor, writeCursor } from './registry-cursor.ts'
import { registryEntry } from './registry-entry.ts'
import { listForRegistry, versionsForRegistry, type RegistryRow } from './store-registry.ts'

const official = z.object({
  status: z.enum(['active', 'deprecated', 'deleted']),
  statusChangedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  isLatest: z.boolean(),
})

const entrySchema = z
  .object({
    server: z
      .object({
        $schema: z.url(),
        name: z.string(),
        title: z.string(),
        description: z.string(),
        version: z.string(),
        websiteUrl: z.url(),
        remotes: z.array(z.object({ type: z.literal('streamable-http'), url: z.url() })),
      })
      .openapi('ServerDetail'),
    _meta: z.looseObject({ 'io.modelcontextprotocol.registry/official': official }),
  })
  .openapi('ServerResponse')

const listSchema = z
  .object({
    servers: z.array(entrySchema),
    metadata: z.object({ nextCursor: z.string().optional(), count: z.number() }),
  })
  .openapi('ServerList')

const flag = z.enum(['true', 'false']).default('false')
const serverName = z.string().openapi({ description: 'URL-encoded name, such as com.example%2Fmail' })
const tags = ['MCP Registry']

const listRoute = createRoute({
  method: 'get',
  path: '/v0.1/servers',
  tags,
  summary: 'List servers in the shape of the MCP Registry',
  request: {
    query: z.object({
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
      search: z.string().max(200).optional().openapi({ description: 'Part of the name' }),
      updated_since: z.iso.datetime({ offset: true }).optional(),
      version: z.string().max(255).optional().openapi({ description: '"latest" or an exact version' }),
      include_deleted: flag,
    }),
  },
  responses: {
    200: { description: 'Servers', content: { 'application/json': { schema: listSchema } } },
    422: problemAnswer('A parameter is wrong'),
  },
})

const versionsRoute = createRoute({
  method: 'get',
  path: '/v0.1/servers/{serverName}/versions',
  tags,
  summary: 'All versions of a server, the newest first',
  request: { params: z.object({ serverName }), query: z.object({ include_deleted: flag }) },
  responses: {
    200: { description: 'Versions', content: { 'application/json': { schema: listSchema } } },
    404: problemAnswer('No such server'),
  },
})

const versionRoute = createRoute({
  method: 'get',
  path: '/v0.1/servers/{serverName}/versions/{version}',
  tags,
  summary: 'One version of a server; "latest" is the newest',
  request: {
    params: z.object({ serverName, version: z.string() }),
    query: z.object({ include_deleted: flag }),
  },
  responses: {
    200: { description: 'The version', content: { 'application/json': { schema: entrySchema } } },
    404: problemAnswer('No such server or version'),
  },
})

/** The read side of the official registry's API, over what is listed here. @see protocol.md 3d */
export function registryApi({ db, config }: CatalogueDependencies): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use('/v0.1/*', ...publicRead)
  const versionsOf = async (name: string, withDeleted: boolean): Promise<readonly RegistryRow[]> => {
    const rows = await versionsForRegistry(db, name)
    const shown = rows.filter((row) => withDeleted || row.state === 'published')
    if (shown.length === 0) throw new Problem('not-found', `No server is listed under "${name}".`)
    return shown
  }
  app.openapi(listRoute, async (c) => {
    const query = c.req.valid('query')
    const rows = await listForRegistry(db, {
      after: query.cursor === undefined ? undefined : readCursor(query.cursor),
      limit: query.limit + 1,
      search: query.search,
      updatedSince: query.updated_since === undefined ? undefined : new Date(query.updated_since),
      version: query.version === undefined ? undefined : wantedVersion(query.version),
      withDeleted: query.include_deleted === 'true' || query.updated_since !== undefined,
    })
    return c.json(page(rows, query.limit, config), 200)
  })
  app.openapi(versionsRoute, async (c) => {
    const rows = await versionsOf(
      c.req.valid('param').serverName,
      c.req.valid('query').include_deleted === 'true',
    )
    return c.json(page(rows, rows.length, config), 200)
  })
  app.openapi(versionRoute, async (c) => {
    const { serverName: name, version } = c.req.valid('param')
    const rows = await versionsOf(name, c.req.valid('query').include_deleted === 'true')
    const row = rows.find((each) =>
      version === 'latest' ? each.latest : registryVersion(each.version) === version,
    )
    if (row === undefined) throw new Problem('not-found', `"${name}" has no version "${version}".`)
    return c.json(registryEntry(row, config), 200)
  })
  return app
}

function page(rows: readonly RegistryRow[], limit: number, config: CatalogueDependencies['config']) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    servers: shown.map((row) => registryEntry(row, config)),
    metadata: {
      count: shown.length,
      ...(more ? { nextCursor: writeCursor({ name: last.registryName, version: last.version }) } : {}),
    },
  }
}

/** A version that cannot be one of ours matches nothing; that is an empty list, no mistake. */
function wantedVersion(text: string): number | 'latest' {
  if (text === 'latest') return 'latest'
  const number = /^(\d{1,9})\.0\.0$/.exec(text)?.[1]
  return number === undefined ? 0 : Number(number)
}
