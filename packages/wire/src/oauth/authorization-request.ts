/** The authorization request: RFC 6749 section 4.1.1, RFC 7636 section 4.3, RFC 8707 section 2. */
export interface AuthorizationRequest {
  readonly endpoint: string
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string
  /** S256 of the verifier. */
  readonly challenge: string
  readonly resource: string
  /** None: the parameter is left out, and the server decides. */
  readonly scopes: readonly string[]
}

/** Where to send the person's browser. What the endpoint's own query says stays, as RFC 6749 section 3.1 demands. */
export function authorizationUrl(request: AuthorizationRequest): string {
  const url = new URL(request.endpoint)
  const { searchParams } = url
  searchParams.set('response_type', 'code')
  searchParams.set('client_id', request.clientId)
  searchParams.set('redirect_uri', request.redirectUri)
  searchParams.set('state', request.state)
  searchParams.set('code_challenge', request.challenge)
  searchParams.set('code_challenge_method', 'S256')
  searchParams.set('resource', request.resource)
  if (request.scopes.length > 0) searchParams.set('scope', request.scopes.join(' '))
  return url.href
}

/**
 * The scopes to ask for: those of the resource, and `offline_access` where the authorization server offers it, because
 * without it an OpenID provider gives no refresh token.
 */
export function scopesToAsk(
  wanted: readonly string[],
  { scopesSupported }: { readonly scopesSupported: readonly string[] | undefined },
): readonly string[] {
  const offline = scopesSupported?.includes('offline_access') === true && !wanted.includes('offline_access')
  return offline ? [...wanted, 'offline_access'] : wanted
}
