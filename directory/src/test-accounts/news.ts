import type { Listing } from '../catalogue/index.ts'
import type { Database } from '../kernel/index.ts'
import type { Saying } from '../notices/index.ts'
import { paths } from '../web/index.ts'
import type { TestAccount } from './model.ts'
import type { TestAccountsDependencies } from './test-accounts.ts'

/** Its listing stays, and may be looked at again: the publisher is asked for another one. */
export async function tellExpired(
  { notices, catalogue, config }: TestAccountsDependencies,
  trx: Database,
  listing: Listing,
  account: TestAccount,
): Promise<void> {
  const name = (await catalogue.shownVersion(listing.id, trx))?.name ?? listing.slug
  const say = (part: 'what' | 'why' | 'do'): Saying => ({
    key: `test-accounts.notice.expired.${part}`,
    parameters: { name, ...(part === 'why' && { days: config.testAccountDays }) },
  })
  await notices.tell(trx, {
    kind: 'test-accounts.expired',
    to: { organisation: account.organisation },
    about: `listing:${listing.id}`,
    occasion: `account ${account.id}`,
    what: say('what'),
    why: say('why'),
    whatToDo: say('do'),
    link: `${paths.submissions}/${account.submission}/test-account`,
  })
}
