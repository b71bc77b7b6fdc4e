import { createHash, webcrypto } from 'node:crypto'
import { z } from 'zod'

/** What we can sign with, dearest first. */
export const dpopAlgorithms = ['ES256', 'ES384', 'Ed25519', 'PS256', 'RS256'] as const
export type DpopAlgorithm = (typeof dpopAlgorithms)[number]

interface Way {
  /** To make and to import a key. */
  readonly key: webcrypto.AlgorithmIdentifier
  readonly sign: webcrypto.AlgorithmIdentifier | webcrypto.EcdsaParams | webcrypto.RsaPssParams
}

/** @see RFC 7518 section 3.1, RFC 9864 section 2.2 */
const ways: Readonly<Record<DpopAlgorithm, Way>> = {
  ES256: elliptic('P-256', 'SHA-256'),
  ES384: elliptic('P-384', 'SHA-384'),
  Ed25519: { key: { name: 'Ed25519' }, sign: { name: 'Ed25519' } },
  PS256: rsa('RSA-PSS', { name: 'RSA-PSS', saltLength: 32 }),
  RS256: rsa('RSASSA-PKCS1-v1_5', { name: 'RSASSA-PKCS1-v1_5' }),
}

function elliptic(namedCurve: string, hash: string): Way {
  const key: webcrypto.EcKeyAlgorithm = { name: 'ECDSA', namedCurve }
  return { key, sign: { name: 'ECDSA', hash } }
}

function rsa(name: string, sign: Way['sign']): Way {
  const publicExponent = new Uint8Array([1, 0, 1])
  const key: webcrypto.RsaHashedKeyGenParams = { name, modulusLength: 2048, publicExponent, hash: 'SHA-256' }
  return { key, sign }
}

const dpopKey = z.object({
  algorithm: z.enum(dpopAlgorithms),
  /** Private. */
  jwk: z.looseObject({ kty: z.enum(['EC', 'OKP', 'RSA']) }),
})

/** The pair of keys of one connection; sealed wherever it is kept. */
export type DpopKey = z.infer<typeof dpopKey>

export const dpopKeySchema = dpopKey

/** A new pair. Nothing of a person or a connection is in it. */
export async function makeDpopKey(algorithm: DpopAlgorithm): Promise<DpopKey> {
  const made = await webcrypto.subtle.generateKey(ways[algorithm].key, true, ['sign', 'verify'])
  if (!('privateKey' in made)) throw new Error(`${algorithm} gave no pair of keys.`)
  const jwk = await webcrypto.subtle.exportKey('jwk', made.privateKey)
  return dpopKey.parse({ algorithm, jwk })
}

/** Signs proofs with the private key, and shows the public one. */
export interface DpopSigner {
  readonly algorithm: DpopAlgorithm
  readonly publicJwk: Readonly<Record<string, unknown>>
  /** Known by this at the authorization server. @see RFC 7638, RFC 9449 section 10 */
  readonly thumbprint: string
  /** For a library that signs by itself. Imported at the first use, as for `sign`. */
  pair(): Promise<webcrypto.CryptoKeyPair>
  sign(data: string): Promise<string>
}

/** Members of a public key, in the order of its thumbprint. @see RFC 7638 section 3.2 */
const publicMembers = {
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  RSA: ['e', 'kty', 'n'],
} as const satisfies Record<DpopKey['jwk']['kty'], readonly string[]>

export function signerOf({ algorithm, jwk }: DpopKey): DpopSigner {
  const { key, sign } = ways[algorithm]
  const publicJwk = Object.fromEntries(publicMembers[jwk.kty].map((name) => [name, jwk[name]]))
  const load = async (): Promise<webcrypto.CryptoKeyPair> => {
    const { key_ops: _operations, ...bare } = jwk
    const { subtle } = webcrypto
    const [privateKey, publicKey] = await Promise.all([
      subtle.importKey('jwk', bare, key, false, ['sign']),
      subtle.importKey('jwk', publicJwk, key, true, ['verify']),
    ])
    return { privateKey, publicKey }
  }
  let loaded: Promise<webcrypto.CryptoKeyPair> | undefined
  const pair = (): Promise<webcrypto.CryptoKeyPair> => (loaded ??= load())
  return {
    algorithm,
    publicJwk,
    thumbprint: createHash('sha256').update(JSON.stringify(publicJwk)).digest('base64url'),
    pair,
    async sign(data) {
      const { privateKey } = await pair()
      const signature = await webcrypto.subtle.sign(sign, privateKey, Buffer.from(data))
      return Buffer.from(signature).toString('base64url')
    },
  }
}
