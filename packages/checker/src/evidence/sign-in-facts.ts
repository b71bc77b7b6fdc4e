/** How a value that must come back from the authorization endpoint did come back. */
type Returned = 'same' | 'different' | 'missing'

/** What the authorization endpoint answers to a caller without a person: a page to look at, or at once a code. */
export interface ConsentFacts {
  readonly endpoint: string
  readonly outcome: 'page' | 'code' | 'error'
  readonly status: number
  readonly error?: string
}

/** What the browser brought back. @see RFC 6749 section 4.1.2, RFC 9207 */
export interface AuthorizationAnswerFacts {
  readonly endpoint: string
  readonly issuer: string
  readonly state: Returned
  readonly iss: Returned
  /** The metadata says that `iss` will be there. */
  readonly issPromised: boolean
  readonly error?: string
}

/** For whom tokens are issued, and whether the server looks at that. @see RFC 8707, MCP basic/authorization */
export interface AudienceFacts {
  /** What was asked for as `resource`. */
  readonly resource: string
  readonly refusedAt?: { readonly endpoint: string; readonly error: string }
  /** `aud` of an access token that is a JWT. */
  readonly audience?: readonly string[]
  /** What came of asking for a token for another server. Absent: that could not be tried. */
  readonly foreign?: {
    readonly resource: string
    readonly issued: boolean
    readonly audience?: readonly string[]
    /** Whether this server took that token. Absent: it was not shown one. */
    readonly accepted?: boolean
  }
}

interface RefreshTry {
  readonly status: number
  readonly error?: string
  readonly issued: boolean
  /** A new refresh token came with it. */
  readonly rotated: boolean
  readonly tookMs: number
}

/** The life of a refresh token. @see RFC 6749 section 6, RFC 9700 section 4.14.2 */
export interface RefreshFacts {
  readonly endpoint: string
  /** A refresh token came with the access token. */
  readonly issued: boolean
  /** Seconds that the access token lives, as its server says. */
  readonly expiresIn?: number
  readonly publicClient: boolean
  readonly tries: readonly RefreshTry[]
  /** The answer to a refresh token that must not work: one that was replaced, else one that nobody issued. */
  readonly dead?: {
    readonly kind: 'replaced' | 'made-up'
    readonly status: number
    readonly issued: boolean
    readonly error?: string
  }
}

/** The token request, and the same one once more. @see RFC 6749 section 4.1.2 */
export interface CodeFacts {
  readonly endpoint: string
  readonly tookMs: number
  readonly again: { readonly status: number; readonly issued: boolean; readonly error?: string }
}

/** A code that was shown with a verifier of another challenge. @see RFC 7636 section 4.6 */
export interface WrongVerifierFacts {
  readonly endpoint: string
  readonly status: number
  readonly issued: boolean
  readonly error?: string
}

/** One request that carried the token, and what the server said to it. */
export interface TokenRequestFacts {
  readonly method: string
  /** The tool of a tools/call. */
  readonly tool?: string
  readonly status: number
  readonly challenge?: { readonly error?: string; readonly scope?: string }
}

export interface SignedInFacts {
  /** `login`: the token was issued a moment ago; `given`: somebody brought it along. */
  readonly source: 'login' | 'given'
  readonly requests: readonly TokenRequestFacts[]
}

/** A session that was opened with the token, used without it. */
export interface SessionLoginFacts {
  readonly without: { readonly status: number; readonly served: boolean }
  readonly wrong: { readonly status: number; readonly served: boolean }
}
