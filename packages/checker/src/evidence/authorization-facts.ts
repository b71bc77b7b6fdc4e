/** The token endpoint's answer to one request that cannot succeed. */
export interface TokenAnswer {
  readonly to: 'unknown-client' | 'bogus-code'
  readonly status: number
  readonly contentType?: string
  /** Whether the body is a JSON object. */
  readonly json: boolean
  readonly error?: string
  readonly excerpt: string
}

/** @see RFC 6749 section 5.2 */
export interface TokenEndpointFacts {
  readonly endpoint: string
  readonly answers: readonly TokenAnswer[]
}

/** What was registered, to see whether the server takes it. @see RFC 7591 section 2 */
export type RegistrationKind =
  | 'callback'
  | 'callback-again'
  | 'loopback'
  | 'script'
  | 'data'
  | 'wildcard'
  | 'plain-http'
  | 'fragment'

export interface RegistrationTry {
  readonly kind: RegistrationKind
  readonly redirectUris: readonly string[]
  readonly status: number
  /** True when a client came back that keeps these redirect addresses. */
  readonly accepted: boolean
  /** The first kind that was answered with the same client id. */
  readonly sameClientAs?: RegistrationKind
}

/** All registrations of one check; each is removed again where the server offers that. */
export interface RegistrationTriesFacts {
  readonly endpoint: string
  readonly tries: readonly RegistrationTry[]
}

export type AuthorizeKind =
  | 'callback'
  | 'loopback-address'
  | 'loopback-name'
  | 'other-host'
  | 'other-path'
  | 'other-port'
  | 'subdomain'
  | 'unknown-response-type'
  | 'no-challenge'

/**
 * One authorization request, its redirect left alone. page: a page that could be login or consent · onwards: a
 * redirect to somewhere else than the client, as to a login page · refused: an error for the person · back: a redirect
 * to the redirect address of the request.
 */
export interface AuthorizeAnswer {
  readonly kind: AuthorizeKind
  readonly redirectUri: string
  readonly status: number
  readonly outcome: 'page' | 'onwards' | 'refused' | 'back'
  /** Whether what was refused is the redirect address, as far as the words tell. */
  readonly namesRedirect?: boolean
  /** Where the redirect leads, without its query. */
  readonly location?: string
  readonly error?: string
  /** Only in an answer that came back to the client. */
  readonly state?: 'same' | 'other' | 'none'
  readonly iss?: string
  readonly excerpt: string
}

export interface AuthorizeFacts {
  readonly endpoint: string
  readonly answers: readonly AuthorizeAnswer[]
}

/** A caller without token who names a user in headers that proxies set. */
export interface ForgedUserFacts {
  readonly headers: readonly string[]
  readonly status: number
  readonly opened: boolean
  readonly excerpt: string
}

/** A good token in the query instead of the header. @see RFC 6750 section 2.3, MCP basic/authorization */
export interface QueryTokenFacts {
  readonly status: number
  readonly opened: boolean
  readonly excerpt: string
}

/** How long each step towards a login took. */
export interface LoginTimingsFacts {
  readonly steps: readonly {
    readonly kind: 'discovery' | 'registration' | 'authorization' | 'token' | 'refresh'
    readonly url: string
    readonly ms: number
  }[]
}

/** Answers that carried a secret, and what they say about caching. @see RFC 6749 section 5.1 */
export interface SecretAnswersFacts {
  readonly answers: readonly {
    readonly what: 'registration' | 'token'
    readonly url: string
    readonly cacheControl?: string
  }[]
}
