import { renderFinding } from '../render.ts'
import type { Finding, Report } from '../report.ts'
import { visible } from '../text/visible.ts'
import { excerptOf, outlineOf, titleOf, type Group } from './outline.ts'

/** GitHub refuses a comment of more than 65,536 characters; the rest is for what surrounds it. */
const MOST_CHARACTERS = 60_000

const marks = { ready: '✅', blocked: '❌', incomplete: '❔' } as const

/** Markdown for a comment on a pull request: the verdict, what to mend, and the rest folded away. */
export function markdownReport(report: Report): string {
  const outline = outlineOf(report)
  const { word, sentence } = outline.verdict
  const head = [
    `## ${marks[report.verdict]} ${word}: ${code(report.target)}`,
    '',
    sentence,
    '',
    text(outline.facts.join(' · ')),
    ...outline.notes.flatMap((note) => ['', `> ${text(note)}`]),
  ]
  const tail = [
    ...outline.unseen.flatMap(({ cause, rules }) => [
      '',
      `**Not evaluated (${rules.length}):** ${text(cause)} ${rules.map(text).join(', ')}`,
    ]),
    ...folded('Known from the baseline', outline.known.map(knownLine)),
    ...folded('Passed', outline.passed.map(ruleLine)),
    ...folded('Not applicable', outline.notApplicable.map(ruleLine)),
    ...folded('Not looked at', outline.notLookedAt.map(ruleLine)),
    '',
  ]
  const room = MOST_CHARACTERS - [...head, ...tail].join('\n').length
  return [...head, ...within(room, outline.attention.map(groupBlock)), ...tail].join('\n')
}

/** Whole blocks only: half a code fence would swallow the rest of the comment. */
function within(room: number, blocks: readonly string[]): string[] {
  const kept: string[] = []
  let left = room
  for (const block of blocks) {
    left -= block.length + 1
    if (left < 0) {
      return [
        ...kept,
        '',
        `*${blocks.length - kept.length} more rules did not fit; the JSON report has them.*`,
      ]
    }
    kept.push(block)
  }
  return kept
}

const MOST_SHOWN = 20

function groupBlock({ rule, title, why, clause, level, findings }: Group): string {
  const more = findings.length - MOST_SHOWN
  return [
    '',
    `### ${rule} ${text(title)} (${level})`,
    '',
    `${text(why)}${clause ? ` [${text(clause.name)}](<${clause.url}>)` : ''}`,
    '',
    ...findings.slice(0, MOST_SHOWN).map((finding) => item(finding, level)),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n')
}

function item(finding: Finding, heading: Finding['level']): string {
  const { message, fix, code: patch } = renderFinding(finding, 'en')
  const kind = finding.outcome === 'needs-human' ? ' (a person must look)' : ''
  const level = finding.level === heading ? '' : ` (${finding.level})`
  const excerpt = excerptOf(finding, 200)
  return [
    `- ${text(message)}${kind}${level}`,
    ...(excerpt === null ? [] : [`  Seen: ${code(excerpt)}`]),
    ...(fix === null ? [] : ['', `  **Fix:** ${text(fix)}`]),
    ...(patch === null ? [] : ['', fenced(patch)]),
    '',
  ].join('\n')
}

function knownLine({ rule, target }: Finding): string {
  return `${rule} ${text(titleOf(rule))}: ${code(target)}`
}

function ruleLine(rule: string): string {
  return `${text(rule)} ${text(titleOf(rule))}`
}

function folded(name: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const items = lines.map((line) => `- ${line}`)
  return ['', '<details>', `<summary>${name} (${lines.length})</summary>`, '', ...items, '', '</details>']
}

/**
 * Strangers' text that stays text: no markup, no link, no picture, and nobody is notified. The empty comment parts
 * what a forge would turn into a mention, a reference or a link by itself.
 */
function text(words: string): string {
  return visible(words)
    .replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&$=^]/g, (one) =>
      one === '<' ? '&lt;' : one === '&' ? '&amp;' : `\\${one}`,
    )
    .replaceAll(/@|\\#|:\/\/|\b(?:www|GH)(?=\\)/g, '$&<!-- -->')
}

/** A code span whose fence is longer than any run of backticks inside. */
function code(words: string): string {
  const clean = visible(words)
  const fence = fenceFor(clean, 1)
  const pad = clean.startsWith('`') || clean.endsWith('`') || clean.trim() === '' ? ' ' : ''
  return `${fence}${pad}${clean}${pad}${fence}`
}

function fenced(block: string): string {
  const fence = fenceFor(block, 3)
  return [`${fence}json`, ...block.split('\n'), fence].map((line) => `  ${line}`).join('\n')
}

function fenceFor(words: string, least: number): string {
  const runs = [...words.matchAll(/`+/g)].map(([run]) => run.length)
  return '`'.repeat(Math.max(least, 1 + Math.max(0, ...runs)))
}
