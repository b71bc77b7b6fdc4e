import { isWireError } from '@connectory/wire'
import { Problem, type Viewer } from '../kernel/index.ts'
import { findTransfer, move } from './move.ts'
import type { OwnershipDependencies } from './ownership.ts'
import type { ProofPlace, TransferId } from './transfer.ts'
import type { Transfer } from './transfer-store.ts'

const proofPath = '/.well-known/connectory-transfer'
const recordLabel = '_connectory-transfer'

/** What the receiving organisation puts on the server's site, or into its domain. */
export interface ProofOrder {
  readonly file: string
  /** Null for a server without a domain. */
  readonly record: string | null
  readonly text: string
}

/** Pure. */
export function proofOrder(id: TransferId, serverUrl: string): ProofOrder {
  const { origin, hostname } = new URL(serverUrl)
  const isName = /[a-z]$/i.test(hostname)
  return {
    file: `${origin}${proofPath}`,
    record: isName ? `${recordLabel}.${hostname}` : null,
    text: `connectory-transfer=${id}`,
  }
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
  const place = await findProof(deps, proofOrder(id, listing.serverUrl))
  if (place === undefined) {
    const sentence = 'The proof was found neither in the file nor in the record.'
    throw new Problem('invalid-input', sentence, { fields: { proof: sentence } })
  }
  const reason = `The receiving organisation proved that it has the server (${place}).`
  return await move(deps, viewer, id, { event: { name: 'proved', place }, reason })
}

async function findProof(
  { fetch, textRecords }: Pick<OwnershipDependencies, 'fetch' | 'textRecords'>,
  { file, record, text }: ProofOrder,
): Promise<ProofPlace | undefined> {
  try {
    const answer = await fetch(file, { timeoutMs: 10_000, maxBytes: 10_000 })
    const lines = (await answer.text()).split('\n').map((line) => line.trim())
    if (answer.status === 200 && lines.includes(text)) return 'file'
  } catch (error) {
    if (!isWireError(error)) throw error
  }
  if (record === null) return undefined
  return (await textRecords(record)).some((found) => found.trim() === text) ? 'record' : undefined
}
