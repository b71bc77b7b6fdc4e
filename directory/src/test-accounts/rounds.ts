import { isOpen } from '../catalogue/index.ts'
import { inTransaction, type ListingId } from '../kernel/index.ts'
import { endAccount } from './end.ts'
import { askAfter, isKnownToWork } from './model.ts'
import { tellExpired, tellToConfirm } from './news.ts'
import { accountOf, dueAccounts, noteAsked } from './store.ts'
import type { TestAccountsDependencies } from './test-accounts.ts'

const atOnce = 500

/** @see TestAccounts.endExpired */
export async function endExpired(deps: TestAccountsDependencies): Promise<void> {
  await eachDue(deps, 'expires_at', (listing) => endOne(deps, listing))
}

/** @see TestAccounts.askMonthly */
export async function askMonthly(deps: TestAccountsDependencies): Promise<void> {
  await eachDue(deps, 'ask_at', (listing) => askOne(deps, listing))
}

/** Each of them is not due any more afterwards, except where a fault of ours stands in the way. */
async function eachDue(
  { db, clock, log }: TestAccountsDependencies,
  what: Parameters<typeof dueAccounts>[1],
  work: (listing: ListingId) => Promise<void>,
): Promise<void> {
  let due: readonly ListingId[]
  let done: number
  do {
    due = await dueAccounts(db, what, { at: clock.now(), most: atOnce })
    done = 0
    for (const listing of due) {
      try {
        await work(listing)
        done += 1
      } catch (error) {
        // It keeps no other account past its time; the next round tries again.
        log.error({ err: error, listing }, 'what is due of a test account was not done')
      }
    }
  } while (due.length === atOnce && done > 0)
}

async function endOne(deps: TestAccountsDependencies, listing: ListingId): Promise<void> {
  const at = deps.clock.now()
  await inTransaction(deps.db, async (trx) => {
    const account = await accountOf(trx, { listing })
    // Somebody else ended it, or a case was opened again.
    if (account === undefined || account.expiresAt === null || account.expiresAt > at) return
    await endAccount(deps, trx, account, { listing, why: 'expired' })
    const known = await deps.catalogue.byId(listing, trx)
    if (known !== undefined && isOpen(known)) await tellExpired(deps, trx, known, account)
  })
}

async function askOne(deps: TestAccountsDependencies, listing: ListingId): Promise<void> {
  const at = deps.clock.now()
  await inTransaction(deps.db, async (trx) => {
    const account = await accountOf(trx, { listing })
    // Another replica asked, or there is nothing to ask for any more.
    if (account === undefined || account.askAt === null || account.askAt > at) return
    const known = await deps.catalogue.byId(listing, trx)
    const asks = known !== undefined && isOpen(known) && !isKnownToWork(account, at)
    await noteAsked(trx, account.id, { at: asks ? at : null, next: askAfter('decided', at) })
    if (asks) await tellToConfirm(deps, trx, known, { ...account, askedAt: at })
  })
}
