import type { Level } from './level.ts'
import type { RuleId } from './rule.ts'

/** A level for every case of a rule, or one that differs for the cases it names. */
type RuleLevel = Level | { readonly level: Level; readonly cases: Readonly<Record<string, Level>> }

export interface Policy {
  readonly id: string
  readonly title: string
  /** First day on which it holds, ISO 8601. */
  readonly effective: string
  readonly source: string
  readonly subject: Subject
  readonly levels: Readonly<Record<RuleId, RuleLevel>>
}

/** What is judged: a server that is reached over the network, or a bundle that is installed. */
export type Subject = 'remote' | 'bundle'

const mechanical: ReadonlySet<string> = new Set([
  'TOOL-01',
  'TOOL-02',
  'TOOL-03',
  'TRN-01',
  'TRN-02',
  'AUTH-02',
  'AUTH-03',
  'NET-06',
])
const mechanicalInBundles: ReadonlySet<string> = new Set([
  'DOC-01',
  'LOC-05',
  'LOC-06',
  'LOC-07',
  'LOC-08',
  'LOC-09',
  'LOC-10',
  'LOC-11',
])

/** Whether a failure of this rule may reject without a person: mechanical facts only (docs/verdict.md, section 8). */
export function mayReject(rule: RuleId, subject: Subject): boolean {
  return mechanical.has(rule) || (subject === 'bundle' && mechanicalInBundles.has(rule))
}

/** Declares a policy and refuses one that would reject on anything but a mechanical fact. */
export function definePolicy(policy: Policy): Policy {
  for (const [rule, entry] of Object.entries(policy.levels)) {
    const all = typeof entry === 'string' ? [entry] : [entry.level, ...Object.values(entry.cases)]
    if (all.includes('reject') && !mayReject(rule as RuleId, policy.subject)) {
      throw new Error(
        `Policy ${policy.id}: ${rule} may not have the level reject, it is not a mechanical fact.`,
      )
    }
  }
  return policy
}

export function levelOf(policy: Policy, rule: RuleId, caseName?: string): Level | undefined {
  const entry = policy.levels[rule]
  if (entry === undefined || typeof entry === 'string') return entry
  return (caseName === undefined ? undefined : entry.cases[caseName]) ?? entry.level
}
