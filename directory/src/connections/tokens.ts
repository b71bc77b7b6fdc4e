import type { TokenEndpointResponse } from 'oauth4webapi'
import { z } from 'zod'
import { givenScopes } from './scopes.ts'

const sealedTokens = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  /** Left out for a bearer. @see RFC 9449 section 5 */
  token_type: z.literal('DPoP').optional(),
})

/** What is sealed in `connection.tokens`. */
export type SealedTokens = z.infer<typeof sealedTokens>

export function parseTokens(text: string): SealedTokens {
  return sealedTokens.parse(JSON.parse(text))
}

export interface TokenSet {
  readonly tokens: SealedTokens
  readonly scopes: readonly string[]
  readonly expiresAt: Date | null
  readonly refreshAt: Date | null
}

const longestLeadMs = 5 * 60_000
/** No token lives longer here, whatever its server says: a date that no calendar has could not be stored. */
const longestLifeMs = 10 * 365 * 24 * 3_600_000

/**
 * The answer of a token endpoint as what we keep. A server that sends no new refresh token leaves the old one valid.
 * @see RFC 6749 section 6
 */
export function keepTokens(
  answer: TokenEndpointResponse,
  now: Date,
  before: { readonly refreshToken?: string | undefined; readonly scopes: readonly string[] },
): TokenSet {
  const refreshToken = answer.refresh_token ?? before.refreshToken
  const lifeMs =
    answer.expires_in === undefined ? undefined : Math.min(answer.expires_in * 1000, longestLifeMs)
  const at = (ms: number): Date => new Date(now.getTime() + ms)
  return {
    tokens: {
      access_token: answer.access_token,
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      ...(isBound(answer) && { token_type: 'DPoP' }),
    },
    scopes: answer.scope === undefined ? before.scopes : givenScopes(answer.scope, before.scopes),
    expiresAt: lifeMs === undefined ? null : at(lifeMs),
    // At most five minutes ahead, and never before half of a short life is over.
    refreshAt: lifeMs === undefined ? null : at(Math.max(lifeMs - longestLeadMs, lifeMs / 2)),
  }
}

/** The login has bound the token to the key that the request has shown. */
export function isBound({ token_type: type }: Pick<TokenEndpointResponse, 'token_type'>): boolean {
  return type.toLowerCase() === 'dpop'
}
