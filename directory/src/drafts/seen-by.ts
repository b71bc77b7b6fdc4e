import type { Report } from '@connectory/checker'
import type { DraftsDependencies } from './drafts.ts'
import { seenIn } from './found.ts'
import type { Seen } from './issues.ts'
import { checkOf } from './look.ts'
import type { Draft } from './model.ts'

/** The report of the last look, and what of it the issues are judged against. */
export async function seenBy(
  { probe }: Pick<DraftsDependencies, 'probe'>,
  draft: Draft,
): Promise<{ readonly report: Report | undefined; readonly seen: Seen | undefined }> {
  if (draft.looks === 0) return { report: undefined, seen: undefined }
  const { submission, attempt } = checkOf(draft)
  const report = (await probe.report(submission, attempt))?.report
  return { report, seen: report && seenIn(report) }
}
