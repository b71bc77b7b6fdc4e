import { isOpen } from '../catalogue/index.ts'
import { inTransaction, type ListingId } from '../kernel/index.ts'
import { tellExpired } from './news.ts'
import { accountOf, destroy, expired } from './store.ts'
import type { TestAccountsDependencies } from './test-accounts.ts'

const atOnce = 500

/** @see TestAccounts.endExpired */
export async function endExpired(deps: TestAccountsDependencies): Promise<void> {
  let due: readonly ListingId[]
  do {
    due = await expired(deps.db, deps.clock.now(), atOnce)
    for (const listing of due) await endOne(deps, listing)
  } while (due.length === atOnce)
}

async function endOne(deps: TestAccountsDependencies, listing: ListingId): Promise<void> {
  const at = deps.clock.now()
  await inTransaction(deps.db, async (trx) => {
    const account = await accountOf(trx, { listing })
    // Somebody else ended it, or a case was opened again.
    if (account === undefined || account.expiresAt === null || account.expiresAt > at) return
    await destroy(trx, account.id, { at, why: 'expired' })
    const known = await deps.catalogue.byId(listing, trx)
    if (known !== undefined && isOpen(known)) await tellExpired(deps, trx, known, account)
  })
}
