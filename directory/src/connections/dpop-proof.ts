import { createHash, randomBytes } from 'node:crypto'
import type { DpopSigner } from './dpop-key.ts'

export interface Proven {
  readonly method: string
  readonly url: URL
  /** The access token that goes with the request. */
  readonly token: string
  /** What the server wants to see again. */
  readonly nonce: string | undefined
  readonly at: Date
}

/**
 * Shows for one request that who sends it holds the key of its token. Says nothing else: no person, no connection, and
 * nothing that two requests have in common but the key.
 * @see RFC 9449 section 4.2
 */
export async function dpopProof(
  signer: DpopSigner,
  { method, url, token, nonce, at }: Proven,
): Promise<string> {
  const header = { typ: 'dpop+jwt', alg: signer.algorithm, jwk: signer.publicJwk }
  const claims = {
    jti: randomBytes(16).toString('base64url'),
    htm: method,
    // Without query and fragment.
    htu: `${url.origin}${url.pathname}`,
    iat: Math.floor(at.getTime() / 1000),
    ath: createHash('sha256').update(token, 'ascii').digest('base64url'),
    ...(nonce !== undefined && { nonce }),
  }
  const signed = `${encoded(header)}.${encoded(claims)}`
  return `${signed}.${await signer.sign(signed)}`
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
