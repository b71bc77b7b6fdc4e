import { ClientSecretBasic, ClientSecretPost, None, type Client, type ClientAuth } from 'oauth4webapi'
import { z } from 'zod'
import type { RegistrationId } from './model.ts'

/** How we came to be a client of an authorization server. */
export type ClientKind = 'static' | 'cimd' | 'dcr'

const identity = z.object({
  client_id: z.string().min(1),
  client_secret: z.string().min(1).optional(),
  token_endpoint_auth_method: z.enum(['none', 'client_secret_basic', 'client_secret_post']),
})

/** What is sealed in `client_registration.client`. @see RFC 7591 section 3.2.1 */
export type ClientIdentity = z.infer<typeof identity>

export interface OAuthClient {
  readonly registration: RegistrationId
  readonly kind: ClientKind
  readonly identity: ClientIdentity
}

export function parseClientIdentity(text: string): ClientIdentity {
  return identity.parse(JSON.parse(text))
}

export function asClient({ identity }: OAuthClient): Client {
  return { client_id: identity.client_id }
}

/** How the client shows the token endpoint who it is. @see RFC 6749 section 2.3.1 */
export function clientAuthentication({ identity }: OAuthClient): ClientAuth {
  const secret = identity.client_secret ?? ''
  switch (identity.token_endpoint_auth_method) {
    case 'none':
      return None()
    case 'client_secret_basic':
      return ClientSecretBasic(secret)
    case 'client_secret_post':
      return ClientSecretPost(secret)
  }
}
