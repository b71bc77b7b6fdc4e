import {
  deleteClient,
  registerClient,
  type Authorization,
  type OAuthClient,
  type RegisteredClient,
} from '@connectory/wire'
import { couldNotLook, type Looked } from './evidence.ts'
import type { SignIn } from '../sign-in.ts'
import type { Visit } from './visit.ts'

export interface Registered {
  readonly client: OAuthClient
  /** Set when it was registered for this check; it is removed afterwards. */
  readonly registered?: RegisteredClient
}

const timeoutMs = 15_000

/** The client that the caller gave, else one that is registered for this check alone. */
export async function clientFor(
  visit: Visit,
  { metadata }: Authorization,
  signIn: SignIn,
): Promise<Registered | Looked<never>> {
  const methods = metadata.tokenAuthMethods ?? ['client_secret_basic']
  const withSecret = methods.includes('client_secret_post') && !methods.includes('client_secret_basic')
  const secretMethod = withSecret ? 'client_secret_post' : 'client_secret_basic'
  if (signIn.client) {
    const { id, secret } = signIn.client
    return { client: secret === undefined ? { id, method: 'none' } : { id, secret, method: secretMethod } }
  }
  if (metadata.registrationEndpoint === undefined) return couldNotLook('no-client')
  const { fetch, log, signal } = visit
  const outcome = await registerClient(
    metadata.registrationEndpoint,
    {
      client_name: 'Connectory check',
      redirect_uris: [signIn.redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      // Without a list "none" is asked for all the same: a program on somebody's machine keeps no secret.
      token_endpoint_auth_method:
        metadata.tokenAuthMethods === undefined || methods.includes('none') ? 'none' : secretMethod,
      application_type: 'native',
    },
    { fetch, evidence: log, signal, timeoutMs },
  )
  if (outcome.state !== 'registered') {
    const problem =
      outcome.state === 'invalid'
        ? outcome.reason
        : `the answer was ${outcome.error ?? `HTTP ${outcome.status}`}.`
    return couldNotLook('no-registered-client', { problem })
  }
  const { clientId: id, clientSecret, registrationAccessToken, document } = outcome.client
  for (const secret of [clientSecret, registrationAccessToken]) if (secret !== undefined) log.hide(secret)
  const stated = document['token_endpoint_auth_method']
  if (clientSecret === undefined || stated === 'none') {
    return { registered: outcome.client, client: { id, method: 'none' } }
  }
  const method = stated === 'client_secret_post' ? stated : 'client_secret_basic'
  return { registered: outcome.client, client: { id, secret: clientSecret, method } }
}

/** Leaves nothing behind where the server offers a way. @see RFC 7592 section 2.3 */
export async function removeClient({ fetch, log, signal }: Visit, { registered }: Registered): Promise<void> {
  if (registered) await deleteClient(registered, { fetch, evidence: log, signal, timeoutMs })
}
