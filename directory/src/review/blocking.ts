import { mayBeWaived, type Finding, type Report, type Waiver } from '@connectory/checker'

/** Failures at reject or must that no waiver covers today: what stands in the way of an approval. */
export function blockingFindings(
  report: Pick<Report, 'findings'>,
  waivers: readonly Waiver[],
  now: Date,
): readonly Finding[] {
  const waived = new Set(waivers.filter(({ expires }) => new Date(expires) > now).map(({ rule }) => rule))
  return report.findings.filter(
    (finding) => isHeavyFail(finding) && !(waived.has(finding.rule) && mayBeWaived(finding)),
  )
}

/** Rules that fail and may be waived, each once. A rule with one failure at reject may not (S049). */
export function waivableRules(report: Pick<Report, 'findings'>): readonly string[] {
  const fails = report.findings.filter(({ outcome }) => outcome === 'fail')
  const fixed = new Set(fails.filter((finding) => !mayBeWaived(finding)).map(({ rule }) => rule))
  return [...new Set(fails.map(({ rule }) => rule))].filter((rule) => !fixed.has(rule))
}

function isHeavyFail({ outcome, level }: Finding): boolean {
  return outcome === 'fail' && (level === 'reject' || level === 'must')
}

/** The ids of the rules, each once. */
export function rulesOf(findings: readonly Pick<Finding, 'rule'>[]): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))]
}
