import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import type { ProofsDependencies, SigningKeyId } from './proofs.ts'
import { markRevoked } from './store.ts'

/** What was accepted with the key stays accepted. @throws Problem not-found */
export async function revokeKey(
  { db, clock, ids }: ProofsDependencies,
  viewer: Viewer,
  id: SigningKeyId,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const name = await markRevoked(trx, { id, organisation: viewer.organisation, at: clock.now() })
    if (name === undefined) throw new Problem('not-found', 'There is no such key, or it was removed before.')
    await writeAudit(
      trx,
      { clock, ids },
      {
        organisation: viewer.organisation,
        actor: { kind: 'person', id: viewer.person },
        action: 'proofs.key-revoked',
        subject: `signing-key:${id}`,
        reason: 'A person removed a key for signed reports.',
        detail: { name },
      },
    )
  })
}
