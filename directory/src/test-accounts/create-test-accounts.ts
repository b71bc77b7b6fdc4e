import { confirm, give, remove } from './give.ts'
import { askAfter, expiryAfter, type End } from './model.ts'
import { open } from './open.ts'
import { askMonthly, endExpired } from './rounds.ts'
import { accountOf, deleteAccount, destroy, holdForListing, setDue, openingsOf } from './store.ts'
import type { TestAccounts, TestAccountsDependencies } from './test-accounts.ts'
import type { Database, ListingId } from '../kernel/index.ts'

const mostOpenings = 20

export function createTestAccounts(deps: TestAccountsDependencies): TestAccounts {
  const end = async (trx: Database, listing: ListingId, why: End): Promise<void> => {
    const account = await accountOf(trx, { listing })
    if (account !== undefined && account.end === null) {
      await destroy(trx, account.id, { at: deps.clock.now(), why })
    }
  }
  return {
    give: (trx, viewer, owner, given) => give(deps, trx, viewer, { owner, ...given }),
    remove: (trx, viewer, holder) => remove(deps, trx, viewer, holder),
    confirm: (trx, viewer, holder) => confirm(deps, trx, viewer, holder),
    async view(db, holder) {
      const account = await accountOf(db, holder)
      if (account === undefined || 'draft' in holder) return { account, openings: [] }
      const { organisation } = account
      const openings = await openingsOf(db, holder.listing, { organisation, most: mostOpenings })
      return { account, openings }
    },
    async move(trx, draft, to) {
      const account = await accountOf(trx, { draft })
      if (account === undefined || account.end !== null) return false
      await deleteAccount(trx, { listing: to.listing })
      await holdForListing(trx, account.id, to)
      return true
    },
    discard: (trx, draft) => deleteAccount(trx, { draft }),
    async follow(trx, listing, phase) {
      if (phase === 'withdrawn') return await end(trx, listing, 'withdrawn')
      const account = await accountOf(trx, { listing })
      if (account === undefined || account.end !== null) return
      const [at, days, before] = [deps.clock.now(), deps.config.testAccountDays, account.expiresAt]
      const askAt = account.askAt !== null && phase === 'decided' ? account.askAt : askAfter(phase, at)
      await setDue(trx, account.id, { expiresAt: expiryAfter(phase, { at, days, before }), askAt })
    },
    end,
    open: (trx, viewer, opened) => open(deps, trx, viewer, opened),
    endExpired: () => endExpired(deps),
    askMonthly: () => askMonthly(deps),
  }
}
