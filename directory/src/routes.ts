import { createMiddleware } from 'hono/factory'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { App } from './app.ts'
import type { AppEnv } from './kernel/index.ts'
import { badgeRoutes, siteRoutes } from './site/index.ts'
import { createWeb, refuseNulInAddress, routePath } from './web/index.ts'

/** Paths that never look at cookies: bearer tokens only, or open to everybody. */
const bearerPaths = [
  '/api',
  '/v0.1',
  '/c',
  '/mcp',
  '/icons',
  '/favicons',
  '/feeds',
  '/.well-known',
  '/oauth-client',
  '/healthz',
  '/readyz',
]

/**
 * Every route of the product on one page. `/oauth/*` is not here: server.ts hands it to the authorization server
 * before this sees it.
 */
export function createRoutes(app: App): OpenAPIHono<AppEnv> {
  const web = createWeb({
    instanceName: app.config.instanceName,
    publicUrl: app.config.publicUrl,
    key: app.formKey,
    bearerPaths,
    unread: (viewer) => app.notices.unread(viewer),
    // A signed report of a server with many tools.
    uploads: { '/proof': 4_194_304, '/drafts/import': 4_194_304 },
    reportFault: (error, requestId) =>
      app.log.error({ err: error, requestId }, 'a request failed by our fault'),
  })
  const routes = new OpenAPIHono<AppEnv>({ getPath: routePath })

  routes.get('/healthz', (c) => c.json({ status: 'alive' }))
  routes.get('/readyz', async (c) => {
    const ready = await app.ready()
    return c.json({ status: ready ? 'ready' : 'the database does not answer' }, ready ? 200 : 503)
  })
  for (const path of ['/c/*', '/.well-known/*']) routes.use(path, refuseNulInAddress)
  // MCP clients: no session, no form token, no language.
  routes.route('/', app.gateway.routes())

  routes.use(...web.before)
  // Pictures in other people's pages: answered before anything looks at a cookie or sets one.
  routes.route('/', badgeRoutes(app))
  routes.use(
    createMiddleware<AppEnv>(async (c, next) => {
      const open = bearerPaths.some((prefix) => c.req.path === prefix || c.req.path.startsWith(`${prefix}/`))
      if (!open) c.set('viewer', await app.accounts.viewerOf(c.req.raw))
      await next()
    }),
  )
  routes.use(web.protectForms)
  routes.onError(web.onError)
  routes.notFound(web.notFound)

  routes.route('/', web.routes())
  routes.route('/', app.catalogue.routes())
  routes.route('/', app.icons.routes())
  routes.route('/', app.monitoring.routes())
  routes.route('/', app.drift.routes())
  routes.route('/', app.upkeep.routes())
  routes.route('/', app.simulations.routes())
  routes.route('/', app.reliability.routes())
  routes.route('/', app.ownership.routes())
  routes.route('/', app.accounts.routes())
  routes.route('/', app.notices.routes())
  routes.route('/', app.holds.routes(app.holdsAccess))
  routes.route('/', app.safety.routes(app.safetyAccess))
  routes.route('/', app.authorization.routes())
  // Before the submissions: their pages have an id where these have words.
  routes.route('/', app.drafts.routes())
  routes.route('/', app.submissions.routes())
  routes.route('/', app.proofs.routes())
  routes.route('/', app.review.routes())
  routes.route('/', app.custom.routes())
  routes.route('/', app.connections.routes(app.connectionsAccess))
  routes.route('/', app.egress.routes())
  routes.route('/', siteRoutes({ publicUrl: app.config.publicUrl }, app))
  routes.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: app.config.instanceName,
      version: '0.1.0',
      description: 'Public data of this directory. Programs may read it without signing in.',
    },
    servers: [{ url: app.config.publicUrl.origin }],
  })
  return routes
}
