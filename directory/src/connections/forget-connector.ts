import type { Database, ListingId } from '../kernel/index.ts'
import { deleteAttemptsAt } from './attempt-store.ts'
import { deleteHeadersTo } from './header-store.ts'
import { deleteClientsOf } from './registration-store.ts'
import { deleteConnectionsTo } from './store.ts'
import { deleteLevelsAt } from './tool-level-store.ts'
import { deleteTracesOf } from './trace-store.ts'

/** Destroys what is kept for a connector that is gone: tokens, sign-ins under way, its clients, headers and traces. */
export async function forgetConnector(trx: Database, listing: ListingId): Promise<void> {
  await deleteConnectionsTo(trx, listing)
  await deleteAttemptsAt(trx, listing)
  await deleteClientsOf(trx, listing)
  await deleteHeadersTo(trx, listing)
  await deleteLevelsAt(trx, listing)
  await deleteTracesOf(trx, listing)
}
