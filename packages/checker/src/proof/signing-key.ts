import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'
import { InvalidInput } from '../invalid-input.ts'

/** The one algorithm of signed reports: every Node that runs the command has it. @see RFC 7518 section 3.4 */
export const signingAlgorithm = 'ES256'

const publicKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})
const privateKeySchema = publicKeySchema.extend({ d: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

export type PublicSigningKey = z.output<typeof publicKeySchema>
export type PrivateSigningKey = z.output<typeof privateKeySchema>

export async function createSigningKey(): Promise<PrivateSigningKey> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true })
  return privateKeySchema.parse(await exportJWK(privateKey))
}

/** What may be given away of a key; anything else that the object holds is left out. */
export function publicPart(key: PublicSigningKey): PublicSigningKey {
  return publicKeySchema.parse(key)
}

/** The name of a key, which anybody can compute from its public part. @see RFC 7638 */
export function thumbprintOf(key: PublicSigningKey): Promise<string> {
  return calculateJwkThumbprint(publicPart(key) satisfies JWK)
}

/** @throws InvalidInput with a sentence for the person who gave the file */
export function parsePrivateKey(text: string): PrivateSigningKey {
  const key = privateKeySchema.safeParse(json(text))
  if (key.success) return key.data
  throw new InvalidInput('This is no signing key. Make one with: connectory key --output key.json')
}

/** @throws InvalidInput; a private key is refused, because it should not have left its owner */
export function parsePublicKey(text: string): PublicSigningKey {
  const value = json(text)
  if (privateKeySchema.safeParse(value).success) {
    throw new InvalidInput(
      'This is the private key. Keep it secret, and give the public part: connectory key --show key.json',
    )
  }
  const key = publicKeySchema.safeParse(value)
  if (key.success) return key.data
  throw new InvalidInput('This is no public key. Print yours with: connectory key --show key.json')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
