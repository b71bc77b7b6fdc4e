import { confirm, give, remove } from './give.ts'
import { end } from './end.ts'
import { askAfter, expiryAfter } from './model.ts'
import { tellMissing } from './news.ts'
import { open } from './open.ts'
import { askMonthly, endExpired } from './rounds.ts'
import { openingsOf } from './opening-store.ts'
import { accountOf, deleteAccount, holdForListing, setDue, setTryAt } from './store.ts'
import { tryDue } from './try-due.ts'
import type { TestAccounts, TestAccountsDependencies } from './test-accounts.ts'

const mostOpenings = 20

export function createTestAccounts(deps: TestAccountsDependencies): TestAccounts {
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
      if (phase === 'withdrawn') return void (await end(deps, trx, listing, 'withdrawn'))
      const account = await accountOf(trx, { listing })
      if (account === undefined || account.end !== null) return
      const [at, days, before] = [deps.clock.now(), deps.config.testAccountDays, account.expiresAt]
      const askAt = account.askAt !== null && phase === 'decided' ? account.askAt : askAfter(phase, at)
      await setDue(trx, account.id, { expiresAt: expiryAfter(phase, { at, days, before }), askAt })
      // It may have been put off while nobody needed it.
      if (phase === 'open' && before !== null) await setTryAt(trx, account.id, at)
    },
    async became(trx, { what, listing, name, ...fate }) {
      if (what === 'back') return
      const ended = await end(deps, trx, listing.id, what === 'gone' ? 'taken-down' : 'handed-over')
      // A case that is still open needs one: who has it now is asked.
      if (ended === undefined || ended.expiresAt !== null || ended.submission === null) return
      const organisation = 'to' in fate ? fate.to : listing.organisation
      await tellMissing(deps, trx, { listing: listing.id, submission: ended.submission, organisation, name })
    },
    async ask(trx, wanted) {
      const account = await accountOf(trx, { listing: wanted.listing })
      if (account === undefined || account.end !== null) await tellMissing(deps, trx, wanted)
    },
    open: (trx, viewer, opened) => open(deps, trx, viewer, opened),
    endExpired: () => endExpired(deps),
    askMonthly: () => askMonthly(deps),
    tryDue: () => tryDue(deps),
  }
}
