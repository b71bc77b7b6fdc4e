import { writeAudit, type Database } from '../kernel/index.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { markNeedsReconnect, type StoredConnection } from './store.ts'

/** The tokens are of no more use: the connection stays, and its person has to sign in again. */
export async function loseConsent(
  deps: Pick<ConnectionsDependencies, 'clock' | 'ids'>,
  trx: Database,
  known: Pick<StoredConnection, 'id' | 'organisation'>,
  { reason, challenge = null }: { readonly reason: string; readonly challenge?: string | null },
): Promise<void> {
  await markNeedsReconnect(trx, known.id, challenge)
  await writeAudit(trx, deps, {
    organisation: known.organisation,
    actor: { kind: 'system', name: 'connections' },
    action: 'connections.needs-reconnect',
    subject: `connection:${known.id}`,
    reason,
  })
}
