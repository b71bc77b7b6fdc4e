import type { RequestListener } from 'node:http'
import { oauthProvider, oauthProviderAuthServerMetadata } from '@better-auth/oauth-provider'
import { betterAuth, type BetterAuthPlugin } from 'better-auth'
import { memoryAdapter, type MemoryDB } from 'better-auth/adapters/memory'
import { toNodeHandler } from 'better-auth/node'
import { jwt } from 'better-auth/plugins'
import type { JSONWebKeySet } from 'jose'
import { guardedMcp, listen } from './login-server.ts'
import { Visitor, type Visit } from './visit.ts'

export interface BetterAuthServer extends AsyncDisposable {
  readonly mcpUrl: string
  readonly issuer: string
  /** Signs in with e-mail and password, allows, and returns where the browser is sent back to. */
  signIn(to: URL, callback: string): Promise<URL>
}

type ServesMetadata = Parameters<typeof oauthProviderAuthServerMetadata>[0]

const models = [
  'user',
  'session',
  'account',
  'verification',
  'jwks',
  'oauthClient',
  'oauthAccessToken',
  'oauthRefreshToken',
  'oauthConsent',
  'oauthResource',
  'oauthClientResource',
  'oauthClientAssertion',
  'rateLimit',
]

/** better-auth with its OAuth provider in front of an MCP server, at one origin; its issuer has a path. */
export async function startBetterAuthServer(): Promise<BetterAuthServer> {
  let issuer = ''
  const server = await listen((origin) => {
    issuer = `${origin}/api/auth`
    const auth = createAuth(origin)
    const handle = toNodeHandler(auth)
    // The plugin's types do not survive exactOptionalPropertyTypes, here and below.
    const metadata = oauthProviderAuthServerMetadata(auth as unknown as ServesMetadata)
    const keys = async (): Promise<JSONWebKeySet> =>
      (await (await auth.handler(new Request(`${issuer}/jwks`))).json()) as JSONWebKeySet
    const mcp = guardedMcp(origin, { issuer, refused: new Set(), keys })
    const route: RequestListener = async (request, response) => {
      const path = request.url?.split('?')[0] ?? ''
      if (path === '/.well-known/oauth-authorization-server/api/auth') {
        const answer = await metadata(new Request(`${origin}${path}`))
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
      } else if (path.startsWith('/api/auth')) await handle(request, response)
      else if (path === '/sign-in' || path === '/consent') response.writeHead(200).end('a page')
      else mcp(request, response)
    }
    return route
  })
  const { origin } = server
  return {
    mcpUrl: `${origin}/mcp`,
    issuer,
    signIn: (to, callback) => signIn(origin, to, callback),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function createAuth(origin: string) {
  const database: MemoryDB = Object.fromEntries(models.map((model) => [model, []]))
  return betterAuth({
    baseURL: origin,
    basePath: '/api/auth',
    secret: 'only for tests, only for tests, only for tests',
    database: memoryAdapter(database),
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    logger: { level: 'error' },
    telemetry: { enabled: false },
    disabledPaths: ['/token'],
    plugins: [
      jwt({ disableSettingJwtHeader: true }),
      oauthProvider({
        loginPage: '/sign-in',
        consentPage: '/consent',
        scopes: ['openid', 'offline_access', 'notes'],
        resources: [`${origin}/mcp`],
        // Its default refuses every client that registered itself.
        enforcePerClientResources: false,
        allowDynamicClientRegistration: true,
        allowUnauthenticatedClientRegistration: true,
        silenceWarnings: { oauthAuthServerConfig: true, openidConfig: true },
      }) as unknown as BetterAuthPlugin,
    ],
  })
}

/** What the pages of such a server would do: post to its API with the signed query that they were opened with. */
async function signIn(origin: string, to: URL, callback: string): Promise<URL> {
  const visitor = new Visitor()
  const post = (path: string, body: object): Promise<Visit> =>
    visitor.open(new URL(`/api/auth${path}`, origin), JSON.stringify(body), 'application/json')
  await post('/sign-up/email', { email: 'ada@example.com', password: 'correct horse battery', name: 'Ada' })
  let next = to
  for (let hop = 0; hop < 10; hop += 1) {
    if (next.href.startsWith(callback)) return next
    let visit: Visit
    if (next.pathname === '/sign-in') {
      const credentials = { email: 'ada@example.com', password: 'correct horse battery' }
      visit = await post('/sign-in/email', { ...credentials, oauth_query: next.search.slice(1) })
    } else if (next.pathname === '/consent') {
      visit = await post('/oauth2/consent', { accept: true, oauth_query: next.search.slice(1) })
    } else visit = await visitor.open(next)
    next = nextAddress(visit)
  }
  throw new Error('The sign-in did not end.')
}

function nextAddress({ headers, text, url, status }: Visit): URL {
  if (headers.location !== undefined) return new URL(headers.location, url)
  const body = /^\s*\{/.test(text) ? (JSON.parse(text) as { url?: string; redirect_uri?: string }) : {}
  const address = body.url ?? body.redirect_uri
  if (address === undefined) throw new Error(`${url.href} answered ${status}: ${text.slice(0, 500)}`)
  return new URL(address, url)
}
