import { isWireError, WireError, type SafeFetch } from '@connectory/wire'
import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  customFetch,
  DPoP,
  isDPoPNonceError,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  processRevocationResponse,
  refreshTokenGrantRequest,
  ResponseBodyError,
  revocationRequest,
  WWWAuthenticateChallengeError,
  type AuthorizationServer,
  type DPoPHandle,
  type TokenEndpointResponse,
} from 'oauth4webapi'
import { plainCode } from './connect-failure.ts'
import { asClient, clientAuthentication, type OAuthClient } from './client.ts'
import type { DpopSigner } from './dpop-key.ts'

export interface TokenEndpoint {
  readonly issuer: string
  readonly url: string
}

/**
 * The token endpoint said no; `error` is its code, shortened to what a code may look like, or `invalid_response` when
 * its answer is none.
 */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
  readonly error: string

  constructor(error: string, options: ErrorOptions) {
    super(`The token endpoint answered "${error}".`, options)
    this.error = error
  }
}

const patienceMs = 10_000

interface Grant {
  readonly fetch: SafeFetch
  readonly endpoint: TokenEndpoint
  readonly client: OAuthClient
  /** Sent as RFC 8707 `resource`, always: the token is for this server and no other. */
  readonly resource: string
}

interface TokenGrant extends Grant {
  /** What the tokens are to be bound to. */
  readonly dpop?: DpopSigner | undefined
}

export interface CodeGrant extends TokenGrant {
  /** The answer as `validateAuthResponse` returned it. */
  readonly answer: URLSearchParams
  readonly callback: string
  readonly verifier: string
}

export interface RefreshGrant extends TokenGrant {
  readonly refreshToken: string
}

/** @throws TokenRefused, or WireError when there was no answer; anything else is a fault of ours */
export async function redeemCode(grant: CodeGrant): Promise<TokenEndpointResponse> {
  const server = authorizationServer(grant.endpoint)
  const client = asClient(grant.client)
  return await askedForToken(grant, async (options) => {
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      await clientAuthentication(grant.client),
      grant.answer,
      grant.callback,
      grant.verifier,
      options,
    )
    return await processAuthorizationCodeResponse(server, client, await withoutIdentity(response))
  })
}

/** @throws as redeemCode */
export async function redeemRefreshToken(grant: RefreshGrant): Promise<TokenEndpointResponse> {
  const server = authorizationServer(grant.endpoint)
  const client = asClient(grant.client)
  return await askedForToken(grant, async (options) => {
    const response = await refreshTokenGrantRequest(
      server,
      client,
      await clientAuthentication(grant.client),
      grant.refreshToken,
      options,
    )
    return await processRefreshTokenResponse(server, client, await withoutIdentity(response))
  })
}

type TokenOptions = ReturnType<typeof requestOptions> & { readonly DPoP?: DPoPHandle }

/**
 * With a proof of the key where tokens are to be bound to one. A server that wants a nonce in it is asked once more, and
 * by everything anew: what authenticates a client may count once.
 * @see RFC 9449 sections 5 and 8
 */
async function askedForToken(
  grant: TokenGrant,
  request: (options: TokenOptions) => Promise<TokenEndpointResponse>,
): Promise<TokenEndpointResponse> {
  const { dpop } = grant
  const proof = dpop === undefined ? {} : { DPoP: DPoP(asClient(grant.client), await dpop.pair()) }
  const once = async (): Promise<TokenEndpointResponse> => {
    try {
      return await request({ ...requestOptions(grant), ...proof })
    } catch (error) {
      throw await explained(error)
    }
  }
  try {
    return await once()
  } catch (error) {
    if (dpop === undefined || !(error instanceof TokenRefused) || error.error !== wantsNonce) throw error
    return await once()
  }
}

const wantsNonce = 'use_dpop_nonce'

/**
 * Asks the server to end a token. One that it does not know is ended too.
 * @throws as redeemCode
 * @see RFC 7009 section 2
 */
export async function revoke(grant: Grant & { readonly token: string }): Promise<void> {
  const { issuer, url } = grant.endpoint
  const server = { issuer, revocation_endpoint: url }
  try {
    const response = await revocationRequest(
      server,
      asClient(grant.client),
      await clientAuthentication(grant.client),
      grant.token,
      requestOptions(grant),
    )
    await processRevocationResponse(response)
  } catch (error) {
    throw await explained(error)
  }
}

/**
 * The answer without its identity token. We ask who nobody is, and behind metadata that a publisher made for a login of
 * somebody else such a token names another issuer than the one that was asked.
 */
async function withoutIdentity(response: Response): Promise<Response> {
  if (response.status !== 200) return response
  const { status, headers } = response
  const text = await response.text()
  try {
    const { id_token: _identity, ...rest } = JSON.parse(text)
    return new Response(JSON.stringify(rest), { status, headers })
  } catch {
    return new Response(text, { status, headers })
  }
}

/** What GitHub says for codes of RFC 6749 section 5.2, and with status 200. */
const plainWords: ReadonlyMap<string, string> = new Map([
  ['bad_verification_code', 'invalid_grant'],
  ['bad_refresh_token', 'invalid_grant'],
  ['incorrect_client_credentials', 'invalid_client'],
])

/** The `error` of an answer that has the status of a good one and no token. */
function statedError(error: unknown): string | undefined {
  if (!(error instanceof OperationProcessingError)) return undefined
  const { cause } = error
  const body: unknown =
    typeof cause === 'object' && cause !== null && 'body' in cause ? cause.body : undefined
  const stated = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  return typeof stated === 'string' ? stated : undefined
}

function authorizationServer({ issuer, url }: TokenEndpoint): AuthorizationServer {
  return { issuer, token_endpoint: url }
}

function requestOptions({ fetch, resource }: Grant) {
  return {
    [customFetch]: fetch.asFetch,
    signal: AbortSignal.timeout(patienceMs),
    // The guarded fetch decides about http: loopback only, and only where the operator allows it.
    [allowInsecureRequests]: fetch.allowLoopback,
    additionalParameters: { resource },
  }
}

/** A 401 with a challenge hides the code in its body. @see RFC 6749 section 5.2 */
async function explained(error: unknown): Promise<unknown> {
  if (isDPoPNonceError(error)) return new TokenRefused(wantsNonce, { cause: error })
  if (error instanceof ResponseBodyError) return new TokenRefused(plainCode(error.error), { cause: error })
  if (error instanceof WWWAuthenticateChallengeError) {
    const body: unknown = await error.response.json().catch(() => undefined)
    const code = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
    return new TokenRefused(plainCode(code ?? 'invalid_client'), { cause: error })
  }
  if (isWireError(error) && error.code === 'cancelled') {
    const sentence = `The token endpoint did not answer within ${patienceMs / 1000} s. Try again later.`
    return new WireError('timeout', sentence, error.facts, { cause: error })
  }
  const stated = statedError(error)
  if (stated !== undefined)
    return new TokenRefused(plainCode(plainWords.get(stated) ?? stated), { cause: error })
  const unreadable = error instanceof Error && 'code' in error && String(error.code).startsWith('OAUTH_')
  return unreadable ? new TokenRefused('invalid_response', { cause: error }) : error
}
