import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Provider } from 'oidc-provider'
import { normalClientMetadata } from './client-metadata.ts'
import type { AuthorizationContext } from './create-authorization.ts'
import { mountPath } from './provider.ts'
import { normalScope } from './scopes.ts'
import { countRegistration } from './store.ts'

/** RFC 8414 section 3.1 puts the well-known part before the issuer's path; OpenID puts it behind. */
const wellKnown: Readonly<Record<string, string>> = {
  [`/.well-known/oauth-authorization-server${mountPath}`]: '/.well-known/oauth-authorization-server',
  [`/.well-known/openid-configuration${mountPath}`]: '/.well-known/openid-configuration',
}

const registrations = { most: 30, windowMs: 3600_000, maxBytes: 32 * 1024 } as const

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/'
}

/** Paths of the authorization server: dispatched before Hono, which would lose a response that Koa has written. */
export function handles(request: IncomingMessage): boolean {
  const path = pathOf(request)
  return path === mountPath || path.startsWith(`${mountPath}/`) || Object.hasOwn(wellKnown, path)
}

export async function handleOauth(
  context: AuthorizationContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    response.setHeader('x-frame-options', 'DENY')
    const { provider } = await context.current()
    const inner = await prepare(context, request, response, provider)
    if (inner === undefined) return
    const address = context.clientAddress(request) ?? 'unknown'
    await context.turns.as(address, async () => await provider.callback()(inner, response))
  } catch (error) {
    context.log.error({ err: error }, 'The authorization server failed')
    if (!response.headersSent)
      answerJson(response, 500, 'server_error', 'The request could not be answered. Try again.')
    else response.destroy()
  }
}

/** The request as the provider should see it; undefined when it has been answered. */
async function prepare(
  context: AuthorizationContext,
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
): Promise<IncomingMessage | undefined> {
  const path = pathOf(request)
  const inside = wellKnown[path] ?? (path.slice(mountPath.length) || '/')
  writeOrigin(request, context.authUrl)
  dropSession(request, provider)
  const url = `${inside}${inside === '/authorize' ? authorizeQuery(request) : queryOf(request)}`
  // The provider takes what stands before `url` in `originalUrl` for the path that it is mounted at.
  Object.assign(request, { url, originalUrl: `${mountPath}${url}` })
  if (inside !== '/register' || request.method !== 'POST') return request
  if (!(await mayRegister(context, request))) {
    response.setHeader('retry-after', String(registrations.windowMs / 1000))
    answerJson(
      response,
      429,
      'temporarily_unavailable',
      'Too many registrations from this address. Try again in an hour.',
    )
    return undefined
  }
  return await withNormalMetadata(request)
}

/** Addresses come from AUTH_URL; what the request says about itself is overwritten. @see decisions B6 */
function writeOrigin(request: IncomingMessage, authUrl: URL): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name]
  }
  request.headers.host = authUrl.host
  request.headers['x-forwarded-proto'] = authUrl.protocol.slice(0, -1)
}

/**
 * The provider has no session of its own: who is signed in is asked of accounts at every consent, so that signing out
 * or changing the person takes effect at once.
 */
function dropSession(request: IncomingMessage, provider: Provider): void {
  const name = provider.cookieName('session')
  const cookies = (request.headers.cookie ?? '')
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(`${name}=`) && !cookie.startsWith(`${name}.sig=`))
  request.headers.cookie = cookies.join('; ')
}

function queryOf(request: IncomingMessage): string {
  const url = request.url ?? ''
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at)
}

function authorizeQuery(request: IncomingMessage): string {
  const query = new URLSearchParams(queryOf(request))
  query.set('scope', normalScope(query.get('scope')))
  return `?${query.toString()}`
}

async function mayRegister(context: AuthorizationContext, request: IncomingMessage): Promise<boolean> {
  const [secret = ''] = (await context.ring.current()).cookieKeys
  const address = context.clientAddress(request) ?? 'unknown'
  const key = createHmac('sha256', secret).update(`register ${address}`).digest('base64url')
  const count = await countRegistration(context.db, context.clock, key, registrations.windowMs)
  return count <= registrations.most
}

/** The same request with the body that `normalClientMetadata` makes of it; what is not JSON stays for the provider. */
async function withNormalMetadata(request: IncomingMessage): Promise<IncomingMessage> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= registrations.maxBytes) chunks.push(chunk)
  }
  const text = size > registrations.maxBytes ? '' : Buffer.concat(chunks).toString('utf8')
  const body = Buffer.from(normalBody(text))
  const headers = { ...request.headers, 'content-length': String(body.length) }
  const { method, url, socket, httpVersion } = request
  return Object.assign(Readable.from([body], { objectMode: false }), {
    headers,
    method,
    url,
    originalUrl: `${mountPath}${url ?? ''}`,
    socket,
    httpVersion,
  }) as unknown as IncomingMessage
}

function normalBody(text: string): string {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return text
    return JSON.stringify(normalClientMetadata(body as Readonly<Record<string, unknown>>, 'registration'))
  } catch {
    return text
  }
}

function answerJson(response: ServerResponse, status: number, error: string, description: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.setHeader('cache-control', 'no-store')
  response.end(JSON.stringify({ error, error_description: description }))
}
