import { isWireError } from '@connectory/wire'
import { inTransaction, writeAudit, type ConnectionId, type Database } from '../kernel/index.ts'
import type { OAuthClient } from './client.ts'
import type { ConnectionsDependencies } from './connections.ts'
import type { Access } from './model.ts'
import { loadClient, retireRegistration } from './registration-store.ts'
import { loadConnection, markNeedsReconnect, putTokens, type StoredConnection } from './store.ts'
import { redeemRefreshToken, TokenRefused } from './token-endpoint.ts'
import { keepTokens } from './tokens.ts'
import { createTurns, createTurnsByKey } from './turns.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'vault' | 'fetch' | 'log'>

/** A renewal holds a connection to the database while a stranger answers: most of the pool stays for everybody else. */
const mostRenewals = 8
const mostRenewalsPerIssuer = 2

/**
 * Makes `access`. A rotating refresh token dies when it is used twice, so one refresh serves all: callers of this
 * process share one promise, other processes wait for the row's lock and read again what the winner wrote.
 */
export function createAccess(deps: Deps): (id: ConnectionId, rejected?: string) => Promise<Access> {
  const running = new Map<ConnectionId, Promise<Access>>()
  const ofIssuer = createTurnsByKey(mostRenewalsPerIssuer)
  const ofAll = createTurns(mostRenewals)
  return async (id, rejected) => {
    const known = await loadConnection(deps.db, deps.vault, id)
    const settled = settle(known, deps.clock.now(), rejected)
    if (settled !== undefined) return settled
    const joined = running.get(id)
    if (joined !== undefined) return await joined
    const renewal = ofIssuer(known?.issuer ?? '')(() => ofAll(() => refreshLocked(deps, id, rejected)))
    const mine = renewal.finally(() => running.delete(id))
    running.set(id, mine)
    return await mine
  }
}

/** What can be said without asking the authorization server; undefined when it has to be asked. */
function settle(
  known: StoredConnection | undefined,
  now: Date,
  rejected: string | undefined,
): Access | undefined {
  if (known === undefined || known.state === 'needs-reconnect') return { kind: 'reconnect' }
  if (known.tokens === undefined) return rejected === undefined ? { kind: 'open' } : undefined
  const { access_token: token } = known.tokens
  const due = known.refreshAt !== null && known.refreshAt <= now && known.tokens.refresh_token !== undefined
  const over = known.expiresAt !== null && known.expiresAt <= now
  return token === rejected || due || over ? undefined : { kind: 'token', token }
}

async function refreshLocked(deps: Deps, id: ConnectionId, rejected: string | undefined): Promise<Access> {
  return await inTransaction(deps.db, async (trx) => {
    const known = await loadConnection(trx, deps.vault, id, 'lock')
    const settled = settle(known, deps.clock.now(), rejected)
    if (settled !== undefined || known === undefined) return settled ?? { kind: 'reconnect' }
    if (known.tokens === undefined)
      return await loseConsent(deps, trx, known, 'The server asks for a login now.')
    const { refresh_token: refreshToken } = known.tokens
    const client =
      known.registration === null ? undefined : await loadClient(trx, deps.vault, known.registration)
    if (refreshToken === undefined || client === undefined || known.tokenEndpoint === null) {
      return await loseConsent(
        deps,
        trx,
        known,
        'The access token ended and the server gave none to renew it.',
      )
    }
    try {
      const answer = await redeemRefreshToken({
        fetch: deps.fetch,
        endpoint: { issuer: known.issuer, url: known.tokenEndpoint },
        client,
        resource: known.resource,
        refreshToken,
      })
      const set = keepTokens(answer, deps.clock.now(), { refreshToken, scopes: known.scopes })
      await putTokens(trx, deps.vault, id, set)
      return { kind: 'token', token: set.tokens.access_token }
    } catch (error) {
      return await explain(deps, trx, known, { error, rejected, client })
    }
  })
}

interface Failed {
  readonly error: unknown
  readonly rejected: string | undefined
  readonly client: OAuthClient
}

async function explain(
  deps: Deps,
  trx: Database,
  known: StoredConnection,
  { error, rejected, client }: Failed,
): Promise<Access> {
  // A fault of ours, or of the database, must roll back and be seen; it must not pass for a server that is down.
  if (!(error instanceof TokenRefused) && !isWireError(error)) throw error
  const refused = error instanceof TokenRefused ? error.error : undefined
  if (refused === 'invalid_grant') {
    return await loseConsent(deps, trx, known, 'The server refused to renew the access token.')
  }
  if (refused === 'invalid_client' || refused === 'unauthorized_client') {
    // What an operator entered is not dropped on a stranger's word; the log says what happened.
    if (client.kind === 'dcr') await retireRegistration(trx, client.registration, deps.clock.now())
    deps.log.warn(
      { issuer: known.issuer, client: client.kind },
      'An authorization server no longer knows our client.',
    )
    return await loseConsent(deps, trx, known, 'The server has forgotten our client registration.')
  }
  const token = known.tokens?.access_token
  const alive = known.expiresAt === null || known.expiresAt > deps.clock.now()
  // Renewing ahead of time may fail for now: the token at hand still works.
  if (token !== undefined && token !== rejected && alive) return { kind: 'token', token }
  deps.log.warn(
    { connection: known.id, issuer: known.issuer, refused },
    'An access token could not be renewed.',
  )
  return { kind: 'unavailable' }
}

async function loseConsent(
  deps: Deps,
  trx: Database,
  known: StoredConnection,
  reason: string,
): Promise<Access> {
  await markNeedsReconnect(trx, known.id)
  await writeAudit(trx, deps, {
    organisation: known.organisation,
    actor: { kind: 'system', name: 'connections' },
    action: 'connections.needs-reconnect',
    subject: `connection:${known.id}`,
    reason,
  })
  return { kind: 'reconnect' }
}
