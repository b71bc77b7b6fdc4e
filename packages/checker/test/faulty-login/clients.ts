import { empty, json, type Answer, type Call } from './messages.ts'
import { oauthError } from './metadata.ts'
import { unguessable, type Client, type Settings, type World } from './world.ts'

/** POST /register. @see RFC 7591 section 3 */
export function register(call: Call, world: World): Answer {
  const request = objectIn(call.body)
  const listed = request?.['redirect_uris']
  const redirectUris = Array.isArray(listed) ? listed.filter((each) => typeof each === 'string') : []
  if (request === undefined || redirectUris.length === 0) return oauthError('invalid_redirect_uri')
  if (!redirectUris.every((uri) => mayRegister(uri, world.settings)))
    return oauthError('invalid_redirect_uri')
  const id = world.settings.clientIds === 'fresh' ? unguessable('client') : 'client-for-everybody'
  const before = world.clients.get(id)
  const client: Client = {
    id,
    redirectUris: [...(before?.redirectUris ?? []), ...redirectUris],
    registrationToken: before?.registrationToken ?? unguessable('registration'),
  }
  world.clients.set(id, client)
  return json(
    201,
    {
      ...request,
      client_id: id,
      client_id_issued_at: Math.floor(world.now().getTime() / 1000),
      token_endpoint_auth_method: 'none',
      registration_access_token: client.registrationToken,
      registration_client_uri: `${world.issuer}/register/${id}`,
    },
    { 'cache-control': 'no-store', pragma: 'no-cache' },
  )
}

/** DELETE /register/ID. @see RFC 7592 section 2.3 */
export function unregister(call: Call, world: World): Answer {
  const client = world.clients.get(call.url.pathname.replace('/register/', ''))
  if (client === undefined || call.headers.authorization !== `Bearer ${client.registrationToken}`) {
    return empty(401, { 'www-authenticate': 'Bearer error="invalid_token"' })
  }
  world.clients.delete(client.id)
  return empty(204)
}

/** A client that registered, or one that is its own metadata document. */
export function clientOf(id: string | null, world: World): Pick<Client, 'id' | 'redirectUris'> | undefined {
  if (id === null) return undefined
  const document = world.documents.get(id)
  return document ? { id, redirectUris: document.redirect_uris } : world.clients.get(id)
}

function mayRegister(uri: string, { registration }: Settings): boolean {
  if (!URL.canParse(uri)) return registration === 'wildcards-too'
  if (uri.includes('#') && registration !== 'fragments-too') return false
  if (uri.includes('*') && registration !== 'wildcards-too') return false
  const { protocol } = new URL(uri)
  if (protocol === 'http:')
    return registration === 'http-too' || (isLoopback(uri) && registration !== 'https')
  return protocol === 'https:' || registration === 'scripts-too'
}

function isLoopback(uri: string): boolean {
  const { protocol, hostname } = new URL(uri)
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}

/** Whether an authorization request may name this redirect address. @see RFC 6749 section 3.1.2.3, RFC 8252 section 7.3 */
export function mayRedirect(
  { redirectUris }: Pick<Client, 'redirectUris'>,
  uri: string,
  settings: Settings,
): boolean {
  if (redirectUris.includes(uri)) return true
  if (!URL.canParse(uri)) return false
  return redirectUris.some((registered) => {
    if (!URL.canParse(registered)) return false
    if (anyPort(uri, settings) && isLoopback(registered)) return withoutPort(uri) === withoutPort(registered)
    if (settings.redirects === 'any') return true
    if (settings.redirects === 'prefix') return uri.startsWith(registered)
    return settings.redirects === 'same-host' && new URL(uri).hostname === new URL(registered).hostname
  })
}

function anyPort(uri: string, { loopbackPorts }: Settings): boolean {
  if (!isLoopback(uri) || loopbackPorts === 'registered') return false
  const named = new URL(uri).hostname === 'localhost'
  return loopbackPorts === 'any' || named === (loopbackPorts === 'only-of-the-name')
}

function withoutPort(uri: string): string {
  const url = new URL(uri)
  url.port = ''
  return url.href
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
