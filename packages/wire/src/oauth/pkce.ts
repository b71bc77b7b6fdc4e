/** Proof Key for Code Exchange: RFC 7636 sections 4.1 and 4.2, S256 alone. */
import { createHash, randomBytes } from 'node:crypto'

export interface Pkce {
  /** A secret until it is sent to the token endpoint. */
  readonly verifier: string
  readonly challenge: string
}

export function createPkce(): Pkce {
  const verifier = unguessable()
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

/** 256 random bits in 43 characters that need no escaping: a verifier, or a `state`. RFC 6749 section 10.10 */
export function unguessable(): string {
  return randomBytes(32).toString('base64url')
}
