import { registerClient, type Authorization } from '@connectory/wire'
import type { Endpoint } from '../catalogue/index.ts'
import type { OrganisationId } from '../kernel/index.ts'
import { callbackOf, clientMetadataPath, clientMetadataUrl, signingClientPath } from './addresses.ts'
import { findOrMakePublicKey } from './client-key-store.ts'
import type { ClientIdentity, OAuthClient } from './client.ts'
import { ConnectFailure, plainCode } from './connect-failure.ts'
import type { ConnectionsDependencies } from './connections.ts'
import type { RegistrationId } from './model.ts'
import { findSharedClient, findStaticClient, insertRegistration } from './registration-store.ts'
import type { Recorder } from './trace.ts'

export type ClientDependencies = Pick<
  ConnectionsDependencies,
  'db' | 'clock' | 'ids' | 'vault' | 'fetch' | 'config'
>

interface Wanted {
  readonly endpoint: Endpoint
  /** Of the person who connects. */
  readonly organisation: OrganisationId
  readonly authorization: Authorization
  readonly trace: Recorder
}

/**
 * Who we are at this authorization server: the client that an operator entered, else our metadata document, else a
 * registration (one per issuer, kept).
 * @see MCP 2026-07-28 basic/authorization/client-registration
 */
export async function chooseClient(deps: ClientDependencies, wanted: Wanted): Promise<OAuthClient> {
  const client =
    (await entered(deps, wanted)) ?? (await documented(deps, wanted)) ?? (await registered(deps, wanted))
  if (client === undefined) throw new ConnectFailure('no-client')
  wanted.trace.add('client-chosen', { kind: client.kind })
  return client
}

async function entered(
  deps: ClientDependencies,
  { endpoint, organisation, authorization }: Wanted,
): Promise<OAuthClient | undefined> {
  const client = await findStaticClient(deps.db, deps.vault, {
    listing: endpoint.listing,
    organisation,
  })
  if (client !== undefined && client.issuer !== authorization.issuer) {
    throw new ConnectFailure('static-client-issuer', {
      found: authorization.issuer,
      expected: client.issuer,
    })
  }
  return client
}

async function documented(
  deps: ClientDependencies,
  { authorization, trace }: Wanted,
): Promise<OAuthClient | undefined> {
  const { clientMetadataDocuments, tokenAuthMethods, tokenAuthAlgorithms } = authorization.metadata
  const signs =
    tokenAuthMethods?.includes('private_key_jwt') === true && (tokenAuthAlgorithms?.includes('ES256') ?? true)
  // With neither of them the server would want a secret, which a document in public cannot have.
  if (!clientMetadataDocuments || !(signs || tokenAuthMethods?.includes('none') === true)) return undefined
  const clientId = clientMetadataUrl(deps.config, signs ? signingClientPath : clientMetadataPath)
  if (clientId === undefined) {
    trace.add('client-not-hosted')
    return undefined
  }
  // The key has to be there before the server asks for our document.
  if (signs) await findOrMakePublicKey(deps)
  const identity: ClientIdentity = {
    client_id: clientId,
    token_endpoint_auth_method: signs ? 'private_key_jwt' : 'none',
  }
  return await shared(deps, authorization.issuer, 'cimd', () => Promise.resolve(identity))
}

async function registered(
  deps: ClientDependencies,
  { authorization, trace }: Wanted,
): Promise<OAuthClient | undefined> {
  const { registrationEndpoint, tokenAuthMethods } = authorization.metadata
  if (registrationEndpoint === undefined) return undefined
  return await shared(deps, authorization.issuer, 'dcr', async () => {
    const identity = await register(deps, registrationEndpoint, authMethod(tokenAuthMethods))
    trace.add('client-registered')
    return identity
  })
}

/** The kept client, or a new one; when two were made at once the first that was written counts. */
async function shared(
  deps: ClientDependencies,
  issuer: string,
  kind: 'cimd' | 'dcr',
  make: () => Promise<ClientIdentity>,
): Promise<OAuthClient | undefined> {
  const wanted = { issuer, callback: callbackOf(deps.config), kind }
  const known = await findSharedClient(deps.db, deps.vault, wanted)
  if (known !== undefined) return known
  await insertRegistration(deps.db, deps.vault, {
    ...wanted,
    id: deps.ids.next<RegistrationId>(),
    listing: null,
    identity: await make(),
    at: deps.clock.now(),
  })
  return await findSharedClient(deps.db, deps.vault, wanted)
}

/** What a registration may ask for. */
type AuthMethod = Exclude<ClientIdentity['token_endpoint_auth_method'], 'private_key_jwt'>

/** Absent means `client_secret_basic`. @see RFC 8414 section 2 */
function authMethod(offered: readonly string[] | undefined): AuthMethod {
  if (offered === undefined) return 'client_secret_basic'
  const usable: readonly AuthMethod[] = ['none', 'client_secret_basic', 'client_secret_post']
  return usable.find((method) => offered.includes(method)) ?? 'client_secret_basic'
}

async function register(
  deps: ClientDependencies,
  endpoint: string,
  method: AuthMethod,
): Promise<ClientIdentity> {
  const { publicUrl, instanceName } = deps.config
  const outcome = await registerClient(
    endpoint,
    {
      redirect_uris: [callbackOf(deps.config)],
      client_name: instanceName,
      client_uri: publicUrl.origin,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: method,
      // OpenID Connect allows a web client https alone; a directory on somebody's own machine has none.
      application_type: publicUrl.protocol === 'https:' ? 'web' : 'native',
    },
    { fetch: deps.fetch },
  )
  if (outcome.state === 'registered') return readIdentity(outcome.client, method)
  if (outcome.state === 'invalid') throw new ConnectFailure('discovery', { detail: outcome.reason })
  const error = outcome.error === undefined ? String(outcome.status) : plainCode(outcome.error)
  throw new ConnectFailure('registration-refused', { error })
}

function readIdentity(
  client: { readonly clientId: string; readonly clientSecret?: string; readonly document: object },
  asked: AuthMethod,
): ClientIdentity {
  const { clientId, clientSecret } = client
  const stated: unknown =
    'token_endpoint_auth_method' in client.document ? client.document.token_endpoint_auth_method : asked
  const methods: readonly unknown[] = ['client_secret_basic', 'client_secret_post']
  const withSecret = clientSecret !== undefined && methods.includes(stated)
  return {
    client_id: clientId,
    ...(withSecret && { client_secret: clientSecret }),
    token_endpoint_auth_method: withSecret ? (stated as AuthMethod) : 'none',
  }
}
