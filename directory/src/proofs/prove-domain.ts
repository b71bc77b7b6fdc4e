import { inTransaction, Problem, writeAudit, type OrganisationId, type Viewer } from '../kernel/index.ts'
import { findProof, proofOrder, type ProofOrder } from './proof-order.ts'
import type { DomainProof, ProofsDependencies } from './proofs.ts'
import { beginLook, noteProved } from './domain-store.ts'

const secondMs = 1_000
/** Between two looks at one site. */
const restMs = 5 * secondMs

/** What the publisher puts on the site of its server; the same for every server of one site. Pure. */
export function publisherOrder(organisation: OrganisationId, serverUrl: string): ProofOrder {
  return proofOrder('connectory-publisher', organisation, serverUrl)
}

/** @see Proofs.proveDomain */
export async function proveDomain(
  deps: ProofsDependencies,
  viewer: Viewer,
  serverUrl: string,
): Promise<DomainProof | undefined> {
  const { db, clock } = deps
  const { organisation } = viewer
  const { origin } = new URL(serverUrl)
  const now = clock.now()
  const since = new Date(now.getTime() - restMs)
  if (!(await beginLook(db, { organisation, origin, at: now, since }))) {
    throw new Problem('too-many', 'We have looked there just now. Wait a few seconds, then try again.')
  }
  const place = await findProof(deps, publisherOrder(organisation, serverUrl))
  if (place === undefined) return undefined
  const proof: DomainProof = { place, at: clock.now() }
  await inTransaction(db, async (trx) => {
    await noteProved(trx, { organisation, origin, ...proof })
    await writeAudit(trx, deps, {
      organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'proofs.domain-proved',
      subject: `site:${origin}`,
      reason: 'The proof was found where only who has the site can put it.',
      detail: { place },
    })
  })
  return proof
}
