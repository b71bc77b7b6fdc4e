import { Problem, type Viewer } from '../kernel/index.ts'
import { findProof, proofOrder, type ProofOrder } from '../proofs/index.ts'
import { findTransfer, move } from './move.ts'
import type { OwnershipDependencies } from './ownership.ts'
import type { TransferId } from './transfer.ts'
import type { Transfer } from './transfer-store.ts'

/** What the receiving organisation puts on the server's site, or into its domain. Pure. */
export function transferOrder(id: TransferId, serverUrl: string): ProofOrder {
  return proofOrder('connectory-transfer', id, serverUrl)
}

/**
 * Looks for the proof and, where it is, hands the listing over. Nothing is locked while strangers are asked.
 * @throws Problem invalid-input when it is not there
 */
export async function prove(deps: OwnershipDependencies, viewer: Viewer, id: TransferId): Promise<Transfer> {
  const { state } = await findTransfer(deps.db, viewer, id)
  if (viewer.organisation !== state.to) {
    throw new Problem('not-allowed', 'The receiving organisation shows that it has the server.')
  }
  const listing = await deps.catalogue.byId(state.listing)
  if (listing === undefined) throw new Error('An offer of a listing that is not there.')
  const place = await findProof(deps, transferOrder(id, listing.serverUrl))
  if (place === undefined) {
    const sentence = 'The proof was found neither in the file nor in the record.'
    throw new Problem('invalid-input', sentence, { fields: { proof: sentence } })
  }
  const reason = `The receiving organisation proved that it has the server (${place}).`
  return await move(deps, viewer, id, { event: { name: 'proved', place }, reason })
}
