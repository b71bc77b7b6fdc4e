import type { Report } from '@connectory/checker'
import type { AccountView } from '../test-accounts/index.ts'
import type { DraftsDependencies } from './drafts.ts'
import { seenIn } from './found.ts'
import type { Seen, Surroundings } from './issues.ts'
import { checkOf } from './look.ts'
import type { Draft } from './model.ts'

/** The report of the last look, and what of it the issues are judged against. */
async function seenBy(
  { probe }: Pick<DraftsDependencies, 'probe'>,
  draft: Draft,
): Promise<{ readonly report: Report | undefined; readonly seen: Seen | undefined }> {
  if (draft.looks === 0) return { report: undefined, seen: undefined }
  const { submission, attempt } = checkOf(draft)
  const report = (await probe.report(submission, attempt))?.report
  return { report, seen: report && seenIn(report) }
}

/** What the issues of a draft are judged against, read now, and the report of the last look. */
export async function surroundings(
  deps: Pick<DraftsDependencies, 'probe' | 'testAccounts' | 'db' | 'clock' | 'config'>,
  draft: Draft,
): Promise<{
  readonly report: Report | undefined
  readonly account: AccountView
  readonly around: Surroundings
}> {
  const { report, seen } = await seenBy(deps, draft)
  const account = await deps.testAccounts.view(deps.db, { draft: draft.id })
  return {
    report,
    account,
    around: {
      allowLoopback: deps.config.allowLoopback,
      now: deps.clock.now(),
      seen,
      hasAccount: account.account !== undefined && account.account.end === null,
    },
  }
}
