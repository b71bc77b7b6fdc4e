import { isWireError } from '@connectory/wire'
import { inTransaction, Problem, writeAudit, type ConnectionId, type Viewer } from '../kernel/index.ts'
import type { ConnectionMemory } from './connection-memory.ts'
import type { ConnectionsDependencies } from './connections.ts'
import type { Disconnected } from './model.ts'
import { loadClient } from './registration-store.ts'
import { deleteConnection, type StoredConnection } from './store.ts'
import { revoke, TokenRefused } from './token-endpoint.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'vault' | 'fetch' | 'log' | 'config'> & {
  readonly memory: Pick<ConnectionMemory, 'changed'>
}

/**
 * Deletes the connection and its sealed tokens for good. What the server itself remembers stays: its cookies in the
 * person's browser, and its tokens until they end there (FAQ 1), unless the operator wants them given back.
 */
export async function disconnect(deps: Deps, viewer: Viewer, id: ConnectionId): Promise<Disconnected> {
  const deleted = await inTransaction(deps.db, async (trx) => {
    const gone = await deleteConnection(trx, deps.vault, id, viewer)
    if (gone === undefined) {
      throw new Problem('not-found', 'You have no such connection. It may have been disconnected already.')
    }
    await writeAudit(trx, deps, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'connections.disconnect',
      subject: `connection:${id}`,
      reason: 'The person disconnected it.',
      detail: { listing: gone.listing },
    })
    return gone
  }).finally(() => deps.memory.changed())
  // Only now: a server that is down or slow keeps nothing here.
  return deps.config.revokeOnDisconnect ? await giveBack(deps, deleted) : 'not-asked'
}

/** @see RFC 7009 section 2.1: ending the refresh token ends what it gave */
async function giveBack(deps: Deps, gone: StoredConnection): Promise<Disconnected> {
  const { tokens, registration, revocationEndpoint, issuer, resource } = gone
  if (tokens === undefined) return 'not-asked'
  const client = registration === null ? undefined : await loadClient(deps.db, deps.vault, registration)
  if (client === undefined || revocationEndpoint === null) return 'unconfirmed'
  const endpoint = { issuer, url: revocationEndpoint }
  const [first, ...rest] = [tokens.refresh_token, tokens.access_token].filter((token) => token !== undefined)
  try {
    const shared = { fetch: deps.fetch, endpoint, client, resource }
    if (first !== undefined) await revoke({ ...shared, token: first })
    for (const token of rest) await revoke({ ...shared, token }).catch(passIfUnsupported)
    return 'ended'
  } catch (error) {
    if (!(error instanceof TokenRefused) && !isWireError(error)) throw error
    deps.log.warn({ connection: gone.id, issuer }, 'A server did not confirm that it ended the tokens.')
    return 'unconfirmed'
  }
}

/** A server whose access tokens cannot be ended one by one has ended what would renew them. */
function passIfUnsupported(error: unknown): void {
  if (!(error instanceof TokenRefused) || error.error !== 'unsupported_token_type') throw error
}
