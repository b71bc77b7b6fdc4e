import { inTransaction, Problem, writeAudit, type ConnectionId, type Viewer } from '../kernel/index.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { deleteConnection } from './store.ts'

/**
 * Deletes the connection and its sealed tokens for good. What the server itself remembers stays: its tokens live
 * until they end there, and its cookies in the person's browser (FAQ 1); the page says so.
 */
export async function disconnect(
  deps: Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids'>,
  viewer: Viewer,
  id: ConnectionId,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const deleted = await deleteConnection(trx, id, viewer)
    if (deleted === undefined) {
      throw new Problem('not-found', 'You have no such connection. It may have been disconnected already.')
    }
    await writeAudit(trx, deps, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'connections.disconnect',
      subject: `connection:${id}`,
      reason: 'The person disconnected it.',
      detail: { listing: deleted.listing },
    })
  })
}
