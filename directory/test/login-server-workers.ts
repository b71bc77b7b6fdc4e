import { registerHooks } from 'node:module'
import { getRequestListener } from '@hono/node-server'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { listen, notesServer } from './login-server.ts'

// The library is written for Cloudflare's runtime and needs one thing of it: a class that it compares handlers with.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'cloudflare:workers'
      ? { url: 'data:text/javascript,export class WorkerEntrypoint {}', format: 'module', shortCircuit: true }
      : next(specifier, context),
})

export interface WorkersServer extends AsyncDisposable {
  readonly mcpUrl: string
  readonly issuer: string
  /** The person allows; returns where the browser is sent back to. */
  readonly signIn: (to: URL) => Promise<URL>
}

interface Authorize {
  parseAuthRequest(request: Request): Promise<{ readonly scope: readonly string[] }>
  completeAuthorization(answer: object): Promise<{ readonly redirectTo: string }>
}

/** `@cloudflare/workers-oauth-provider` as the server of both roles, on Node, at one origin. */
export async function startWorkersServer(): Promise<WorkersServer> {
  const { OAuthProvider } = await import('@cloudflare/workers-oauth-provider')
  const server = await listen((origin) => {
    const mcp = createMcpHandler(notesServer)
    const env = { OAUTH_KV: memory(), OAUTH_PROVIDER: undefined as unknown as Authorize }
    const provider = new OAuthProvider<typeof env>({
      apiRoute: '/mcp',
      apiHandler: { fetch: (request: Request) => mcp.fetch(request) },
      defaultHandler: { fetch: (request: Request) => allow(request, env.OAUTH_PROVIDER) },
      authorizeEndpoint: '/authorize',
      tokenEndpoint: '/token',
      clientRegistrationEndpoint: '/register',
      clientIdMetadataDocumentEnabled: false,
      scopesSupported: ['notes', 'offline_access'],
      requiredScopes: ['notes'],
      resourceMetadata: { resource: `${origin}/mcp`, authorization_servers: [origin] },
    })
    const context = { waitUntil() {}, passThroughOnException() {}, props: {} }
    return getRequestListener((request) => provider.fetch(request, env, context as never))
  })
  return {
    mcpUrl: `${server.origin}/mcp`,
    issuer: server.origin,
    async signIn(to) {
      const answer = await fetch(to, { redirect: 'manual' })
      const location = answer.headers.get('location')
      if (location === null) throw new Error(`${answer.status}: ${await answer.text()}`)
      return new URL(location)
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/** A consent page on which everybody has said yes. */
async function allow(request: Request, provider: Authorize): Promise<Response> {
  if (new URL(request.url).pathname !== '/authorize') return new Response(null, { status: 404 })
  const asked = await provider.parseAuthRequest(request)
  const { redirectTo } = await provider.completeAuthorization({
    request: asked,
    userId: 'ada',
    metadata: {},
    scope: asked.scope,
    props: {},
  })
  return Response.redirect(redirectTo, 302)
}

/** What the library uses of Cloudflare's key-value store. */
function memory() {
  const kept = new Map<string, string>()
  return {
    async get(key: string, options?: { readonly type?: string }): Promise<unknown> {
      const value = kept.get(key)
      return value !== undefined && options?.type === 'json' ? JSON.parse(value) : (value ?? null)
    },
    async put(key: string, value: string): Promise<void> {
      kept.set(key, value)
    },
    async delete(key: string): Promise<void> {
      kept.delete(key)
    },
    async list({ prefix = '' }: { readonly prefix?: string } = {}) {
      const keys = [...kept.keys()].filter((name) => name.startsWith(prefix)).map((name) => ({ name }))
      return { keys, list_complete: true }
    },
  }
}
