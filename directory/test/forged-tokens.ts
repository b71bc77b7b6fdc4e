import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose'

/** What somebody who has seen a good token could make of it, by the name of the trick. */
export async function forgedTokens(token: string): Promise<Readonly<Record<string, string>>> {
  const header = decodeProtectedHeader(token)
  const payload = decodeJwt(token)
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwk = await exportJWK(publicKey)
  const signed = (claims: object, head: object = {}) =>
    new SignJWT({ ...payload, ...claims })
      .setProtectedHeader({ ...header, alg: 'ES256', ...head })
      .sign(privateKey)
  const [head = '', body = '', signature = ''] = token.split('.')
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const none = part({ ...header, alg: 'none' })
  const longer = { ...payload, exp: (payload.exp ?? 0) + 86_400 }
  return {
    garbage: 'garbage',
    'three parts of garbage': 'a.b.c',
    'alg none': `${none}.${body}.`,
    'alg none with the old signature': `${none}.${body}.${signature}`,
    'HS256 with a public key as its secret': await new SignJWT(payload)
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(new TextEncoder().encode(JSON.stringify(jwk))),
    'a key of a stranger under our key id': await signed({}),
    'a key that the token brings along': await signed({}, { jwk }),
    'a key at an address that the token names': await signed({}, { jku: 'http://127.0.0.1:1/jwks' }),
    'another issuer': await signed({ iss: 'https://evil.example/oauth' }),
    'a longer life under the old signature': `${head}.${part(longer)}.${signature}`,
  }
}

/** The grant that a token belongs to. */
export function grantOf(token: string): string {
  return String(decodeJwt(token)['grant'])
}
