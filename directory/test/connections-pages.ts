import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv, Viewer } from '../src/kernel/index.ts'
import { createWeb, routePath } from '../src/web/index.ts'
import { connectionsBed, type BedOptions, type ConnectionsBed } from './connections-bed.ts'
import { listen } from './login-server.ts'

export interface ServedConnections extends AsyncDisposable {
  readonly url: URL
  readonly bed: ConnectionsBed
}

/** The pages of connections behind the product's own middleware, over HTTP; the cookie `as` says who looks. */
export async function serveConnections(
  people: (bed: ConnectionsBed) => Readonly<Record<string, Viewer>>,
  options: Omit<BedOptions, 'publicUrl'> = {},
): Promise<ServedConnections> {
  let app = new Hono<AppEnv>()
  const server = await listen(() => getRequestListener((request) => app.fetch(request)))
  const url = new URL(server.origin)
  const bed = await connectionsBed({ ...options, publicUrl: server.origin })
  const known = people(bed)
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl: url,
    key: new Uint8Array(32).fill(7),
    bearerPaths: ['/c', '/oauth-client'],
    reportFault(error) {
      throw error
    },
  })
  app = new Hono<AppEnv>({ getPath: routePath })
  app.use(...web.before)
  app.use(async (c, next) => {
    c.set('viewer', known[getCookie(c, 'as') ?? ''] ?? null)
    await next()
  })
  app.use(web.protectForms)
  app.route('/', web.routes())
  app.route('/', bed.connections.routes())
  app.onError(web.onError)
  app.notFound(web.notFound)
  return {
    url,
    bed,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await bed[Symbol.asyncDispose]()
    },
  }
}
