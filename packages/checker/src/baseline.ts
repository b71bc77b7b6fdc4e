import { levels } from './level.ts'
import type { Finding, Report } from './report.ts'
import { verdictOf } from './run.ts'

/**
 * Leaves failures that an earlier report has too out of the verdict. They stay in the report, marked as known. A
 * failure counts again when it weighs more than it did then, and an address that moved is the same server.
 */
export function againstBaseline(report: Report, baseline: Report): Report {
  const open = new Map<string, Finding[]>()
  for (const finding of baseline.findings.filter(failed)) {
    const key = keyOf(finding, baseline)
    open.set(key, [...(open.get(key) ?? []), finding])
  }
  const findings = report.findings.map((finding) => {
    if (!failed(finding)) return finding
    const candidates = open.get(keyOf(finding, report)) ?? []
    const match = candidates.findIndex(({ level }) => weight(level) <= weight(finding.level))
    if (match === -1) return finding
    candidates.splice(match, 1)
    return { ...finding, known: true as const }
  })
  const stale = [...open.values()].flat().filter(({ rule }) => wasEvaluated(rule, findings))
  return {
    ...report,
    findings,
    verdict: verdictOf(findings.filter(({ known }) => known !== true)),
    baseline: {
      startedAt: baseline.startedAt,
      known: findings.filter(({ known }) => known).length,
      stale: stale.map(({ rule, case: name, target }) => ({ rule, case: name, target })),
    },
  }
}

function failed({ outcome }: Finding): boolean {
  return outcome === 'fail'
}

/** Rule, case and place. A finding about the server as a whole has the place ''; a folded one names its tools. */
function keyOf(finding: Finding, report: Report): string {
  const place = finding.target === report.target ? '' : finding.target
  const folded = Array.isArray(finding.params['tool']) ? finding.params['tool'] : null
  return JSON.stringify([finding.rule, finding.case, place, folded])
}

/** 0 is the heaviest. */
function weight(level: Finding['level']): number {
  return levels.indexOf(level)
}

/** What could not be looked at now is not mended. */
function wasEvaluated(rule: string, findings: readonly Finding[]): boolean {
  const own = findings.filter((finding) => finding.rule === rule)
  return own.length > 0 && own.every(({ outcome }) => outcome !== 'not-evaluated')
}
