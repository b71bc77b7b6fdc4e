import { challengeOf } from './tokens.ts'
import { unguessable, type World } from './world.ts'

type Place = Pick<World, 'issuer'> & { readonly mcpUrl: string }

export interface WalkingClient {
  readonly id: string
  readonly redirectUri: string
}

/** Registers a public client. @see RFC 7591 */
export async function registerAt({ issuer }: Place, redirectUri: string): Promise<WalkingClient> {
  const response = await fetch(`${issuer}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirect_uris: [redirectUri], token_endpoint_auth_method: 'none' }),
  })
  const { client_id: id } = (await response.json()) as { client_id: string }
  return { id, redirectUri }
}

/** The address that a client opens in the browser, and the verifier that it keeps. */
export function authorizeUrl(
  { issuer, mcpUrl }: Place,
  { id, redirectUri }: WalkingClient,
  more: Readonly<Record<string, string>> = {},
): { readonly url: string; readonly verifier: string } {
  const verifier = unguessable('verifier-with-enough-characters')
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: id,
    redirect_uri: redirectUri,
    state: 'state-of-a-test',
    scope: 'notes',
    resource: mcpUrl,
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    ...more,
  })
  return { url: `${issuer}/authorize?${query.toString()}`, verifier }
}

/** Opens the consent page, clicks, and says where the browser is sent. Throws what the page says when it is no such page. */
export async function walkThroughConsent(url: string, answer: 'allow' | 'deny' = 'allow'): Promise<URL> {
  const opened = await fetch(url, { redirect: 'manual' })
  const sent = opened.headers.get('location')
  if (sent !== null) return new URL(sent, url)
  const page = await opened.text()
  const request = /name="request" value="([^"]+)"/.exec(page)?.[1]
  if (request === undefined) throw new Error(`No consent page (HTTP ${opened.status}): ${page}`)
  const clicked = await fetch(new URL('/consent', url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ request, answer }),
  })
  return new URL(clicked.headers.get('location') ?? '', url)
}

/** What the token endpoint says to the code that came back. */
export async function exchangeCode(
  { issuer, mcpUrl }: Place,
  { id, redirectUri }: WalkingClient,
  back: URL,
  verifier: string,
): Promise<{ readonly status: number; readonly answer: Readonly<Record<string, unknown>> }> {
  return askToken(issuer, {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    client_id: id,
    redirect_uri: redirectUri,
    resource: mcpUrl,
    code_verifier: verifier,
  })
}

export async function askToken(issuer: string, form: Readonly<Record<string, string>>) {
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}
