import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import type { AuthorizationContext } from './create-authorization.ts'
import { deleteRecordsOf } from './record-store.ts'
import { markRevoked } from './store.ts'

/** Ends the access: no refresh from now on, and the gateway refuses its tokens: here at once, on other replicas within a second. */
export async function revokeGrant(
  context: AuthorizationContext,
  viewer: Viewer,
  grant: string,
): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const revoked = await markRevoked(trx, viewer, grant, context.clock.now())
    if (revoked === undefined) {
      throw new Problem('not-found', 'There is no such access of yours, or it has ended already.')
    }
    await deleteRecordsOf(trx, grant)
    await writeAudit(trx, context, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'authorization.revoke',
      subject: `grant:${grant}`,
      reason: 'Ended from the account page.',
      detail: { client: revoked.clientName, endpoint: revoked.endpoint },
    })
  })
  context.grants.forget(grant)
}
