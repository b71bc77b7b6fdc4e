import type { Listing } from '../catalogue/index.ts'
import type { Database } from '../kernel/index.ts'
import type { Saying } from '../notices/index.ts'
import { paths } from '../web/index.ts'
import type { TestAccount } from './model.ts'
import type { TestAccountsDependencies } from './test-accounts.ts'

/** Its listing stays, and may be looked at again: the publisher is asked for another one. */
export async function tellExpired(
  deps: TestAccountsDependencies,
  trx: Database,
  listing: Listing,
  account: TestAccount,
): Promise<void> {
  await tell(deps, trx, { listing, account, news: 'expired', occasion: `account ${account.id}` })
}

/** The publisher is asked whether it still works. */
export async function tellToConfirm(
  deps: TestAccountsDependencies,
  trx: Database,
  listing: Listing,
  account: TestAccount,
): Promise<void> {
  const occasion = `account ${account.id} asked ${account.askedAt?.toISOString() ?? ''}`
  await tell(deps, trx, { listing, account, news: 'confirm', occasion })
}

interface News {
  readonly listing: Listing
  readonly account: TestAccount
  readonly news: 'expired' | 'confirm'
  readonly occasion: string
}

async function tell(
  { notices, catalogue, config }: TestAccountsDependencies,
  trx: Database,
  { listing, account, news, occasion }: News,
): Promise<void> {
  const name = (await catalogue.shownVersion(listing.id, trx))?.name ?? listing.slug
  const say = (part: 'what' | 'why' | 'do'): Saying => ({
    key: `test-accounts.notice.${news}.${part}`,
    parameters: { name, days: config.testAccountDays },
  })
  await notices.tell(trx, {
    kind: `test-accounts.${news}`,
    to: { organisation: account.organisation },
    about: `listing:${listing.id}`,
    occasion,
    what: say('what'),
    why: say('why'),
    whatToDo: say('do'),
    link: `${paths.submissions}/${account.submission}${news === 'expired' ? '/test-account' : ''}`,
  })
}
