import { describeRule, renderFinding } from '../render.ts'
import { exitCode, type Finding, type Report } from '../report.ts'
import { ruleById } from '../rules.ts'
import { wellFormed } from '../text/well-formed.ts'
import { asJson } from './json.ts'
import { couldNotLook, outlineOf } from './outline.ts'

/**
 * SARIF 2.1.0. Results are failures, questions for a person and what could not be seen; passes and rules that do not
 * apply stand in the properties of the run, because viewers show every result as a problem, whatever its kind.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: Report): string {
  const ids = [...new Set(report.findings.map(({ rule }) => rule))]
  const index = new Map(ids.map((id, place) => [id, place]))
  const { passed, notApplicable, notes } = outlineOf(report)
  const [name = report.engine, version = '0'] = report.engine.split('/')
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, semanticVersion: version, rules: ids.map((id) => descriptor(id, report)) } },
        automationDetails: { id: `connectory/${report.policy}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(report, index)],
        results: report.findings.filter(isResult).map((finding) => resultOf(finding, report, index)),
        properties: {
          verdict: report.verdict,
          policy: report.policy,
          scopes: report.scopes,
          loopback: report.loopback,
          passed,
          notApplicable,
          notes,
        },
      },
    ],
  }
  return asJson(log)
}

type Index = ReadonlyMap<string, number>

const severity = { reject: 'error', must: 'error', should: 'warning', info: 'note' } as const

function descriptor(id: string, { findings }: Report) {
  const rule = ruleById(id)
  const level = findings.find((finding) => finding.rule === id)?.level ?? 'info'
  const defaultConfiguration = { level: severity[level] }
  if (!rule) return { id, defaultConfiguration }
  const { title, why, clause, pass, cases } = describeRule(rule, 'en')
  const fixes = Object.values(cases).map(({ fix }) => fix)
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: [why, ...fixes, `Clause: ${clause.name} ${clause.url}`].join('\n') },
    helpUri: clause.url,
    messageStrings: { pass: { text: quoted(pass) } },
    defaultConfiguration,
  }
}

/** Braces are placeholders in a message string and are doubled to stand for themselves (section 3.11.5). */
function quoted(text: string): string {
  return text.replaceAll(/[{}]/g, '$&$&')
}

function isResult(finding: Finding): boolean {
  return finding.outcome === 'fail' || finding.outcome === 'needs-human' || couldNotLook(finding)
}

function resultOf(finding: Finding, report: Report, index: Index) {
  const { message, fix } = renderFinding(finding, 'en')
  const { rule, level, outcome, known } = finding
  // Only a failure may carry a level (section 3.27.10).
  const weight = couldNotLook(finding)
    ? { kind: 'open', level: 'none' }
    : { level: outcome === 'needs-human' ? 'note' : severity[level] }
  return {
    ruleId: rule,
    ruleIndex: index.get(rule) ?? -1,
    ...weight,
    message: { text: fix === null ? message : `${message}\n${fix}` },
    locations: [location(finding, report)],
    partialFingerprints: { 'ruleCaseTarget/v1': fingerprint(finding, report) },
    ...baselineOf(report, outcome, known),
    properties: { outcome, level, case: finding.case, ...finding.evidence },
  }
}

function baselineOf({ baseline }: Report, outcome: Finding['outcome'], known: true | undefined) {
  if (!baseline || outcome !== 'fail') return {}
  if (!known) return { baselineState: 'new' }
  const justification = `Known from the baseline of ${baseline.startedAt}.`
  return { baselineState: 'unchanged', suppressions: [{ kind: 'external', justification }] }
}

function fingerprint({ rule, case: name, target }: Finding, report: Report): string {
  return [rule, name ?? '', target === report.target ? '' : target].join('|')
}

/** A tool has no line; it is a logical location inside the server, or inside the file that its list came from. */
function location({ target }: Finding, report: Report) {
  const place = { physicalLocation: { artifactLocation: { uri: uriOf(report.target) } } }
  if (target === report.target) return place
  const tool = target.startsWith('tools/')
  const name = tool ? target.slice('tools/'.length) : target
  return {
    ...place,
    logicalLocations: [{ name, fullyQualifiedName: target, kind: tool ? 'function' : 'resource' }],
  }
}

/** A URI reference, whatever the name of the file. */
function uriOf(target: string): string {
  if (URL.canParse(target) && /^https?:/.test(target)) return new URL(target).href
  return target.split('/').map(escaped).join('/')
}

function escaped(segment: string): string {
  return encodeURIComponent(wellFormed(segment))
}

function invocation(report: Report, index: Index) {
  const began = new Date(report.startedAt)
  const unseen = report.findings.filter(couldNotLook)
  const skipped = report.findings.filter(({ reason }) => reason === 'not-requested')
  const notice = (finding: Finding, level: 'error' | 'note') => ({
    level,
    message: { text: renderFinding(finding, 'en').message },
    associatedRule: { id: finding.rule, index: index.get(finding.rule) ?? -1 },
  })
  return {
    executionSuccessful: report.verdict !== 'incomplete',
    exitCode: exitCode(report),
    exitCodeDescription: report.verdict,
    startTimeUtc: began.toISOString(),
    endTimeUtc: new Date(began.getTime() + report.durationMs).toISOString(),
    toolExecutionNotifications: unseen.map((finding) => notice(finding, 'error')),
    toolConfigurationNotifications: skipped.map((finding) => notice(finding, 'note')),
  }
}
