import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose'
import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider'
import { z } from 'zod'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** An MCP server behind a login that this project did not write. */
export interface LoginServer extends AsyncDisposable {
  readonly mcpUrl: string
  readonly issuer: string
  /** The grant type of each request to the token endpoint, in order. */
  readonly tokenRequests: readonly string[]
  /** Tokens that the MCP server refuses although they are good. */
  readonly refused: Set<string>
  /** What the authorization server has forgotten. */
  forget(what: 'Client' | 'RefreshToken'): void
  /** How many of them the authorization server has. */
  remembers(what: 'RefreshToken'): number
}

export interface LoginServerOptions {
  readonly tls?: Certificate
  /** Life of an access token in seconds; default 3600. */
  readonly accessTtl?: number
  /** Client metadata documents are taken and fetched with this. */
  readonly fetchDocuments?: typeof globalThis.fetch
  /** `iss` in the answer is that of somebody else. */
  readonly wrongIssuer?: boolean
  /** How clients may show who they are; oidc-provider's own list when left out. */
  readonly clientAuthMethods?: ('none' | 'private_key_jwt' | 'client_secret_basic')[]
  /** Only tool calls ask for a token. */
  readonly lazy?: boolean
  /** Scopes that a tool call needs beside `notes`; asked for with a 403. */
  readonly toolScopes?: readonly string[]
  /** Whether it binds tokens to keys, and wants a nonce in proofs. Default: it says that it does, and wants none. */
  readonly dpop?: 'no' | 'with-nonce'
  /** A client that gets tokens for itself. @see RFC 6749 section 4.4 */
  readonly program?: { readonly id: string; readonly secret: string }
}

/** A server whose handler is known only after it has an address. */
export async function listen(
  make: (origin: string) => RequestListener,
  tls?: Certificate,
): Promise<AsyncDisposable & { readonly origin: string }> {
  let handler: RequestListener = (_request, response) => void response.writeHead(503).end()
  const route: RequestListener = (request, response) => handler(request, response)
  const server = tls === undefined ? createHttpServer(route) : createHttpsServer({ ...tls }, route)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`
  handler = make(origin)
  return {
    origin,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

interface GuardingLogin extends Pick<LoginServerOptions, 'lazy' | 'toolScopes'> {
  readonly issuer: string
  readonly refused: ReadonlySet<string>
  keys(): Promise<JSONWebKeySet>
}

/** The resource half: an MCP server that takes JWT access tokens for its own address. */
export function guardedMcp(origin: string, login: GuardingLogin): RequestListener {
  const metadata = `${origin}/.well-known/oauth-protected-resource/mcp`
  const { lazy = false, toolScopes = [] } = login
  // Calls are known by a header that only the newer era has.
  const node = toNodeHandler(
    createMcpHandler(notesServer, { legacy: toolScopes.length > 0 ? 'reject' : 'stateless' }),
  )
  return async (request, response) => {
    const path = request.url?.split('?')[0]
    if (path === '/.well-known/oauth-protected-resource/mcp') {
      const document = {
        resource: `${origin}/mcp`,
        authorization_servers: [login.issuer],
        scopes_supported: ['notes'],
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document))
      return
    }
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const calls = request.headers['mcp-method'] === 'tools/call'
    const scopes = await scopesOf(token, origin, login)
    if (calls && scopes !== undefined && !toolScopes.every((scope) => scopes.includes(scope))) {
      const wanted = `Bearer error="insufficient_scope", scope="${toolScopes.join(' ')}"`
      response.writeHead(403, { 'www-authenticate': `${wanted}, resource_metadata="${metadata}"` }).end()
      return
    }
    if (scopes === undefined && (calls || !lazy)) {
      response
        .writeHead(401, { 'www-authenticate': `Bearer resource_metadata="${metadata}", scope="notes"` })
        .end()
      return
    }
    await node(request as IncomingMessage & { method: string; url: string }, response)
  }
}

/** Undefined for a token that is not good here. */
async function scopesOf(
  token: string,
  origin: string,
  login: GuardingLogin,
): Promise<readonly string[] | undefined> {
  if (token === '' || login.refused.has(token)) return undefined
  try {
    const options = { issuer: login.issuer, audience: `${origin}/mcp` }
    const { payload } = await jwtVerify(token, createLocalJWKSet(await login.keys()), options)
    const { scope } = payload
    return typeof scope === 'string' ? scope.split(' ') : []
  } catch {
    return undefined
  }
}

export function notesServer(): McpServer {
  const server = new McpServer({ name: 'notes', version: '1.0.0' })
  server.registerTool(
    'list_notes',
    { description: 'Lists notes.', inputSchema: z.object({}), annotations: { readOnlyHint: true } },
    (context) => {
      void context
      return { content: [{ type: 'text', text: 'milk' }] }
    },
  )
  return server
}

/** oidc-provider in front of an MCP server, at one origin. Its sign-in page has two buttons and no password. */
export async function startOidcServer(options: LoginServerOptions = {}): Promise<LoginServer> {
  const tokenRequests: string[] = []
  const refused = new Set<string>()
  const records = new Map<string, AdapterPayload>()
  let issuer = ''
  const server = await listen((origin) => {
    issuer = origin
    const { provider, keys } = createProvider(origin, records, options)
    const oidc = provider.callback() as RequestListener
    const mcp = guardedMcp(origin, { ...options, issuer: origin, refused, keys: () => Promise.resolve(keys) })
    return async (request, response) => {
      const path = request.url?.split('?')[0] ?? ''
      if (path === '/mcp' || path.startsWith('/.well-known/oauth-protected-resource'))
        return mcp(request, response)
      if (path.startsWith('/sign-in/')) return await interact(provider, request, response)
      if (path === '/token') request.on('data', (chunk: Buffer) => noteGrant(chunk, tokenRequests))
      if (options.wrongIssuer === true) foreignIssuer(response)
      return oidc(request, response)
    }
  }, options.tls)
  return {
    mcpUrl: `${issuer}/mcp`,
    issuer,
    tokenRequests,
    refused,
    forget(what) {
      for (const key of records.keys()) if (key.startsWith(`${what}:`)) records.delete(key)
    },
    remembers: (what) => [...records.keys()].filter((key) => key.startsWith(`${what}:`)).length,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function noteGrant(chunk: Buffer, tokenRequests: string[]): void {
  const grant = new URLSearchParams(chunk.toString('utf8')).get('grant_type')
  if (grant !== null) tokenRequests.push(grant)
}

/** Changes the `iss` of the redirect back, as a server in the middle would. @see RFC 9207 section 1 */
function foreignIssuer(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) =>
    setHeader(
      name,
      name.toLowerCase() === 'location' && typeof value === 'string'
        ? value.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://evil.example')}`)
        : value,
    )
}

function createProvider(origin: string, records: Map<string, AdapterPayload>, options: LoginServerOptions) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = {
    ...privateKey.export({ format: 'jwk' }),
    kty: 'EC' as const,
    kid: 'one',
    alg: 'ES256',
    use: 'sig',
  }
  const { fetchDocuments } = options
  const provider = new Provider(origin, {
    adapter: (model) => recordsOf(model, records),
    jwks: { keys: [key] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    cookies: { keys: ['test'] },
    scopes: ['notes', 'write', 'offline_access'],
    responseTypes: ['code'],
    ...(options.clientAuthMethods && { clientAuthMethods: options.clientAuthMethods }),
    pkce: { required: () => true },
    ...(options.program && {
      clients: [
        {
          client_id: options.program.id,
          client_secret: options.program.secret,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        },
      ],
    }),
    rotateRefreshToken: true,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: options.accessTtl ?? 3600,
      RefreshToken: 86_400,
      Grant: 86_400,
      Session: 86_400,
      Interaction: 600,
      ClientCredentials: 600,
    },
    ...(fetchDocuments !== undefined && { fetch: fetchDocuments }),
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      revocation: { enabled: true },
      dPoP: {
        enabled: options.dpop !== 'no',
        nonceSecret: Buffer.alloc(32, 5),
        requireNonce: () => options.dpop === 'with-nonce',
      },
      clientCredentials: { enabled: options.program !== undefined },
      ...(fetchDocuments !== undefined && { clientIdMetadataDocument: { enabled: true, ack: 'draft-02' } }),
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => ({
          scope: 'notes write',
          audience: resource,
          accessTokenTTL: options.accessTtl ?? 3600,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  })
  const { d: _private, ...open } = key
  return { provider, keys: { keys: [open] } as JSONWebKeySet }
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(signInPage)
    return
  }
  const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString('utf8'))
  if (form.get('answer') !== 'allow') {
    await provider.interactionFinished(request, response, {
      error: 'access_denied',
      error_description: 'No.',
    })
    return
  }
  const grant = new provider.Grant({ accountId: 'ada', clientId: String(params['client_id']) })
  grant.addOIDCScope('openid offline_access notes write')
  grant.addResourceScope(String(params['resource']), 'notes write')
  await provider.interactionFinished(request, response, {
    login: { accountId: 'ada' },
    consent: { grantId: await grant.save() },
  })
}

const signInPage = `<!doctype html><html lang="en"><title>Notes</title><h1>Allow?</h1>
<form method="post"><button name="answer" value="allow">Allow</button><button name="answer" value="deny">Deny</button></form>`

function recordsOf(model: string, records: Map<string, AdapterPayload>): Adapter {
  const keyOf = (id: string): string => `${model}:${id}`
  return {
    async upsert(id, payload) {
      records.set(keyOf(id), payload)
    },
    async find(id) {
      return records.get(keyOf(id))
    },
    async findByUid(uid) {
      return [...records].find(([key, payload]) => key.startsWith(`${model}:`) && payload.uid === uid)?.[1]
    },
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      const payload = records.get(keyOf(id))
      if (payload !== undefined) payload.consumed = true
    },
    async destroy(id) {
      records.delete(keyOf(id))
    },
    async revokeByGrantId(grantId) {
      for (const [key, payload] of records) if (payload.grantId === grantId) records.delete(key)
    },
  }
}

/** When a JWT access token ends, in milliseconds. */
export function endOf(token: string): number {
  return (decodeJwt(token).exp ?? 0) * 1000
}
