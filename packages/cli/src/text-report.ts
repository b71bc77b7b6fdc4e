import { renderFinding, type Finding, type Report } from '@connectory/checker'
import type { Paint } from './paint.ts'
import { indent, plural, wrap } from './layout.ts'

/** The report for a person at a terminal: what must be mended first, with proof and the change that mends it. */
export function textReport(report: Report, paint: Paint, columns: number): string {
  const width = Math.max(50, Math.min(columns, 110))
  const groups = groupByRule(report.findings)
  const blocks = groups
    .filter(({ findings }) => findings.some(needsAttention))
    .toSorted((one, other) => rank(one) - rank(other))
    .map((group) => attentionBlock(group, paint, width))
  const lines = [
    paint('bold', report.target),
    paint('dim', facts(report)),
    ...[...blocks, ...unseenBlocks(report.findings, paint, width)].flatMap((block) => ['', block]),
    '',
    ...quietLines(report, groups, paint, width),
    '',
    verdictLine(report, paint),
  ]
  return `${lines.join('\n')}\n`
}

interface Group {
  readonly rule: string
  readonly findings: readonly Finding[]
}

function groupByRule(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    if (group === undefined) groups.set(finding.rule, [finding])
    else group.push(finding)
  }
  return [...groups].map(([rule, members]) => ({ rule, findings: members }))
}

function couldNotLook(finding: Finding): boolean {
  return finding.outcome === 'not-evaluated' && finding.reason === 'could-not-look'
}

function needsAttention(finding: Finding): boolean {
  return finding.outcome === 'fail' || finding.outcome === 'needs-human'
}

const levelRank = { reject: 0, must: 1, should: 2, info: 3 } as const

/** Failures before questions for a person, strict levels before others. */
function weight({ level, outcome }: Finding): number {
  return levelRank[level] + (outcome === 'fail' ? 0 : 4)
}

function rank({ findings }: Group): number {
  return Math.min(...findings.filter(needsAttention).map(weight))
}

function attentionBlock({ rule, findings }: Group, paint: Paint, width: number): string {
  const shown = findings.filter(needsAttention).toSorted((one, other) => weight(one) - weight(other))
  const [worst] = shown
  if (worst === undefined) return ''
  const { title, why } = renderFinding(worst, 'en')
  const heading = `${markOf(worst, paint)} ${paint('bold', rule)}  ${title}  ${paint('dim', `(${worst.level})`)}`
  const parts = shown.map((finding) => findingLines(finding, worst.level, paint, width))
  return [heading, indent(wrap(`Why: ${why}`, width - 4), 4), ...parts].join('\n')
}

function markOf(finding: Finding, paint: Paint): string {
  if (finding.outcome !== 'fail') return paint('cyan', '◆')
  return finding.level === 'reject' || finding.level === 'must' ? paint('red', '✖') : paint('yellow', '▲')
}

/** One cause often hides many rules; it is said once, with all of them. */
function unseenBlocks(findings: readonly Finding[], paint: Paint, width: number): string[] {
  const byCause = new Map<string, string[]>()
  for (const finding of findings.filter(couldNotLook)) {
    const { message } = renderFinding(finding, 'en')
    const rules = byCause.get(message) ?? []
    byCause.set(message, [...rules, finding.rule])
  }
  return [...byCause].map(([cause, rules]) => {
    const names = wrap(`Not evaluated (${rules.length}): ${rules.join(', ')}`, width - 4)
    return `${paint('magenta', '?')} ${wrap(cause, width - 2, 2)}\n${paint('dim', indent(names, 4))}`
  })
}

function findingLines(finding: Finding, heading: Finding['level'], paint: Paint, width: number): string {
  const { message, fix, code } = renderFinding(finding, 'en')
  const level = finding.level === heading ? '' : ` (${finding.level})`
  const lines = [indent(wrap(`• ${message}${level}`, width - 6, 2), 4)]
  if (finding.evidence.excerpt !== undefined) {
    lines.push(indent(paint('dim', `Seen: ${shortened(finding.evidence.excerpt, width * 2)}`), 6))
  }
  if (fix !== null) lines.push(indent(`${paint('green', 'Fix:')} ${wrap(fix, width - 11, 5)}`, 6))
  if (code !== null) lines.push(indent(code, 11))
  return lines.join('\n')
}

function shortened(value: unknown, limit: number): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const flat = text.replaceAll(/\s+/g, ' ')
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`
}

function quietLines(report: Report, groups: readonly Group[], paint: Paint, width: number): string[] {
  const quiet = groups.filter(({ findings }) => !findings.some(needsAttention))
  const withOutcome = (outcome: Finding['outcome']) =>
    quiet
      .filter(({ findings }) => findings.every((finding) => finding.outcome === outcome))
      .map(({ rule }) => rule)
  const sections: readonly [string, readonly string[]][] = [
    ['Passed', withOutcome('pass')],
    ['Not applicable', withOutcome('not-applicable')],
    ['Not looked at', report.notLookedAt.map(({ rule }) => rule)],
  ]
  return sections
    .filter(([, rules]) => rules.length > 0)
    .map(([name, rules]) => paint('dim', wrap(`${name} (${rules.length}): ${rules.join(', ')}`, width, 2)))
}

function facts({ policy, scopes, loopback, server, durationMs }: Report): string {
  const parts = [
    `policy ${policy}`,
    `scope ${scopes.join(' + ')}`,
    ...(loopback ? ['loopback'] : []),
    ...(server.serverInfo === null ? [] : [`${server.serverInfo.name} ${server.serverInfo.version}`]),
    ...(server.protocolVersion === null ? [] : [`MCP ${server.protocolVersion}`]),
    ...(server.toolCount === null ? [] : [plural(server.toolCount, 'tool')]),
    `${(durationMs / 1000).toFixed(1)} s`,
  ]
  return parts.join(' · ')
}

function verdictLine({ verdict, findings }: Report, paint: Paint): string {
  const binding = findings.filter(({ level }) => level === 'reject' || level === 'must')
  const failed = binding.filter(({ outcome }) => outcome === 'fail').length
  const unseen = binding.filter(couldNotLook).length
  switch (verdict) {
    case 'ready':
      return `${paint(['green', 'bold'], 'READY')}  Nothing that was looked at stands in the way of a submission.`
    case 'blocked':
      return `${paint(['red', 'bold'], 'BLOCKED')}  ${plural(failed, 'finding')} must be mended first.`
    case 'incomplete':
      return `${paint(['magenta', 'bold'], 'INCOMPLETE')}  ${plural(unseen, 'rule')} could not be evaluated; this is not a pass.`
  }
}
