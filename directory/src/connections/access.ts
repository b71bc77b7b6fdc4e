import { isWireError } from '@connectory/wire'
import {
  andThen,
  createTurns,
  createTurnsByKey,
  inTransaction,
  type ConnectionId,
  type Database,
  type Soon,
  type TextParameters,
} from '../kernel/index.ts'
import type { OAuthClient } from './client.ts'
import { createDpopNonces, showKey, type DpopNonces } from './dpop-fetch.ts'
import type { ConnectionMemory } from './connection-memory.ts'
import type { Connections, ConnectionsDependencies } from './connections.ts'
import { openHeaders } from './header-store.ts'
import { loseConsent } from './lose-consent.ts'
import type { Access, FailureCode, HeadersFor } from './model.ts'
import { keptChallenge } from './note-refusal.ts'
import { createRecentReferences, type RecentReferences } from './recent-references.ts'
import { loadClient, retireRegistration } from './registration-store.ts'
import { loadConnection, putTokens, type LoadedConnection, type StoredConnection } from './store.ts'
import { redeemRefreshToken, TokenRefused } from './token-endpoint.ts'
import { keepTokens, type SealedTokens } from './tokens.ts'
import { draftTrace, type Recorder } from './trace.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'vault' | 'fetch' | 'log' | 'notices'>

/** A renewal holds a connection to the database while a stranger answers: most of the pool stays for everybody else. */
const mostRenewals = 8
const mostRenewalsPerIssuer = 2

/**
 * Makes `access`. A rotating refresh token dies when it is used twice, so one refresh serves all: callers of this
 * process share one promise, other processes wait for the row's lock and read again what the winner wrote.
 */
export function createAccess(deps: Deps, memory: ConnectionMemory): Connections['access'] {
  const running = new Map<ConnectionId, Promise<Access>>()
  const recent = createRecentReferences(deps.clock)
  const nonces = createDpopNonces()
  const ofIssuer = createTurnsByKey(mostRenewalsPerIssuer)
  const ofAll = createTurns(mostRenewals)
  const holding = { ...deps, nonces }
  const renew = async (
    id: ConnectionId,
    known: LoadedConnection | undefined,
    { rejected, challenge }: Asked,
  ): Promise<Access> => {
    const joined = running.get(id)
    if (joined !== undefined) return await joined
    const renewal = ofIssuer(known?.issuer ?? '')(() =>
      ofAll(() => refreshLocked({ ...holding, recent }, id, { rejected, challenge })),
    )
    const mine = renewal
      .then((renewed) => withHeaders(deps, renewed, known))
      .finally(() => {
        running.delete(id)
        memory.renewed(id)
      })
    running.set(id, mine)
    const access = await mine
    if (access.kind === 'reconnect') memory.changed()
    return access
  }
  const give = (
    known: LoadedConnection | undefined,
    id: ConnectionId,
    rejected: string | undefined,
    challenge: string | null,
  ): Soon<Access> => {
    const settled = settle(holding, known, rejected)
    if (settled !== undefined) return withHeaders(deps, settled, known)
    return renew(id, known, { rejected, challenge })
  }
  return (id, rejected, challenge = null) => andThen(memory.stored(id), give, id, rejected, challenge)
}

function withHeaders({ vault }: Deps, access: Access, known: LoadedConnection | undefined): Access {
  if (known === undefined || known.headers.length === 0) return access
  if (access.kind !== 'token' && access.kind !== 'open') return access
  const headers: HeadersFor = (serverUrl) => openHeaders(vault, known, known.headers, serverUrl)
  return { ...access, headers }
}

/** What can be said without asking the authorization server; undefined when it has to be asked. */
function settle(
  deps: HoldingDeps,
  known: StoredConnection | undefined,
  rejected: string | undefined,
): Access | undefined {
  const now = deps.clock.now()
  if (known === undefined || known.state === 'needs-reconnect') return { kind: 'reconnect' }
  if (known.tokens === undefined) return rejected === undefined ? { kind: 'open' } : undefined
  const { access_token: token } = known.tokens
  const due = known.refreshAt !== null && known.refreshAt <= now && known.tokens.refresh_token !== undefined
  const over = known.expiresAt !== null && known.expiresAt <= now
  return token === rejected || due || over ? undefined : held(deps, known, known.tokens)
}

interface HoldingDeps extends Pick<Deps, 'clock'> {
  readonly nonces: DpopNonces
}

/** A token to be sent; one that is bound to a key goes through a door that shows the key. */
function held(deps: HoldingDeps, { dpop, resource }: StoredConnection, tokens: SealedTokens): Access {
  const { access_token: token, token_type: type } = tokens
  if (type === undefined || dpop === undefined) return { kind: 'token', token }
  return { kind: 'token', token, through: showKey(deps, { token, signer: dpop, resource }) }
}

interface RenewalDeps extends Deps, HoldingDeps {
  readonly recent: RecentReferences
}

interface Asked {
  readonly rejected: string | undefined
  readonly challenge: string | null
}

async function refreshLocked(
  deps: RenewalDeps,
  id: ConnectionId,
  { rejected, challenge }: Asked,
): Promise<Access> {
  return await inTransaction(deps.db, async (trx) => {
    const known = await loadConnection(trx, deps.vault, id, 'lock')
    const settled = settle(deps, known, rejected)
    if (settled !== undefined || known === undefined) return settled ?? { kind: 'reconnect' }
    const trace = draftTrace({ ...deps, db: trx }, known)
    const reconnect: Failed['reconnect'] = async (reason, code, parameters = {}) => {
      await loseConsent(deps, trx, known, { reason, challenge: keptChallenge(challenge) })
      trace.add('failed', { ...parameters, code })
      await trace.save()
      return { kind: 'reconnect', reference: trace.reference }
    }
    // It let us in, and asks for a login when a tool is called; the next sign-in has to know that.
    if (known.tokens === undefined) {
      challenge ??= 'Bearer'
      return await reconnect('The server asks for a login now.', 'renewal-impossible')
    }
    const { refresh_token: refreshToken } = known.tokens
    const client =
      known.registration === null ? undefined : await loadClient(trx, deps.vault, known.registration)
    if (refreshToken === undefined || client === undefined || known.tokenEndpoint === null) {
      return await reconnect(
        'The access token ended and the server gave none to renew it.',
        'renewal-impossible',
      )
    }
    trace.add('renewing', { host: new URL(known.tokenEndpoint).host })
    try {
      const answer = await redeemRefreshToken({
        fetch: trace.watch(deps.fetch),
        endpoint: { issuer: known.issuer, url: known.tokenEndpoint },
        client,
        resource: known.resource,
        refreshToken,
        dpop: known.dpop,
      })
      const set = keepTokens(answer, deps.clock.now(), { refreshToken, scopes: known.scopes })
      await putTokens(trx, deps.vault, known, set)
      return held(deps, known, set.tokens)
    } catch (error) {
      return await explain(deps, trx, known, { error, rejected, client, reconnect, trace })
    }
  })
}

interface Failed {
  readonly error: unknown
  readonly rejected: string | undefined
  readonly client: OAuthClient
  readonly reconnect: (reason: string, code: FailureCode, parameters?: TextParameters) => Promise<Access>
  readonly trace: Recorder
}

/** Refusals that a later try will not change; the others are of a server that is not well. */
const final: ReadonlySet<string> = new Set([
  'invalid_request',
  'invalid_scope',
  'invalid_target',
  'unsupported_grant_type',
  'access_denied',
  'consent_required',
  'interaction_required',
  'login_required',
])

async function explain(
  deps: RenewalDeps,
  trx: Database,
  known: StoredConnection,
  { error, rejected, client, reconnect, trace }: Failed,
): Promise<Access> {
  // A fault of ours, or of the database, must roll back and be seen; it must not pass for a server that is down.
  if (!(error instanceof TokenRefused) && !isWireError(error)) throw error
  const refused = error instanceof TokenRefused ? error.error : undefined
  const refuse = (error: string, reason = 'The server refused to renew the access token.') =>
    reconnect(reason, 'renewal-refused', { error })
  if (refused === 'invalid_grant') return await refuse(refused)
  if (refused === 'invalid_client' || refused === 'unauthorized_client') {
    // What an operator entered is not dropped on a stranger's word; the log says what happened.
    if (client.kind === 'dcr') await retireRegistration(trx, client.registration, deps.clock.now())
    deps.log.warn(
      { issuer: known.issuer, client: client.kind },
      'An authorization server no longer knows our client.',
    )
    return await refuse(refused, 'The server has forgotten our client registration.')
  }
  const token = known.tokens?.access_token
  const alive = known.expiresAt === null || known.expiresAt > deps.clock.now()
  // Renewing ahead of time may fail for now: the token at hand still works.
  if (known.tokens !== undefined && token !== rejected && alive) return held(deps, known, known.tokens)
  deps.log.warn(
    { connection: known.id, issuer: known.issuer, refused },
    'An access token could not be renewed.',
  )
  if (refused !== undefined && final.has(refused)) return await refuse(refused)
  const earlier = deps.recent.get(known.id)
  if (earlier !== undefined) return { kind: 'unavailable', reference: earlier }
  const detail = refused ?? (error instanceof Error ? error.message : '')
  trace.add('failed', { code: 'renewal-unanswered', detail })
  await trace.save()
  deps.recent.set(known.id, trace.reference)
  return { kind: 'unavailable', reference: trace.reference }
}
