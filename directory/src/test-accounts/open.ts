import { Problem, writeAudit, type Database, type Id, type Viewer } from '../kernel/index.ts'
import type { Owned, Words } from './model.ts'
import { insertOpening } from './opening-store.ts'
import { accountOf, openWords } from './store.ts'
import type { TestAccountsDependencies } from './test-accounts.ts'

/** @see TestAccounts.open */
export async function open(
  deps: TestAccountsDependencies,
  trx: Database,
  viewer: Viewer,
  { listing, submission }: Owned,
): Promise<Words> {
  const account = await accountOf(trx, { listing })
  if (account === undefined || account.end !== null) {
    throw new Problem('not-found', 'There is no test account. Ask the publisher for one.')
  }
  await insertOpening(trx, account, {
    id: deps.ids.next<Id<'opening'>>(),
    listing,
    submission,
    person: viewer.person,
    at: deps.clock.now(),
  })
  await writeAudit(trx, deps, {
    organisation: account.organisation,
    actor: { kind: 'person', id: viewer.person },
    action: 'test-accounts.opened',
    subject: `submission:${submission}`,
    reason: 'The reviewer who holds the case opened the test account.',
  })
  return await openWords(trx, deps.vault, account)
}
