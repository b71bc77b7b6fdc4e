import { isOpen } from '../catalogue/index.ts'
import { inTransaction, writeAudit, type ListingId } from '../kernel/index.ts'
import { afterTry, putOff, type TestAccount, type Try } from './model.ts'
import { tellRefused } from './news.ts'
import { accountOf, noteTried, openWords, setTryAt, takeDueTries } from './store.ts'
import type { TestAccountsDependencies } from './test-accounts.ts'
import { tryAccount } from './try-account.ts'

const atOnce = 16
/** Longer than a try takes. */
const leaseMs = 10 * 60_000

/** @see TestAccounts.tryDue */
export async function tryDue(deps: TestAccountsDependencies): Promise<void> {
  let taken: readonly ListingId[]
  do {
    // Of these alone: those before them may have taken longer than that.
    const at = deps.clock.now()
    const until = new Date(at.getTime() + leaseMs)
    taken = await takeDueTries(deps.db, { at, until, most: atOnce })
    await Promise.all(taken.map((listing) => tryOne(deps, listing)))
  } while (taken.length === atOnce)
}

async function tryOne(deps: TestAccountsDependencies, listing: ListingId): Promise<void> {
  try {
    const account = await accountOf(deps.db, { listing })
    if (account === undefined || account.end !== null || (await isPutOff(deps, listing))) return
    await note(deps, listing, { account, seen: await look(deps, listing, account) })
  } catch (error) {
    // Its message may hold what was sent: the kind of fault and the listing have to do.
    deps.log.error({ listing, fault: nameOf(error) }, 'what a try of a test account showed was not written')
  }
}

/** Nobody waits for what a try shows of a case that is decided and a listing that is not in the directory. */
async function isPutOff(deps: TestAccountsDependencies, listing: ListingId): Promise<boolean> {
  return await inTransaction(deps.db, async (trx) => {
    const account = await accountOf(trx, { listing })
    if (account === undefined || account.end !== null || account.expiresAt === null) return false
    const known = await deps.catalogue.byId(listing, trx)
    if (known === undefined || isOpen(known)) return false
    await setTryAt(trx, account.id, putOff(deps.clock.now()))
    return true
  })
}

async function look(deps: TestAccountsDependencies, listing: ListingId, account: TestAccount): Promise<Try> {
  try {
    const words = await openWords(deps.db, deps.vault, account)
    const known = await deps.catalogue.byId(listing)
    if (known === undefined) throw new Error('A test account of a listing that is not there.')
    return await tryAccount(deps.fetch, { serverUrl: known.serverUrl, words })
  } catch (error) {
    deps.log.error({ listing, fault: nameOf(error) }, 'a test account could not be tried, by our fault')
    return { result: 'could-not-look', because: 'fault' }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** Nothing where it was replaced or ended meanwhile. */
async function note(
  deps: TestAccountsDependencies,
  listing: ListingId,
  { account: tried, seen }: { readonly account: TestAccount; readonly seen: Try },
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const account = await accountOf(trx, { listing })
    if (account?.id !== tried.id || account.end !== null) return
    const at = deps.clock.now()
    const { refusals, tryAt, warns } = afterTry(seen, { refusals: account.refusals, at })
    await noteTried(trx, account.id, { seen, at, tryAt, refusals })
    await writeAudit(trx, deps, {
      organisation: account.organisation,
      actor: { kind: 'system', name: 'test-accounts' },
      action: 'test-accounts.tried',
      subject: `listing:${listing}`,
      reason: reasons[seen.result],
      detail: { ...seen },
    })
    const known = warns ? await deps.catalogue.byId(listing, trx) : undefined
    if (known !== undefined) await tellRefused(deps, trx, known, account)
  })
}

const reasons: Readonly<Record<Try['result'], string>> = {
  ok: 'The account signed in.',
  refused: 'The account was refused.',
  'could-not-look': 'Whether the account works could not be seen.',
}
