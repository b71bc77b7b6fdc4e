import { inTransaction, Problem, type Database, type ListingId } from '../kernel/index.ts'
import { record } from './move.ts'
import type { OwnershipDependencies } from './ownership.ts'
import { loadTransfer, openTransferOf, transfersOver } from './transfer-store.ts'

const program = { kind: 'system', name: 'ownership' } as const
const mostAtOnce = 100

/** Offers whose time is over end, each in a transaction of its own. */
export async function expireOffers(deps: OwnershipDependencies): Promise<void> {
  for (const id of await transfersOver(deps.db, deps.clock.now(), mostAtOnce)) {
    try {
      await inTransaction(deps.db, async (trx) => {
        const transfer = await loadTransfer(trx, id)
        if (transfer === undefined) return
        const reason = 'The time of the offer is over.'
        await record(deps, trx, transfer, { event: { name: 'expired' }, actor: program, reason })
      })
    } catch (error) {
      // Somebody, or another replica, was faster.
      if (!(error instanceof Problem)) throw error
    }
  }
}

/** Locks the open offer, as each step of it does before it touches the listing: so no two wait for each other. */
export async function lockOffer(trx: Database, listing: ListingId): Promise<void> {
  const id = await openTransferOf(trx, listing)
  if (id !== undefined) await loadTransfer(trx, id)
}

/** What was removed is not handed over. */
export async function endOffer(
  deps: OwnershipDependencies,
  trx: Database,
  listing: ListingId,
): Promise<void> {
  const id = await openTransferOf(trx, listing)
  const transfer = id && (await loadTransfer(trx, id))
  if (transfer === undefined) return
  const over = deps.clock.now() >= transfer.state.expiresAt
  const event = { name: over ? 'expired' : 'withdrawn' } as const
  await record(deps, trx, transfer, { event, actor: program, reason: 'The connector was removed.' })
}
