import {
  excerptOf,
  outlineOf,
  renderFinding,
  type Finding,
  type Group,
  type Report,
} from '@connectory/checker'
import type { Paint } from './paint.ts'
import { idRanges } from './id-ranges.ts'
import { indent, wrap } from './layout.ts'

type Outline = ReturnType<typeof outlineOf>

/** The report for a person at a terminal: what must be mended first, with proof and the change that mends it. */
export function textReport(report: Report, paint: Paint, columns: number): string {
  const width = Math.max(50, Math.min(columns, 110))
  const outline = outlineOf(report)
  const blocks = [
    ...outline.attention.map((group) => attentionBlock(group, paint, width)),
    ...outline.unseen.map((cause) => unseenBlock(cause, paint, width)),
    ...outline.notes.map((note) => `${paint('cyan', 'i')} ${wrap(note, width - 2, 2)}`),
  ]
  const lines = [
    paint('bold', report.target),
    paint('dim', outline.facts.join(' · ')),
    ...blocks.flatMap((block) => ['', block]),
    '',
    ...quietLines(outline, paint, width),
    '',
    verdictLine(report, outline, paint),
  ]
  return `${lines.join('\n')}\n`
}

function attentionBlock({ rule, title, why, level, findings }: Group, paint: Paint, width: number): string {
  const [worst] = findings
  if (worst === undefined) return ''
  const heading = `${markOf(worst, paint)} ${paint('bold', rule)}  ${title}  ${paint('dim', `(${level})`)}`
  const parts = findings.map((finding) => findingLines(finding, level, paint, width))
  return [heading, indent(wrap(`Why: ${why}`, width - 4), 4), ...parts].join('\n')
}

function markOf(finding: Finding, paint: Paint): string {
  if (finding.outcome !== 'fail') return paint('cyan', '◆')
  return finding.level === 'reject' || finding.level === 'must' ? paint('red', '✖') : paint('yellow', '▲')
}

function unseenBlock({ cause, rules }: Outline['unseen'][number], paint: Paint, width: number): string {
  const names = wrap(`Not evaluated (${rules.length}): ${rules.join(', ')}`, width - 4)
  return `${paint('magenta', '?')} ${wrap(cause, width - 2, 2)}\n${paint('dim', indent(names, 4))}`
}

function findingLines(finding: Finding, heading: Finding['level'], paint: Paint, width: number): string {
  const { message, fix, code } = renderFinding(finding, 'en')
  const level = finding.level === heading ? '' : ` (${finding.level})`
  const lines = [indent(wrap(`• ${message}${level}`, width - 6, 2), 4)]
  const excerpt = excerptOf(finding, width * 2)
  if (excerpt !== null) lines.push(indent(paint('dim', `Seen: ${excerpt}`), 6))
  if (fix !== null) lines.push(indent(`${paint('green', 'Fix:')} ${wrap(fix, width - 11, 5)}`, 6))
  if (code !== null) lines.push(indent(code, 11))
  return lines.join('\n')
}

function quietLines(outline: Outline, paint: Paint, width: number): string[] {
  const known = outline.known.map(({ rule, target }) => `${rule} ${target}`)
  const sections: readonly [string, number, string][] = [
    ['Known from the baseline', known.length, known.join(', ')],
    ['Passed', outline.passed.length, idRanges(outline.passed)],
    ['Not applicable', outline.notApplicable.length, idRanges(outline.notApplicable)],
    ['Not looked at', outline.notLookedAt.length, idRanges(outline.notLookedAt)],
  ]
  return sections
    .filter(([, count]) => count > 0)
    .map(([name, count, ids]) => paint('dim', wrap(`${name} (${count}): ${ids}`, width, 2)))
}

const colours = { ready: 'green', blocked: 'red', incomplete: 'magenta' } as const

function verdictLine({ verdict }: Report, { verdict: { word, sentence } }: Outline, paint: Paint): string {
  return `${paint([colours[verdict], 'bold'], word)}  ${sentence}`
}
