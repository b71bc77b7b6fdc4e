/** The token endpoint: RFC 6749 sections 2.3.1, 4.1.3, 4.4, 5 and 6, RFC 7636 section 4.5, RFC 8707 section 2.2. */
import { isWireError, type WireError } from '../errors.ts'
import { fetchRecorded, type Exchange } from '../evidence.ts'
import type { JsonObject } from '../json-rpc.ts'
import { parseObject, textIn } from './answer-object.ts'
import type { DiscoveryOptions } from './document.ts'

export type ClientAuthMethod = 'none' | 'client_secret_basic' | 'client_secret_post'

export interface OAuthClient {
  readonly id: string
  readonly secret?: string
  readonly method: ClientAuthMethod
}

export type TokenGrant =
  | {
      readonly type: 'authorization_code'
      readonly code: string
      readonly redirectUri: string
      readonly verifier: string
    }
  | { readonly type: 'refresh_token'; readonly refreshToken: string }
  /** @see RFC 6749 section 4.4 */
  | { readonly type: 'client_credentials'; readonly scope?: string }

export interface TokenRequest {
  readonly endpoint: string
  readonly client: OAuthClient
  readonly grant: TokenGrant
  /** RFC 8707: the server that the token is for. */
  readonly resource: string
}

/** Secrets: seal them or drop them. */
export interface Tokens {
  readonly accessToken: string
  readonly refreshToken?: string
  /** Seconds. */
  readonly expiresIn?: number
  readonly scope?: string
}

interface Shared {
  readonly status: number
  readonly headers: Headers
  readonly exchange?: Exchange
}

export type TokenOutcome =
  | (Shared & { readonly state: 'issued'; readonly tokens: Tokens })
  /** No token, with an error code of RFC 6749 section 5.2 where the server gave one. */
  | (Shared & { readonly state: 'refused'; readonly error?: string; readonly description?: string })
  /** A success that holds no token, or no answer at all. */
  | {
      readonly state: 'invalid'
      readonly reason: string
      readonly status?: number
      readonly error?: WireError
      readonly exchange?: Exchange
    }

/** Asks for tokens; hides from the evidence what it sends and gets. Never throws for what the server did. */
export async function requestToken(
  request: TokenRequest,
  options: DiscoveryOptions & { readonly step?: string },
): Promise<TokenOutcome> {
  const { endpoint, grant } = request
  const hide = (secret: string | undefined): void => {
    if (secret !== undefined) options.evidence?.hide(secret)
  }
  hide(request.client.secret)
  if (grant.type === 'refresh_token') hide(grant.refreshToken)
  if (grant.type === 'authorization_code') hide(grant.code)
  try {
    const { response, text, exchange } = await fetchRecorded(endpoint, {
      fetch: options.fetch,
      evidence: options.evidence,
      step: options.step ?? `oauth: token request (${grant.type})`,
      method: 'POST',
      headers: clientHeaders(request.client),
      body: formOf(request).toString(),
      timeoutMs: options.timeoutMs ?? 30_000,
      maxBytes: 256 * 1024,
      ...(options.signal && { signal: options.signal }),
    })
    const shared = { status: response.status, headers: response.headers, ...(exchange && { exchange }) }
    const document = parseObject(text)
    if (response.status < 200 || response.status > 299)
      return { state: 'refused', ...shared, ...errorOf(document) }
    const tokens = document && readTokens(document)
    hide(tokens?.accessToken)
    hide(tokens?.refreshToken)
    if (tokens) return { state: 'issued', ...shared, tokens }
    // Some servers say no with 200; their error code still says what is wrong.
    if (document?.['error'] !== undefined) return { state: 'refused', ...shared, ...errorOf(document) }
    return {
      state: 'invalid',
      ...shared,
      reason: `${endpoint} answers ${response.status} without an access_token.`,
    }
  } catch (error) {
    if (!isWireError(error) || error.code === 'cancelled') throw error
    return { state: 'invalid', reason: error.message, error }
  }
}

/** Headers of a request at the token or revocation endpoint. */
export function clientHeaders({ id, secret = '', method }: OAuthClient): Record<string, string> {
  const form = (value: string): string => new URLSearchParams({ '': value }).toString().slice(1)
  const basic = Buffer.from(`${form(id)}:${form(secret)}`).toString('base64')
  return {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    ...(method === 'client_secret_basic' && { authorization: `Basic ${basic}` }),
  }
}

function formOf({ client, grant, resource }: TokenRequest): URLSearchParams {
  const form = new URLSearchParams({ grant_type: grant.type })
  if (grant.type === 'refresh_token') form.set('refresh_token', grant.refreshToken)
  if (grant.type === 'client_credentials' && grant.scope !== undefined) form.set('scope', grant.scope)
  if (grant.type === 'authorization_code') {
    form.set('code', grant.code)
    form.set('redirect_uri', grant.redirectUri)
    form.set('code_verifier', grant.verifier)
  }
  form.set('resource', resource)
  for (const [name, value] of Object.entries(clientForm(client))) form.set(name, value)
  return form
}

/** What of the client's identity goes into the form. */
export function clientForm({ id, secret = '', method }: OAuthClient): Record<string, string> {
  if (method === 'client_secret_basic') return {}
  return { client_id: id, ...(method === 'client_secret_post' && { client_secret: secret }) }
}

function readTokens(document: JsonObject): Tokens | undefined {
  const accessToken = textIn(document, 'access_token')
  if (accessToken === undefined || accessToken === '') return undefined
  const refreshToken = textIn(document, 'refresh_token')
  const scope = textIn(document, 'scope')
  // Some servers send the seconds as text.
  const expiresIn = Number(document['expires_in'] ?? NaN)
  return {
    accessToken,
    ...(refreshToken !== undefined && refreshToken !== '' && { refreshToken }),
    ...(Number.isFinite(expiresIn) && { expiresIn }),
    ...(scope !== undefined && { scope }),
  }
}

function errorOf(document: JsonObject | undefined): { error?: string; description?: string } {
  const error = textIn(document, 'error')
  const description = textIn(document, 'error_description')
  return {
    ...(error !== undefined && { error }),
    ...(description !== undefined && { description }),
  }
}
