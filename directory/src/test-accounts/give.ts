import { writeAudit, type Database, type Viewer } from '../kernel/index.ts'
import { expiryAfter, type Holder, type Owner, type Phase, type TestAccountId, type Words } from './model.ts'
import { accountOf, deleteAccount, destroy, insertAccount } from './store.ts'
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
  await deleteAccount(trx, owner)
  await insertAccount(trx, deps.vault, {
    id: deps.ids.next<TestAccountId>(),
    organisation: viewer.organisation,
    owner,
    words,
    by: viewer.person,
    at,
    expiresAt: expiryAfter(phase === 'open' ? 'open' : 'decided', { at, days, before: null }),
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

async function audit(
  deps: TestAccountsDependencies,
  trx: Database,
  viewer: Viewer,
  holder: Holder,
  what: 'given' | 'removed',
): Promise<void> {
  await writeAudit(trx, deps, {
    organisation: viewer.organisation,
    actor: { kind: 'person', id: viewer.person },
    action: `test-accounts.${what}`,
    subject: 'draft' in holder ? `draft:${holder.draft}` : `listing:${holder.listing}`,
    reason: what === 'given' ? 'The publisher gave a test account.' : 'The publisher took the account back.',
  })
}
