import { writeAudit, type Database } from '../kernel/index.ts'
import type { Saying } from '../notices/index.ts'
import { paths } from '../web/index.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { markNeedsReconnect, type StoredConnection } from './store.ts'

/** The tokens are of no more use: the connection stays, and its person has to sign in again, and is told so. */
export async function loseConsent(
  deps: Pick<ConnectionsDependencies, 'clock' | 'ids' | 'notices'>,
  trx: Database,
  known: Pick<StoredConnection, 'id' | 'organisation' | 'person' | 'resource'>,
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
  const parameters = { host: new URL(known.resource).host }
  const say = (part: 'what' | 'why' | 'do'): Saying => ({
    key: `notices.connections.needs-reconnect.${part}`,
    parameters,
  })
  await deps.notices.tell(trx, {
    kind: 'connections.needs-reconnect',
    to: { organisation: known.organisation, person: known.person },
    about: `connection:${known.id}`,
    // The caller holds the row, and it was connected: once each time.
    occasion: deps.clock.now().toISOString(),
    what: say('what'),
    why: say('why'),
    whatToDo: say('do'),
    link: paths.connections,
  })
}
