import type { Because, Evidence, Looked } from './evidence/evidence.ts'
import type { Facts, Json } from './evidence/facts.ts'
import type { Level } from './level.ts'
import { levelOf, type Policy } from './policy.ts'
import { renderFinding } from './render.ts'
import type { Finding, Report, Verdict } from './report.ts'
import type { Draft, Rule } from './rule.ts'
import type { Scope } from './scope.ts'
import { visible } from './text/visible.ts'

/** One rule names at most so many places one by one; the last finding lists the rest by name. */
const MOST_FINDINGS = 200
const MOST_EXCERPT = 600
const MOST_TARGET = 200
const MOST_PARAMETER = 500
const MOST_PATCH = 2000

type Verdictive = Pick<Finding, 'outcome' | 'level' | 'reason'>
type Unworded = Omit<Finding, 'message' | 'fix'>

/**
 * Judges evidence: rules that the policy names, within the scopes that were asked for. Pure; the same evidence gives
 * the same findings wherever it runs. A rule that throws could not look.
 */
export function run(
  rules: readonly Rule[],
  evidence: Evidence,
  policy: Policy,
  scopes: readonly Scope[],
  selected: (rule: string) => boolean = () => true,
): Pick<Report, 'verdict' | 'findings' | 'notLookedAt'> {
  const findings = rules
    .filter((rule) => levelOf(policy, rule.id) !== undefined)
    .flatMap((rule) =>
      selected(rule.id) ? judgeRule(rule, evidence, policy, scopes) : [leftOut(rule, evidence, policy)],
    )
    .map((finding) => worded(finding))
  return { verdict: verdictOf(findings), findings, notLookedAt: notLookedAt(findings) }
}

/** Blocked by a failed reject or must rule; else incomplete when one of them could not look; else ready. */
export function verdictOf(findings: readonly Verdictive[]): Verdict {
  const heavy = findings.filter(({ level }) => level === 'reject' || level === 'must')
  if (heavy.some(({ outcome }) => outcome === 'fail')) return 'blocked'
  if (heavy.some(({ reason }) => reason === 'could-not-look')) return 'incomplete'
  return 'ready'
}

function notLookedAt(findings: readonly Finding[]): Report['notLookedAt'] {
  return findings
    .filter(({ reason }) => reason === 'not-requested')
    .map(({ rule, message }) => ({ rule, because: message }))
}

function leftOut({ id: rule }: Rule, { target }: Evidence, policy: Policy): Unworded {
  const level = levelOf(policy, rule) ?? 'info'
  return notJudged({ rule, level, target }, 'not-requested', { code: 'not-selected' })
}

function judgeRule(rule: Rule, evidence: Evidence, policy: Policy, scopes: readonly Scope[]): Unworded[] {
  const level = levelOf(policy, rule.id) ?? 'info'
  const about = { rule: rule.id, level, target: evidence.target }
  if (!scopes.includes(rule.scope)) {
    return [notJudged(about, 'not-requested', { code: 'outside-scope', params: { scope: rule.scope } })]
  }
  const facts: { [Name in keyof Facts]?: Facts[Name] } = {}
  let partial: Because | undefined
  for (const need of rule.needs) {
    const part = evidence.parts[need]
    if (!part.looked) return [missing(about, part)]
    Object.assign(facts, { [need]: part.value })
    partial ??= part.partial
  }
  for (const use of rule.uses ?? []) {
    const part: Looked<unknown> | undefined = evidence.parts[use]
    if (part?.looked) Object.assign(facts, { [use]: part.value })
    else if (part?.outcome === 'not-evaluated' && part.reason === 'could-not-look') partial ??= part.because
  }
  const drafts = draftsOf(rule, facts)
  if (!Array.isArray(drafts)) return [notJudged(about, 'could-not-look', drafts)]
  const found = foldLong(drafts).map((draft) => fromDraft(rule, draft, evidence.target, policy))
  const failed = found.some(({ outcome }) => outcome === 'fail')
  if (partial && !failed) return [...found, notJudged(about, 'could-not-look', partial)]
  // Places that nobody asked for say nothing about the others: those were looked at, and nothing was wrong.
  return found.every(({ reason }) => reason === 'not-requested') ? [passed(about), ...found] : found
}

function draftsOf(rule: Rule, facts: Partial<Facts>): Draft[] | Because {
  try {
    return [...rule.check(facts)]
  } catch (error) {
    return { code: 'rule-crashed', params: { problem: error instanceof Error ? error.message : 'unknown' } }
  }
}

type About = Pick<Finding, 'rule' | 'level' | 'target'>

function passed(about: About): Unworded {
  return { ...about, outcome: 'pass', evidence: {}, case: null, reason: null, because: null, params: {} }
}

function notJudged(about: About, reason: 'not-requested' | 'could-not-look', because: Because): Unworded {
  const params = { ...because.params }
  return {
    ...about,
    outcome: 'not-evaluated',
    evidence: {},
    case: null,
    reason,
    because: because.code,
    params,
  }
}

function missing(about: About, part: Exclude<Evidence['parts']['tools'], { looked: true }>): Unworded {
  if (part.outcome === 'not-evaluated') return notJudged(about, part.reason, part.because)
  return notApplicable(about, part.because)
}

function notApplicable(about: About, { code, params }: Because): Unworded {
  const outcome = 'not-applicable'
  return { ...about, outcome, evidence: {}, case: null, reason: code, because: code, params: { ...params } }
}

function fromDraft(rule: Rule, draft: Draft, target: string, policy: Policy): Unworded {
  const about = {
    rule: rule.id,
    target: visible(cut(draft.at ?? target, draft.at === undefined ? Infinity : MOST_TARGET)),
  }
  if ('because' in draft) {
    const because = { code: draft.because, params: draft.params ?? {} }
    const level: Level = levelOf(policy, rule.id, draft.like) ?? 'info'
    if (draft.outcome === 'not-applicable') return notApplicable({ ...about, level }, because)
    return notJudged({ ...about, level }, draft.outcome, because)
  }
  return {
    ...about,
    level: levelOf(policy, rule.id, draft.case) ?? 'info',
    outcome: draft.outcome ?? 'fail',
    evidence: {
      ...(draft.excerpt === undefined ? {} : { excerpt: shortened(draft.excerpt) }),
      ...(draft.page === undefined ? {} : { page: draft.page }),
      ...(draft.signal === undefined ? {} : { signal: draft.signal }),
      ...(isShort(draft.patch) ? { patch: draft.patch } : {}),
    },
    case: draft.case,
    reason: null,
    because: null,
    params: Object.fromEntries(
      Object.entries(draft.params ?? {}).map(([key, value]) => [key, shortValue(value)]),
    ),
  }
}

function shortened(excerpt: Json): Json {
  const text = typeof excerpt === 'string' ? excerpt : JSON.stringify(excerpt)
  return text.length <= MOST_EXCERPT ? everyText(excerpt, visible) : visible(cut(text, MOST_EXCERPT))
}

function everyText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => everyText(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [change(key), everyText(each, change)]),
  )
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`
}

function shortValue(value: Json): Json {
  if (Array.isArray(value)) return value.map((one) => shortValue(one))
  return typeof value === 'string' ? cut(value, MOST_PARAMETER) : value
}

/** A patch is there to be pasted: a cut one would be wrong, so a huge one is left out. */
function isShort(patch: Json | undefined): patch is Json {
  return patch !== undefined && JSON.stringify(patch).length <= MOST_PATCH
}

/** Beyond the first places of one case, one more finding lists all others by name. */
function foldLong(drafts: readonly Draft[]): Draft[] {
  if (drafts.length <= MOST_FINDINGS) return [...drafts]
  const cases = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const name = 'case' in draft ? draft.case : ''
    const same = cases.get(name)
    if (same) same.push(draft)
    else cases.set(name, [draft])
  }
  return [...cases.values()].flatMap((same) => foldCase(same))
}

function foldCase(drafts: readonly Draft[]): Draft[] {
  const last = drafts[MOST_FINDINGS - 1]
  if (drafts.length <= MOST_FINDINGS || !last || 'because' in last) return [...drafts]
  const names = drafts.slice(MOST_FINDINGS - 1).map(({ at }) => (at ?? '').replace(/^tools\//, ''))
  const folded: Draft = {
    ...last,
    at: `and ${names.length - 1} more`,
    params: { ...last.params, tool: names },
  }
  return [...drafts.slice(0, MOST_FINDINGS - 1), folded]
}

function worded(finding: Unworded): Finding {
  const { message, fix, code } = renderFinding(finding, 'en')
  return { ...finding, message, fix: code === null ? fix : `${fix}\n\n${code}` }
}
