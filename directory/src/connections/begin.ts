import { discoverAuthorization, isWireError, openServer, type Authorization } from '@connectory/wire'
import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi'
import type { Endpoint } from '../catalogue/index.ts'
import { Problem, type Viewer } from '../kernel/index.ts'
import { callbackOf } from './addresses.ts'
import { insertAttempt } from './attempt-store.ts'
import { chooseClient } from './choose-client.ts'
import { chooseDpop, type DpopChoice } from './choose-dpop.ts'
import type { OAuthClient } from './client.ts'
import { ConnectFailure } from './connect-failure.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { makeDpopKey, signerOf } from './dpop-key.ts'
import type { AttemptId, ConnectOutcome } from './model.ts'
import { headersFor } from './headers-for.ts'
import { saveConnection } from './save-connection.ts'
import { dropRegistration } from './start-over.ts'
import { scopesIn, unionOfScopes } from './scopes.ts'
import { loadEarlier } from './store.ts'
import { startTrace, type Recorder } from './trace.ts'

/** A sign-in has to be answered in this time. */
const attemptMs = 10 * 60_000
const patienceMs = 20_000

interface Beginning {
  readonly viewer: Viewer
  readonly endpoint: Endpoint
  readonly trace: Recorder
  /** This is the one repetition after the server had forgotten our client. */
  readonly repeated: boolean
  /** The person says that the server does not know our client. */
  readonly startOver: boolean
}

/** @throws Problem not-found when there is no such connector for this person */
export async function begin(
  deps: ConnectionsDependencies,
  viewer: Viewer,
  slug: string,
  { repeated = false, startOver = false }: Partial<Pick<Beginning, 'repeated' | 'startOver'>> = {},
): Promise<ConnectOutcome> {
  const endpoint = await connectable(deps, viewer, slug)
  refuseStopped(deps, endpoint)
  const { person, organisation } = viewer
  const trace = await startTrace(deps, { person, organisation, listing: endpoint.listing })
  const { reference } = trace
  try {
    return await connect(
      { ...deps, fetch: trace.watch(deps.fetch) },
      { viewer, endpoint, trace, repeated, startOver },
    )
  } catch (error) {
    if (!(error instanceof ConnectFailure)) throw error
    const { failure } = error
    trace.add('failed', { ...failure.parameters, code: failure.code })
    return { kind: 'failed', failure, reference, slug }
  } finally {
    await trace.save()
  }
}

/** @throws Problem not-found */
export async function connectable(
  { catalogue }: Pick<ConnectionsDependencies, 'catalogue'>,
  viewer: Viewer,
  slug: string,
): Promise<Endpoint> {
  const endpoint = await catalogue.endpointOf(slug)
  if (endpoint === undefined || !catalogue.mayConnect(viewer, endpoint)) {
    throw new Problem('not-found', `There is no connector "${slug}" that you can connect.`)
  }
  return endpoint
}

/** What nobody may call is not connected either: no sign-in and no token goes there. @throws Problem conflict */
export function refuseStopped(
  { stopped }: Pick<ConnectionsDependencies, 'stopped'>,
  endpoint: Endpoint,
): void {
  const reason = stopped?.(endpoint)
  if (reason === undefined) return
  throw new Problem('conflict', `${endpoint.name} cannot be connected now, because it was stopped: ${reason}`)
}

async function connect(deps: ConnectionsDependencies, beginning: Beginning): Promise<ConnectOutcome> {
  const { endpoint, trace } = beginning
  const { person, organisation } = beginning.viewer
  const earlier = await loadEarlier(deps.db, { person, organisation, listing: endpoint.listing })
  const headers = await headersFor(deps, { organisation, listing: endpoint.listing }, endpoint.serverUrl)
  const asked = earlier?.challenge ?? null
  const { login, challenge } = await openWithoutToken(deps, endpoint, { asked, headers })
  const host = new URL(endpoint.serverUrl).host
  trace.add('opened', { host, answer: login === 'needed' ? 'login' : 'open' })
  const authorization = login === 'none' ? undefined : await discover(deps, endpoint, { login, challenge })
  if (!authorization) {
    await saveConnection(deps, beginning, { issuer: '', resource: endpoint.serverUrl, login: undefined })
    trace.add('connected')
    return { kind: 'connected', slug: endpoint.slug, name: endpoint.name, reference: trace.reference }
  }
  trace.add('discovered', { issuer: authorization.issuer })
  const dpop = chooseDpop(authorization, challenge)
  if (dpop.kind === 'impossible') throw new ConnectFailure('not-bound')
  if (beginning.startOver) {
    await dropRegistration(deps, { person, organisation, listing: endpoint.listing }, trace)
  }
  const client = await chooseClient(deps, { endpoint, organisation, authorization, trace })
  const { issuer } = authorization
  // What was given before is asked for again beside what the server asks for now: a sign-in must not take access away.
  const given = earlier?.issuer === issuer ? earlier.scopes : []
  const scopes = unionOfScopes(wantedScopes(authorization), given, scopesIn(earlier?.challenge ?? null))
  return await sendToServer(deps, beginning, { authorization, client, scopes, dpop })
}

interface Door {
  /** `perhaps`: it opens for everybody, and yet refused an earlier call of this person. */
  readonly login: 'none' | 'perhaps' | 'needed'
  readonly challenge: string | null
}

interface Knock {
  /** What a tool of it said to an earlier call of this person. */
  readonly asked: string | null
  /** What the person's organisation sends to it. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A listing that is known to have a login may answer the opening without one: only its tools ask for it.
 */
async function openWithoutToken(
  deps: ConnectionsDependencies,
  endpoint: Endpoint,
  { asked, headers }: Knock,
): Promise<Door> {
  try {
    const opening = await openServer(endpoint.serverUrl, {
      fetch: deps.fetch,
      headers,
      timeoutMs: patienceMs,
    })
    void opening.close()
    if (endpoint.authType === 'oauth') return { login: 'needed', challenge: asked }
    return { login: asked === null ? 'none' : 'perhaps', challenge: asked }
  } catch (error) {
    if (!isWireError(error)) throw error
    if (error.code !== 'unauthorized') throw unreachable(error)
    const { challenge } = error.facts
    return { login: 'needed', challenge: typeof challenge === 'string' ? challenge : null }
  }
}

function unreachable(error: Error): ConnectFailure {
  return new ConnectFailure('unreachable', { detail: error.message }, { cause: error })
}

/** Undefined where there may be no login and none is found: a 401 of a tool alone is a server's bad day. */
async function discover(
  deps: ConnectionsDependencies,
  endpoint: Endpoint,
  { login, challenge }: Door,
): Promise<Authorization | undefined> {
  try {
    return await discoverAuthorization(endpoint.serverUrl, { fetch: deps.fetch, challenge })
  } catch (error) {
    if (!isWireError(error)) throw error
    if (login === 'perhaps') return undefined
    throw new ConnectFailure('discovery', { detail: error.message }, { cause: error })
  }
}

interface Destination {
  readonly authorization: Authorization
  readonly client: OAuthClient
  readonly scopes: readonly string[]
  readonly dpop: Exclude<DpopChoice, { readonly kind: 'impossible' }>
}

async function sendToServer(
  deps: ConnectionsDependencies,
  { viewer, endpoint, trace, repeated }: Beginning,
  { authorization, client, scopes, dpop }: Destination,
): Promise<ConnectOutcome> {
  const { issuer, resource, metadata } = authorization
  const key = dpop.kind === 'bound' ? await makeDpopKey(dpop.algorithm) : undefined
  const verifier = generateRandomCodeVerifier()
  const state = generateRandomState()
  const now = deps.clock.now()
  await insertAttempt(deps.db, deps.vault, state, {
    id: deps.ids.next<AttemptId>(),
    person: viewer.person,
    organisation: viewer.organisation,
    listing: endpoint.listing,
    reference: trace.reference,
    issuer,
    registration: client.registration,
    secret: {
      verifier,
      tokenEndpoint: metadata.tokenEndpoint,
      revocationEndpoint: metadata.revocationEndpoint ?? null,
      issuerPromised: metadata.issParameter,
      dpop: key === undefined ? null : { key, required: dpop.kind === 'bound' && dpop.required },
    },
    resource,
    scopes,
    repeated,
    createdAt: now,
    expiresAt: new Date(now.getTime() + attemptMs),
  })
  const to = new URL(metadata.authorizationEndpoint)
  const parameters = {
    response_type: 'code',
    client_id: client.identity.client_id,
    redirect_uri: callbackOf(deps.config),
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    resource,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    // Without it OpenID providers leave the refresh token out. @see OpenID Connect Core section 11
    ...(scopes.includes('offline_access') && { prompt: 'consent' }),
    // Nobody redeems the code with another key. A login that says nothing of keys might refuse the word.
    ...(key !== undefined &&
      dpop.kind === 'bound' &&
      dpop.announced && { dpop_jkt: signerOf(key).thumbprint }),
  }
  for (const [name, value] of Object.entries(parameters)) to.searchParams.set(name, value)
  if (key !== undefined) trace.add('key-made', { algorithm: key.algorithm })
  trace.add('sent-to-server', { host: to.host, scopes: scopes.join(' ') })
  return { kind: 'continue', to, name: endpoint.name, reference: trace.reference }
}

function wantedScopes({ scopes, metadata }: Authorization): readonly string[] {
  const lasting = metadata.scopesSupported?.includes('offline_access') === true
  return lasting ? [...new Set([...scopes, 'offline_access'])] : scopes
}
