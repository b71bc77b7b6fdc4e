import { renderFinding } from '../render.ts'
import type { Finding, Report } from '../report.ts'
import { visible } from '../text/visible.ts'
import { wellFormed } from '../text/well-formed.ts'
import { couldNotLook, excerptOf, isBinding, outlineOf, titleOf } from './outline.ts'

/**
 * JUnit XML: one test case for each finding. What stops a submission is a failure, what could not be seen an error,
 * and what is only advice a passed case with its words in system-out.
 */
export function junitReport(report: Report): string {
  const { findings } = report
  const seconds = (report.durationMs / 1000).toFixed(3)
  const { notes, verdict } = outlineOf(report)
  const counts = [
    ['tests', findings.length],
    ['failures', findings.filter(isFailure).length],
    ['errors', findings.filter(couldNotLook).length],
    ['skipped', findings.filter(isSkipped).length],
  ]
    .map(([name, count]) => `${name}="${count}"`)
    .join(' ')
  const properties: readonly [string, string][] = [
    ['verdict', report.verdict],
    ['policy', report.policy],
    ['engine', report.engine],
    ['scopes', report.scopes.join(' ')],
    ['loopback', String(report.loopback)],
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="connectory" ${counts} time="${seconds}">`,
    `  <testsuite name="${xml(report.target)}" ${counts} time="${seconds}" timestamp="${xml(report.startedAt)}">`,
    '    <properties>',
    ...properties.map(([name, value]) => `      <property name="${name}" value="${xml(value)}"/>`),
    '    </properties>',
    ...findings.map((finding) => testCase(finding, report)),
    `    <system-out>${xml([`${verdict.word}: ${verdict.sentence}`, ...notes].join('\n'))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function isFailure(finding: Finding): boolean {
  return finding.outcome === 'fail' && isBinding(finding) && finding.known !== true
}

function isSkipped({ outcome, reason, known }: Finding): boolean {
  return known === true || outcome === 'not-applicable' || reason === 'not-requested'
}

function testCase(finding: Finding, report: Report): string {
  const { rule, target } = finding
  const place = target === report.target ? '' : ` — ${target}`
  const head = `    <testcase classname="connectory.${xml(rule)}" name="${xml(`${titleOf(rule)}${place}`)}" time="0">`
  const inner = outcome(finding)
  return inner === '' ? `${head}</testcase>` : `${head}\n      ${inner}\n    </testcase>`
}

function outcome(finding: Finding): string {
  if (finding.outcome === 'pass') return ''
  const { message } = renderFinding(finding, 'en')
  if (couldNotLook(finding)) return `<error type="could-not-look" message="${xml(message)}"/>`
  if (finding.known) return `<skipped message="${xml(`Known from the baseline: ${message}`)}"/>`
  if (isSkipped(finding)) return `<skipped message="${xml(message)}"/>`
  const words = xml(details(finding))
  if (isFailure(finding)) {
    return `<failure type="${finding.level}" message="${xml(message)}">${words}</failure>`
  }
  const kind = finding.outcome === 'needs-human' ? 'A person must look' : `Advice (${finding.level})`
  return `<system-out>${xml(`${kind}: ${message}`)}\n${words}</system-out>`
}

function details(finding: Finding): string {
  const { why, fix, code } = renderFinding(finding, 'en')
  const excerpt = excerptOf(finding, 400)
  return [`Why: ${why}`, excerpt && `Seen: ${excerpt}`, fix && `Fix: ${fix}`, code]
    .filter((line) => line !== null && line !== '')
    .join('\n')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text for XML 1.0, which cannot carry most control characters, half surrogates, U+FFFE and U+FFFF even escaped. */
function xml(text: string): string {
  const lines = text.split('\n').map((line) => visible(line))
  return wellFormed(lines.join('\n'))
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>"']/g, (one) => entities[one] ?? one)
}
