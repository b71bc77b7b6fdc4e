import { writeAudit, type Database, type ListingId } from '../kernel/index.ts'
import type { End, TestAccount } from './model.ts'
import { accountOf, destroy } from './store.ts'
import type { TestAccountsDependencies } from './test-accounts.ts'

type Deps = Pick<TestAccountsDependencies, 'clock' | 'ids'>

/** Destroys its words, with an audit row. @returns it as it was; undefined when there was none */
export async function end(
  deps: Deps,
  trx: Database,
  listing: ListingId,
  why: End,
): Promise<TestAccount | undefined> {
  const account = await accountOf(trx, { listing })
  if (account === undefined || account.end !== null) return undefined
  await endAccount(deps, trx, account, { listing, why })
  return account
}

/** Of one that is locked and has not ended. */
export async function endAccount(
  deps: Deps,
  trx: Database,
  { id, organisation }: TestAccount,
  { listing, why }: { readonly listing: ListingId; readonly why: End },
): Promise<void> {
  await destroy(trx, id, { at: deps.clock.now(), why })
  await writeAudit(trx, deps, {
    organisation,
    actor: { kind: 'system', name: 'test-accounts' },
    action: 'test-accounts.destroyed',
    subject: `listing:${listing}`,
    reason: reasons[why],
    detail: { why },
  })
}

const reasons: Readonly<Record<End, string>> = {
  removed: 'The publisher took the account back.',
  expired: 'Its time was over.',
  withdrawn: 'What it was given for was withdrawn.',
  'taken-down': 'The connector is not in the directory any more.',
  'handed-over': 'The connector was handed over to another organisation.',
}
