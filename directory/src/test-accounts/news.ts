import type { Listing } from '../catalogue/index.ts'
import type { Database } from '../kernel/index.ts'
import type { Saying } from '../notices/index.ts'
import { paths } from '../web/index.ts'
import type { TestAccount } from './model.ts'
import type { TestAccountsDependencies, Wanted } from './test-accounts.ts'

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

/** A case is open, and its reviewer cannot sign in. */
export async function tellMissing(
  deps: TestAccountsDependencies,
  trx: Database,
  { listing, submission, organisation, name }: Wanted,
): Promise<void> {
  const occasion = `submission ${submission} at ${deps.clock.now().toISOString()}`
  await say(deps, trx, { listing, submission, organisation, name, news: 'missing', occasion })
}

/** A program was refused twice in a row. */
export async function tellRefused(
  deps: TestAccountsDependencies,
  trx: Database,
  listing: Listing,
  account: TestAccount,
): Promise<void> {
  const occasion = `account ${account.id} refused ${deps.clock.now().toISOString()}`
  await tell(deps, trx, { listing, account, news: 'refused', occasion })
}

interface News {
  readonly listing: Listing
  readonly account: TestAccount
  readonly news: 'expired' | 'confirm' | 'refused'
  readonly occasion: string
}

async function tell(
  deps: TestAccountsDependencies,
  trx: Database,
  { listing, account, news, occasion }: News,
): Promise<void> {
  const name = (await deps.catalogue.shownVersion(listing.id, trx))?.name ?? listing.slug
  const { organisation, submission } = account
  await say(deps, trx, { listing: listing.id, submission, organisation, name, news, occasion })
}

interface Said extends Omit<Wanted, 'submission'> {
  readonly submission: TestAccount['submission']
  readonly news: News['news'] | 'missing'
  readonly occasion: string
}

async function say(
  { notices, config }: TestAccountsDependencies,
  trx: Database,
  { listing, submission, organisation, name, news, occasion }: Said,
): Promise<void> {
  const saying = (part: 'what' | 'why' | 'do'): Saying => ({
    key: `test-accounts.notice.${news}.${part}`,
    parameters: { name, days: config.testAccountDays },
  })
  await notices.tell(trx, {
    kind: `test-accounts.${news}`,
    to: { organisation },
    about: `listing:${listing}`,
    occasion,
    what: saying('what'),
    why: saying('why'),
    whatToDo: saying('do'),
    link: `${paths.submissions}/${submission}${news === 'confirm' ? '' : '/test-account'}`,
  })
}
