import { getRequestListener } from '@hono/node-server'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { pino } from 'pino'
import { createAccounts, createClientAddress, type Accounts } from '../src/accounts/index.ts'
import { createAuthorization, type Authorization } from '../src/authorization/index.ts'
import { createIds, createVault, manualClock, type AppEnv, type ManualClock } from '../src/kernel/index.ts'
import { createOrganisations } from '../src/organisations/index.ts'
import { createWeb, routePath } from '../src/web/index.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { quickPasswords } from './quick-passwords.ts'

export interface TlsIdentity {
  readonly key: string
  readonly cert: string
}

export interface AuthorizationBed extends AsyncDisposable {
  readonly database: TestDatabase
  readonly clock: ManualClock
  readonly accounts: Accounts
  readonly authorization: Authorization
  readonly url: URL
  /** Two connectors of the same gateway. */
  readonly notes: URL
  readonly files: URL
  /** Every line that was logged. */
  readonly logged: () => string
}

/** Accounts and authorization behind a real HTTP server, with two tiny MCP servers that take its tokens. */
export async function authorizationBed(
  options: { readonly tls?: TlsIdentity; readonly fetch?: typeof globalThis.fetch } = {},
): Promise<AuthorizationBed> {
  const database = await testDatabase()
  const { server, url } = await listen(options.tls)
  const clock = manualClock(new Date())
  const ids = createIds(clock)
  const vault = createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(9) }])
  const clientAddress = createClientAddress([])
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  const organisations = createOrganisations({ clock, ids })
  const kernel = { db: database.db, vault, clock, ids, clientAddress }
  const accounts = await createAccounts({
    ...kernel,
    organisations,
    publicUrl: url,
    passwords: quickPasswords,
  })
  const endpoints = new Map([
    [new URL('/c/notes/mcp', url).href, { name: 'Notes' }],
    [new URL('/c/files/mcp', url).href, { name: 'Files' }],
  ])
  const authorization = await createAuthorization({
    ...kernel,
    log,
    authUrl: url,
    accounts,
    endpointAt: async (resource) => endpoints.get(resource),
    fetch: options.fetch ?? refuseToFetch,
  })
  server.on('request', dispatch(authorization, pages(accounts, authorization, url)))
  return {
    database,
    clock,
    accounts,
    authorization,
    url,
    notes: new URL('/c/notes/mcp', url),
    files: new URL('/c/files/mcp', url),
    logged: () => lines.join(''),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      await database[Symbol.asyncDispose]()
    },
  }
}

function refuseToFetch(): Promise<Response> {
  throw new Error('This test fetches nothing from strangers.')
}

async function listen(tls: TlsIdentity | undefined): Promise<{ server: Server; url: URL }> {
  const server = tls === undefined ? createServer() : createTlsServer(tls)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    server,
    url: new URL(tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`),
  }
}

function dispatch(authorization: Authorization, app: Hono<AppEnv>): RequestListener {
  const rest = getRequestListener(app.fetch)
  return (request, response) => {
    if (authorization.handles(request)) void authorization.nodeHandler(request, response)
    else void rest(request, response)
  }
}

function pages(accounts: Accounts, authorization: Authorization, publicUrl: URL): Hono<AppEnv> {
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl,
    key: new Uint8Array(32).fill(7),
    bearerPaths: ['/c'],
    reportFault: (error) => console.error(error),
  })
  const app = new Hono<AppEnv>({ getPath: routePath })
  app.use(...web.before)
  app.use(async (c, next) => {
    c.set('viewer', await accounts.viewerOf(c.req.raw))
    await next()
  })
  app.use(web.protectForms)
  app.route('/', web.routes())
  app.route('/', accounts.routes())
  app.route('/', authorization.routes())
  app.route('/', protectedServers(authorization, publicUrl))
  app.get('/', (c) => c.text('home'))
  app.onError(web.onError)
  app.notFound(web.notFound)
  return app
}

/** As the gateway does it: 401 with the way to the metadata (RFC 9728), then the token for exactly this endpoint. */
function protectedServers(authorization: Authorization, publicUrl: URL): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const mcp = createMcpHandler(() => {
    const server = new McpServer({ name: 'bed', version: '1.0.0' })
    server.registerTool('ping', { description: 'Answers' }, async () => ({
      content: [{ type: 'text', text: 'pong' }],
    }))
    return server
  })
  app.get('/.well-known/oauth-protected-resource/c/:slug/mcp', (c) =>
    c.json({
      resource: new URL(`/c/${c.req.param('slug')}/mcp`, publicUrl).href,
      authorization_servers: [authorization.issuer],
    }),
  )
  app.all('/c/:slug/mcp', async (c) => {
    const endpoint = new URL(`/c/${c.req.param('slug')}/mcp`, publicUrl).href
    const [, token = ''] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? []
    const holder = await authorization.verifyAccessToken(token, endpoint)
    if (!('refused' in holder)) return await mcp.fetch(c.req.raw)
    const metadata = new URL(`/.well-known/oauth-protected-resource/c/${c.req.param('slug')}/mcp`, publicUrl)
    c.header('www-authenticate', `Bearer error="invalid_token", resource_metadata="${metadata.href}"`)
    return c.json({ error: holder.refused }, 401)
  })
  return app
}
