import type { Outcome, Report } from '@connectory/checker'
import type { ReportSummary } from './model.ts'

/** How many findings of a report came to what. */
export function countsOf({ findings }: Pick<Report, 'findings'>): ReportSummary['counts'] {
  const count = (outcome: Outcome): number => findings.filter((finding) => finding.outcome === outcome).length
  return {
    pass: count('pass'),
    fail: count('fail'),
    needsHuman: count('needs-human'),
    notApplicable: count('not-applicable'),
    notEvaluated: count('not-evaluated'),
  }
}
