import {
  evidenceOfTools,
  judge,
  levelOf,
  ruleById,
  rules as allRules,
  type Finding,
  type Level,
  type Policy,
  type Report,
  type RuleId,
} from '@connectory/checker'
import type { Foreseen, Unknown } from './model.ts'

type Judged = Pick<Finding, 'rule' | 'outcome' | 'level' | 'case' | 'reason'>
type Stored = Pick<Report, 'target' | 'startedAt' | 'tools'> & { readonly findings: readonly Judged[] }

/**
 * What a stored report says under another policy, without a look at any server: each rule that rejects or must hold
 * there and does not plainly hold. A finding keeps its outcome and gets the level of the policy. What no finding says
 * is judged again from the tools that the report kept, where tools are enough. Pure.
 */
export function foresee(report: Stored, policy: Policy): readonly Foreseen[] {
  const heavy = allRules.map(({ id }) => id).filter((id) => heaviest(policy, id) !== undefined)
  const findings = grouped(report.findings)
  const missing = heavy.filter((rule) => !findings.has(rule))
  const fresh = grouped(fromTools(report, policy, missing))
  return heavy.flatMap((rule) => foreseeRule(rule, findings.get(rule) ?? fresh.get(rule) ?? [], policy))
}

function foreseeRule(rule: RuleId, findings: readonly Judged[], policy: Policy): readonly Foreseen[] {
  const failing = findings.flatMap((finding) => {
    const level = levelOf(policy, rule, finding.case ?? undefined)
    return finding.outcome === 'fail' && isHeavy(level) ? [{ ...finding, coming: level }] : []
  })
  const today = findings.filter(({ outcome, level }) => outcome === 'fail' && isHeavy(level))
  const [first] = failing.toSorted((one, other) => weight(one.coming) - weight(other.coming))
  if (first !== undefined) {
    const outcome = today.length === 0 ? 'fails' : 'already'
    const places = failing.length
    return [{ rule, outcome, level: first.coming, case: first.case, places, because: null }]
  }
  const because = whyUnknown(findings)
  const level = heaviest(policy, rule)
  if (because === undefined || level === undefined) return []
  return [{ rule, outcome: 'cannot-tell', level, case: null, places: findings.length, because }]
}

/** Nothing passes because nobody looked. */
function whyUnknown(findings: readonly Judged[]): Unknown | undefined {
  if (findings.length === 0) return 'not-in-report'
  const unseen = findings.filter(({ outcome }) => outcome === 'not-evaluated')
  if (unseen.some(({ reason }) => reason === 'could-not-look')) return 'could-not-look'
  if (unseen.length > 0) return 'not-requested'
  // Where the rule was as heavy when a person decided, that person has looked.
  const open = findings.some(({ outcome, level }) => outcome === 'needs-human' && !isHeavy(level))
  return open ? 'needs-human' : undefined
}

/** What the tools that were kept say of rules that the report knows nothing of. */
function fromTools(report: Stored, policy: Policy, missing: readonly RuleId[]): readonly Judged[] {
  const only = missing.filter((rule) => ruleById(rule)?.needs.every((need) => need === 'tools'))
  if (report.tools === undefined || only.length === 0) return []
  const about = { target: report.target, startedAt: new Date(report.startedAt) }
  const evidence = evidenceOfTools({ list: report.tools, path: [], cut: false }, about)
  const judged = judge(evidence, { policy, only }).findings.filter(({ rule }) =>
    only.some((id) => id === rule),
  )
  const whole = sawWholeList(report.findings)
  // The level is the coming one: today the rule demands nothing.
  return judged.flatMap((finding): Judged[] => {
    const { outcome, rule } = finding
    const sure = outcome === 'fail' || (whole && (ruleById(rule)?.uses ?? []).length === 0)
    return sure ? [{ ...finding, level: 'info' }] : []
  })
}

/** Whether every rule that the tools are enough for could see them all. */
function sawWholeList(findings: readonly Judged[]): boolean {
  const onTools = findings.filter(({ rule }) => ruleById(rule)?.needs.every((need) => need === 'tools'))
  return onTools.length > 0 && onTools.every(({ reason }) => reason !== 'could-not-look')
}

function heaviest(policy: Policy, rule: RuleId): 'reject' | 'must' | undefined {
  const entry = policy.levels[rule]
  if (entry === undefined) return undefined
  const levels = typeof entry === 'string' ? [entry] : [entry.level, ...Object.values(entry.cases)]
  return levels.filter(isHeavy).toSorted((one, other) => weight(one) - weight(other))[0]
}

function isHeavy(level: Level | undefined): level is 'reject' | 'must' {
  return level === 'reject' || level === 'must'
}

function weight(level: 'reject' | 'must'): number {
  return level === 'reject' ? 0 : 1
}

function grouped(findings: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    if (group === undefined) groups.set(finding.rule, [finding])
    else group.push(finding)
  }
  return groups
}
