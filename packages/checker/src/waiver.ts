import type { Finding, Verdict } from './report.ts'
import { verdictOf } from './run.ts'

/** A reviewer's recorded decision that a rule need not hold for now. `expires` is a date or an instant, ISO 8601. */
export interface Waiver {
  readonly rule: string
  readonly reason: string
  readonly expires: string
}

/** Demands that may reject by themselves leave nobody a choice. */
export function mayBeWaived({ level }: Pick<Finding, 'level'>): boolean {
  return level !== 'reject'
}

/** The verdict when rules with a waiver that has not expired are left aside. */
export function verdictWithWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  now: Date,
): Verdict {
  const waived = new Set(waivers.filter(({ expires }) => new Date(expires) > now).map(({ rule }) => rule))
  return verdictOf(findings.filter((finding) => !(waived.has(finding.rule) && mayBeWaived(finding))))
}
