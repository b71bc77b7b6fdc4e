import { isWireError, openServer } from '@connectory/wire'
import { skipStateCheck, validateAuthResponse, type TokenEndpointResponse } from 'oauth4webapi'
import type { Endpoint } from '../catalogue/index.ts'
import type { Viewer } from '../kernel/index.ts'
import { callbackOf } from './addresses.ts'
import { takeAttempt, type Attempt } from './attempt-store.ts'
import { begin, connectable, refuseStopped } from './begin.ts'
import { asClient, type OAuthClient } from './client.ts'
import { ConnectFailure, plainCode } from './connect-failure.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { createDpopNonces, showKey, type Through } from './dpop-fetch.ts'
import { signerOf } from './dpop-key.ts'
import type { ConnectOutcome, FailureCode } from './model.ts'
import { loadClient, retireRegistration } from './registration-store.ts'
import { headersFor } from './headers-for.ts'
import { saveConnection } from './save-connection.ts'
import { redeemCode, TokenRefused } from './token-endpoint.ts'
import { isBound, keepTokens } from './tokens.ts'
import { resumeTrace, type Recorder } from './trace.ts'

/** The answer of an authorization server, brought by the person's browser. Nothing in it is believed unchecked. */
export async function callback(
  deps: ConnectionsDependencies,
  viewer: Viewer,
  address: URL,
): Promise<ConnectOutcome> {
  const state = address.searchParams.get('state') ?? ''
  const taken = await takeAttempt(deps.db, deps.vault, state, deps.clock.now())
  if (taken.kind === 'unknown') return stranger('forged-state')
  if (taken.kind === 'used') return stranger('replayed-state')
  const { attempt } = taken
  const trace = resumeTrace(deps, attempt.reference)
  const slug = (await deps.catalogue.byId(attempt.listing))?.slug
  try {
    return await finish(
      { ...deps, fetch: trace.watch(deps.fetch) },
      { viewer, address, attempt, trace, slug: slug ?? '' },
    )
  } catch (error) {
    if (!(error instanceof ConnectFailure)) throw error
    const { failure } = error
    trace.add('failed', { ...failure.parameters, code: failure.code })
    // Somebody else's reference leads nowhere for this person.
    if (failure.code === 'other-person') return stranger('other-person')
    return { kind: 'failed', failure, reference: attempt.reference, slug }
  } finally {
    await trace.save()
  }
}

function stranger(code: FailureCode): ConnectOutcome {
  return { kind: 'failed', failure: { code, parameters: {} }, reference: undefined, slug: undefined }
}

interface Returning {
  readonly viewer: Viewer
  readonly address: URL
  readonly attempt: Attempt
  readonly trace: Recorder
  readonly slug: string
}

async function finish(deps: ConnectionsDependencies, returning: Returning): Promise<ConnectOutcome> {
  const { viewer, attempt, trace, slug } = returning
  const answer = checkAnswer(deps, returning)
  const endpoint = await connectable(deps, viewer, slug)
  refuseStopped(deps, endpoint)
  const client = await loadClient(deps.db, deps.vault, attempt.registration)
  if (client === undefined) throw new ConnectFailure('expired-state')
  const refused = answer.get('error')
  if (refused !== null) {
    return await afterRefusal(deps, returning, client, new AnswerRefused(refused))
  }
  const code = validated(attempt, client, answer)
  trace.add('answer-received', { issuer: attempt.issuer })
  const { dpop } = attempt.secret
  const signer = dpop === null ? undefined : signerOf(dpop.key)
  let tokens: TokenEndpointResponse
  try {
    tokens = await redeemCode({
      fetch: deps.fetch,
      endpoint: { issuer: attempt.issuer, url: attempt.secret.tokenEndpoint },
      client,
      resource: attempt.resource,
      answer: code,
      callback: callbackOf(deps.config),
      verifier: attempt.secret.verifier,
      dpop: signer,
    })
  } catch (error) {
    return await afterRefusal(deps, returning, client, error)
  }
  const bound = signer !== undefined && isBound(tokens)
  // @see RFC 9449 section 5: a bearer where a bound token was wanted
  if (dpop?.required === true && !bound) throw new ConnectFailure('not-bound')
  const set = keepTokens(tokens, deps.clock.now(), { scopes: attempt.scopes })
  trace.add('tokens-received', {
    ...(tokens.expires_in !== undefined && { minutes: Math.round(tokens.expires_in / 60) }),
  })
  const { organisation } = viewer
  const headers = await headersFor(deps, { organisation, listing: endpoint.listing }, endpoint.serverUrl)
  const token = set.tokens.access_token
  const through = bound
    ? showKey(
        { clock: deps.clock, nonces: createDpopNonces() },
        { token, signer, resource: attempt.resource },
      )
    : undefined
  await openWithToken(deps, endpoint, { headers, token, through }, trace)
  await saveConnection(
    deps,
    { viewer, endpoint },
    {
      issuer: attempt.issuer,
      resource: attempt.resource,
      login: {
        set,
        dpopKey: bound ? dpop?.key : undefined,
        registration: client.registration,
        tokenEndpoint: attempt.secret.tokenEndpoint,
        revocationEndpoint: attempt.secret.revocationEndpoint,
      },
    },
  )
  trace.add('connected')
  return { kind: 'connected', slug, name: endpoint.name, reference: trace.reference }
}

/** Everything that can be judged without the server; in the order that gives a forger the least. */
function checkAnswer(
  deps: ConnectionsDependencies,
  { viewer, address, attempt }: Returning,
): URLSearchParams {
  const { searchParams } = address
  if (attempt.person !== viewer.person || attempt.organisation !== viewer.organisation) {
    throw new ConnectFailure('other-person')
  }
  if (attempt.expiresAt <= deps.clock.now()) throw new ConnectFailure('expired-state')
  // A plain comparison, and before anything else of the answer is looked at. @see RFC 9207 section 2.4
  const issuers = searchParams.getAll('iss')
  const missing = issuers.length === 0 && attempt.secret.issuerPromised
  if (missing || issuers.some((issuer) => issuer !== attempt.issuer)) {
    throw new ConnectFailure('wrong-issuer', { expected: attempt.issuer })
  }
  if (searchParams.get('error') === 'access_denied') throw new ConnectFailure('consent-denied')
  return searchParams
}

function validated(attempt: Attempt, client: OAuthClient, answer: URLSearchParams): URLSearchParams {
  const server = {
    issuer: attempt.issuer,
    authorization_response_iss_parameter_supported: attempt.secret.issuerPromised,
  }
  try {
    const valid = validateAuthResponse(server, asClient(client), answer, skipStateCheck)
    if (valid.get('code') !== null) return valid
  } catch (error) {
    throw new ConnectFailure('refused-by-server', { error: 'invalid_response' }, { cause: error })
  }
  throw new ConnectFailure('refused-by-server', { error: 'no_code' })
}

/** The authorization endpoint sent the person back with an error. */
class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused'
  readonly error: string

  constructor(error: string) {
    super('The authorization endpoint answered with an error.')
    this.error = plainCode(error)
  }
}

const clientUnknown: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client'])

/** A server that forgot our client gets a new registration and one more try; the code cannot be saved. */
async function afterRefusal(
  deps: ConnectionsDependencies,
  { viewer, attempt, slug }: Returning,
  client: OAuthClient,
  error: unknown,
): Promise<ConnectOutcome> {
  if (error instanceof TokenRefused || error instanceof AnswerRefused) {
    if (!clientUnknown.has(error.error) || client.kind !== 'dcr') {
      throw refusedWith(error, attempt)
    }
    await retireRegistration(deps.db, client.registration, deps.clock.now())
    if (attempt.repeated) throw new ConnectFailure('client-forgotten')
    return await begin(deps, viewer, slug, { repeated: true })
  }
  if (isWireError(error)) throw new ConnectFailure('unreachable', { detail: error.message }, { cause: error })
  throw error
}

function refusedWith(cause: TokenRefused | AnswerRefused, { resource }: Attempt): ConnectFailure {
  const { error } = cause
  // @see RFC 8707 section 2
  if (error === 'invalid_target') return new ConnectFailure('resource-refused', { resource }, { cause })
  const code = cause instanceof TokenRefused ? 'token-refused' : 'refused-by-server'
  return new ConnectFailure(code, { error }, { cause })
}

interface Held {
  readonly headers: Readonly<Record<string, string>>
  readonly token: string
  readonly through: Through | undefined
}

/** A token that its own server refuses is no connection. That it does not answer just now is no reason against one. */
async function openWithToken(
  deps: ConnectionsDependencies,
  endpoint: Endpoint,
  { headers, token, through }: Held,
  trace: Recorder,
): Promise<void> {
  try {
    const opening = await openServer(endpoint.serverUrl, {
      fetch: through?.(deps.fetch) ?? deps.fetch,
      headers,
      token,
      timeoutMs: 20_000,
    })
    trace.add('server-opened')
    void opening.close()
  } catch (error) {
    if (!isWireError(error)) throw error
    if (error.code === 'unauthorized') throw new ConnectFailure('not-opened', {}, { cause: error })
  }
}
