import { Problem, writeAudit, type Database, type Viewer } from '../kernel/index.ts'
import {
  askAfter,
  expiryAfter,
  mayBeMended,
  type Holder,
  type Owner,
  type Phase,
  type TestAccountId,
  type Words,
} from './model.ts'
import { accountOf, deleteAccount, destroy, insertAccount, noteConfirmed, setTryAt } from './store.ts'
import type { TestAccountsDependencies } from './test-accounts.ts'

/** @see TestAccounts.give */
export async function give(
  deps: TestAccountsDependencies,
  trx: Database,
  viewer: Viewer,
  { owner, words, phase }: { readonly owner: Owner; readonly words: Words; readonly phase: Phase },
): Promise<void> {
  const at = deps.clock.now()
  const days = deps.config.testAccountDays
  const now = phase === 'open' ? 'open' : 'decided'
  await deleteAccount(trx, owner)
  await insertAccount(trx, deps.vault, {
    id: deps.ids.next<TestAccountId>(),
    organisation: viewer.organisation,
    owner,
    words,
    by: viewer.person,
    at,
    expiresAt: expiryAfter(now, { at, days, before: null }),
    askAt: askAfter(now, at),
    // At once, so that its publisher and the reviewer know.
    tryAt: (words.way ?? 'person') === 'person' ? null : at,
  })
  await audit(deps, trx, viewer, owner, 'given')
}

/** @see TestAccounts.remove */
export async function remove(
  deps: TestAccountsDependencies,
  trx: Database,
  viewer: Viewer,
  holder: Holder,
): Promise<void> {
  const account = await accountOf(trx, holder)
  if (account === undefined || account.end !== null) return
  await destroy(trx, account.id, { at: deps.clock.now(), why: 'removed' })
  await audit(deps, trx, viewer, holder, 'removed')
}

/** @see TestAccounts.confirm */
export async function confirm(
  deps: TestAccountsDependencies,
  trx: Database,
  viewer: Viewer,
  holder: Holder,
): Promise<void> {
  const account = await accountOf(trx, holder)
  if (account === undefined || account.end !== null) {
    throw new Problem('conflict', 'There is no test account any more. Give a new one.')
  }
  const at = deps.clock.now()
  await noteConfirmed(trx, account.id, at)
  if (mayBeMended(account)) await setTryAt(trx, account.id, at)
  await audit(deps, trx, viewer, holder, 'confirmed')
}

const reasons = {
  given: 'The publisher gave a test account.',
  removed: 'The publisher took the account back.',
  confirmed: 'The publisher says that the account still works.',
} as const

async function audit(
  deps: TestAccountsDependencies,
  trx: Database,
  viewer: Viewer,
  holder: Holder,
  what: keyof typeof reasons,
): Promise<void> {
  await writeAudit(trx, deps, {
    organisation: viewer.organisation,
    actor: { kind: 'person', id: viewer.person },
    action: `test-accounts.${what}`,
    subject: 'draft' in holder ? `draft:${holder.draft}` : `listing:${holder.listing}`,
    reason: reasons[what],
  })
}
