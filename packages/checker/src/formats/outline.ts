import { renderFinding } from '../render.ts'
import type { Finding, Report } from '../report.ts'
import { ruleById } from '../rules.ts'

/** What a rule said, with the heaviest first. */
export interface Group {
  readonly rule: string
  readonly title: string
  readonly why: string
  readonly clause: { readonly name: string; readonly url: string } | null
  readonly level: Finding['level']
  readonly findings: readonly Finding[]
}

/** A report in the order in which every format shows it. */
export interface Outline {
  /** Failures and questions for a person that count; what stops a submission comes first. */
  readonly attention: readonly Group[]
  /** Failures that the baseline has too. */
  readonly known: readonly Finding[]
  /** One cause often hides many rules; it is said once, with all of them. */
  readonly unseen: readonly { readonly cause: string; readonly rules: readonly string[] }[]
  readonly passed: readonly string[]
  readonly notApplicable: readonly string[]
  readonly notLookedAt: readonly string[]
  /** Short facts on the target and the check. */
  readonly facts: readonly string[]
  /** What the reader must know about this report before trusting it. */
  readonly notes: readonly string[]
  readonly verdict: { readonly word: string; readonly sentence: string }
}

export function outlineOf(report: Report): Outline {
  const groups = groupByRule(report.findings)
  const attention = groups.filter((group) => group.some(needsAttention))
  const quiet = groups.filter((group) => !group.some(needsAttention))
  const all = (outcome: Finding['outcome']) =>
    quiet
      .map((group) => group.filter(({ reason }) => reason !== 'not-requested'))
      .filter((group) => group.length > 0 && group.every((finding) => finding.outcome === outcome))
      .map((group) => group[0]?.rule ?? '')
  return {
    attention: attention.map(asGroup).toSorted((one, other) => rank(one) - rank(other)),
    known: report.findings.filter(({ known }) => known),
    unseen: unseen(report.findings),
    passed: all('pass'),
    notApplicable: all('not-applicable'),
    notLookedAt: unasked(groups),
    facts: facts(report),
    notes: notes(report),
    verdict: { word: report.verdict.toUpperCase(), sentence: verdictSentence(report) },
  }
}

/** Rules that nothing was judged by. One that left out only some places is not among them; a note names those. */
function unasked(groups: readonly (readonly Finding[])[]): string[] {
  return groups
    .filter((group) => group.every(({ reason }) => reason === 'not-requested'))
    .map((group) => group[0]?.rule ?? '')
}

export function couldNotLook(finding: Finding): boolean {
  return finding.outcome === 'not-evaluated' && finding.reason === 'could-not-look'
}

/** Whether a failure stops a submission under the policy of the report. */
export function isBinding({ level }: Pick<Finding, 'level'>): boolean {
  return level === 'reject' || level === 'must'
}

export function titleOf(rule: string): string {
  return ruleById(rule)?.title ?? rule
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** An excerpt on one line, cut at `limit` characters. */
export function excerptOf({ evidence }: Finding, limit: number): string | null {
  const { excerpt } = evidence
  if (excerpt === undefined) return null
  const text = typeof excerpt === 'string' ? excerpt : JSON.stringify(excerpt)
  const flat = text.replaceAll(/\s+/g, ' ')
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`
}

function needsAttention({ outcome, known }: Finding): boolean {
  return (outcome === 'fail' && known !== true) || outcome === 'needs-human'
}

function groupByRule(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    if (group === undefined) groups.set(finding.rule, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}

function asGroup(findings: readonly Finding[]): Group {
  const shown = findings.filter(needsAttention).toSorted((one, other) => weight(one) - weight(other))
  const [worst] = shown
  if (worst === undefined) throw new Error('A group without a finding that needs attention was shown.')
  const { title, why, clause } = renderFinding(worst, 'en')
  return { rule: worst.rule, title, why, clause, level: worst.level, findings: shown }
}

const levelRank = { reject: 0, must: 1, should: 2, info: 3 } as const

/** Failures before questions for a person, strict levels before others. */
function weight({ level, outcome }: Finding): number {
  return levelRank[level] + (outcome === 'fail' ? 0 : 4)
}

function rank({ findings }: Group): number {
  return Math.min(...findings.map(weight))
}

function unseen(findings: readonly Finding[]): Outline['unseen'] {
  const byCause = new Map<string, string[]>()
  for (const finding of findings.filter(couldNotLook)) {
    const { message } = renderFinding(finding, 'en')
    byCause.set(message, [...(byCause.get(message) ?? []), finding.rule])
  }
  return [...byCause].map(([cause, rules]) => ({ cause, rules }))
}

function facts({ policy, scopes, loopback, server, durationMs, source }: Report): readonly string[] {
  return [
    `policy ${policy}`,
    source === 'tools-file' ? 'tools from a file' : `scope ${scopes.join(' + ')}`,
    ...(loopback ? ['loopback'] : []),
    ...(server.serverInfo === null ? [] : [`${server.serverInfo.name} ${server.serverInfo.version}`]),
    ...(server.protocolVersion === null ? [] : [`MCP ${server.protocolVersion}`]),
    ...(server.toolCount === null ? [] : [plural(server.toolCount, 'tool')]),
    ...(source === 'tools-file' ? [] : [`${(durationMs / 1000).toFixed(1)} s`]),
  ]
}

/** Tools that were left out by wish are named by many rules; they are said once. */
function leftOut(findings: readonly Finding[]): readonly string[] {
  const left = findings.filter(
    ({ rule, because }) =>
      rule === 'ERR-01' && (because === 'tools-not-called' || because === 'tools-skipped'),
  )
  return left.map((finding) => renderFinding(finding, 'en').message)
}

function notes({ only, baseline, source, sentHeaders, findings, reach }: Report): readonly string[] {
  const parts: string[] = [...leftOut(findings)]
  if (reach?.here) {
    parts.push(`Reached from here: ${lookWords(reach.here)}. From the directory: ${lookWords(reach.there)}.`)
  }
  if (source === 'tools-file') parts.push('Only the tools of a file were judged; no server was looked at.')
  if (sentHeaders) {
    const names = sentHeaders.join(', ')
    parts.push(
      `Sent with every request to the server: ${names}. A public directory lists no server that needs them.`,
    )
  }
  if (only) parts.push(`Narrowed to ${only.join(', ')}: the verdict is on these rules alone.`)
  if (baseline) {
    const day = baseline.startedAt.slice(0, 10)
    parts.push(
      `Compared with the baseline of ${day}: ${plural(baseline.known, 'known failure')} left out of the verdict.`,
    )
    for (const { rule, case: name, target } of baseline.stale)
      parts.push(
        `No longer failing, take it out of the baseline: ${rule}${name ? ` (${name})` : ''} ${target}`,
      )
  }
  return parts
}

function verdictSentence({ verdict, findings }: Report): string {
  const binding = findings.filter((finding) => isBinding(finding) && finding.known !== true)
  const failed = binding.filter(({ outcome }) => outcome === 'fail').length
  const hidden = binding.filter(couldNotLook).length
  switch (verdict) {
    case 'ready':
      return 'Nothing that was looked at stands in the way of a submission.'
    case 'blocked':
      return `${plural(failed, 'finding')} must be mended first.`
    case 'incomplete':
      return `${plural(hidden, 'rule')} could not be evaluated; this is not a pass.`
  }
}

function lookWords({ outcome, status, network, problem }: NonNullable<Report['reach']>['there']): string {
  const answer = status === undefined ? '' : ` (HTTP ${status})`
  switch (outcome) {
    case 'answered':
      return `it answers${answer}`
    case 'refused':
      return `turned away${network === undefined ? '' : ` by ${network}`}${answer}`
    case 'silent':
      return `no answer${problem === undefined ? '' : ` (${problem.replace(/\.$/, '')})`}`
  }
}
