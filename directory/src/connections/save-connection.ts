import type { Endpoint } from '../catalogue/index.ts'
import { inTransaction, writeAudit, type ConnectionId, type Viewer } from '../kernel/index.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { putConnection, type NewConnection } from './store.ts'

/** The connection and its audit row, both or none. */
export async function saveConnection(
  deps: Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'vault'>,
  { viewer, endpoint }: { readonly viewer: Viewer; readonly endpoint: Endpoint },
  granted: Pick<NewConnection, 'issuer' | 'resource' | 'login'>,
): Promise<void> {
  const id = deps.ids.next<ConnectionId>()
  const { person, organisation } = viewer
  await inTransaction(deps.db, async (trx) => {
    await putConnection(trx, deps.vault, {
      ...granted,
      id,
      person,
      organisation,
      listing: endpoint.listing,
      at: deps.clock.now(),
    })
    await writeAudit(trx, deps, {
      organisation,
      actor: { kind: 'person', id: person },
      action: 'connections.connect',
      subject: `connection:${id}`,
      reason: 'The person connected it.',
      detail: { listing: endpoint.listing, issuer: granted.issuer, scopes: granted.login?.set.scopes ?? [] },
    })
  })
}
