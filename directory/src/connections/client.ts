import { webcrypto } from 'node:crypto'
import { ClientSecretPost, None, PrivateKeyJwt, type Client, type ClientAuth } from 'oauth4webapi'
import { z } from 'zod'
import type { PrivateJwk } from './client-key-store.ts'
import type { RegistrationId } from './model.ts'

/** How we came to be a client of an authorization server. */
export type ClientKind = 'static' | 'cimd' | 'dcr'

const identity = z.object({
  client_id: z.string().min(1),
  client_secret: z.string().min(1).optional(),
  token_endpoint_auth_method: z.enum([
    'none',
    'client_secret_basic',
    'client_secret_post',
    'private_key_jwt',
  ]),
})

/** What is sealed in `client_registration.client`. @see RFC 7591 section 3.2.1 */
export type ClientIdentity = z.infer<typeof identity>

export interface OAuthClient {
  readonly registration: RegistrationId
  readonly kind: ClientKind
  readonly identity: ClientIdentity
  /** With `private_key_jwt`. */
  readonly key?: PrivateJwk | undefined
}

export function parseClientIdentity(text: string): ClientIdentity {
  return identity.parse(JSON.parse(text))
}

export function asClient({ identity }: OAuthClient): Client {
  return { client_id: identity.client_id }
}

/** How the client shows the token endpoint who it is. @see RFC 6749 section 2.3.1, RFC 7523 section 2.2 */
export async function clientAuthentication({ identity, key }: OAuthClient): Promise<ClientAuth> {
  const secret = identity.client_secret ?? ''
  switch (identity.token_endpoint_auth_method) {
    case 'none':
      return None()
    case 'client_secret_basic':
      return secretInHeader(secret)
    case 'client_secret_post':
      return ClientSecretPost(secret)
    case 'private_key_jwt':
      return await signing(key)
  }
}

/**
 * Encoded as forms are, and no more: `-`, `_`, `.` and `*` stay as they are. The library encodes them too, which the
 * standard allows, and logins that do not decode would see another secret.
 * @see RFC 6749 section 2.3.1 and appendix B
 */
function secretInHeader(secret: string): ClientAuth {
  return (_server, client, _body, headers) => {
    const pair = [client.client_id, secret].map((text) =>
      new URLSearchParams([['', text]]).toString().slice(1),
    )
    headers.set('authorization', `Basic ${Buffer.from(pair.join(':')).toString('base64')}`)
  }
}

async function signing(jwk: PrivateJwk | undefined): Promise<ClientAuth> {
  if (jwk === undefined) throw new Error('The key that this client signs with is not there.')
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { kid, ...bare } = jwk
  const key = await webcrypto.subtle.importKey('jwk', bare, algorithm, false, ['sign'])
  return PrivateKeyJwt({ key, kid })
}
