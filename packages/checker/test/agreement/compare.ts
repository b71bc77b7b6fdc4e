/** Holds what the conformance suite and the checker say of the same servers side by side. */
import type { Finding } from '../../src/index.ts'
import { explanations, type Explanation } from './explained.ts'
import { shared, type Fact } from './shared.ts'

/** What the suite says of one check, over all scenarios of a run that made it. */
export interface SuiteVerdict {
  readonly fails: boolean
  /** The suite's own words about the first failure. */
  readonly words: string
}

export interface Comparison {
  readonly server: string
  readonly check: string
  /** Undefined where the checker could not look. */
  readonly outcome: 'both-pass' | 'both-fail' | 'suite-alone' | 'checker-alone' | undefined
  /** What the side says that finds the fault alone. */
  readonly words: string
  readonly explained?: Explanation
}

/** Every shared check that the suite made, in one revision at least. */
export function compare(
  server: string,
  verdicts: ReadonlyMap<string, SuiteVerdict>,
  findings: readonly Finding[],
): Comparison[] {
  return shared.flatMap(({ check, facts }) => {
    const verdict = verdicts.get(check)
    if (!verdict) return []
    const faults = findings.filter((finding) => facts.some((fact) => states(finding, fact)))
    const own = findings.filter(({ rule }) => facts.some((fact) => fact.rule === rule))
    const blind = faults.length === 0 && own.some(({ outcome }) => outcome === 'not-evaluated')
    const outcome = blind ? undefined : outcomeOf(verdict.fails, faults.length > 0)
    const [fault] = faults
    const words = fault ? `${fault.rule}: ${fault.message}` : verdict.words
    const explained = explanations.find((each) => explains(each, server, check, outcome))
    return [{ server, check, outcome, words, ...(explained ? { explained } : {}) }]
  })
}

export interface Sum {
  readonly servers: number
  readonly comparisons: number
  readonly agree: number
  /** Of those that agree: both find the fault. */
  readonly bothFail: number
  readonly explained: number
  readonly notLooked: number
  /** Lines about whatever must not be. */
  readonly wrong: readonly string[]
}

/** `whole`: every server was compared, so an explanation or a check without use is an error. */
export function sumUp(all: readonly Comparison[], whole: boolean): Sum {
  const looked = all.filter(({ outcome }) => outcome !== undefined)
  const agreeing = looked.filter(agrees)
  const differing = looked.filter((one) => !agrees(one))
  const open = differing.filter(({ explained }) => !explained)
  return {
    servers: new Set(all.map(({ server }) => server)).size,
    comparisons: looked.length,
    agree: agreeing.length,
    bothFail: agreeing.filter(({ outcome }) => outcome === 'both-fail').length,
    explained: differing.length - open.length,
    notLooked: all.length - looked.length,
    wrong: [...open.map(told), ...(whole ? [...idle(differing), ...silent(looked)] : [])],
  }
}

function agrees({ outcome }: Comparison): boolean {
  return outcome === 'both-pass' || outcome === 'both-fail'
}

function outcomeOf(suiteFails: boolean, checkerFails: boolean): Comparison['outcome'] {
  if (suiteFails) return checkerFails ? 'both-fail' : 'suite-alone'
  return checkerFails ? 'checker-alone' : 'both-pass'
}

function states(finding: Finding, { rule, cases, signals, target }: Fact): boolean {
  if (finding.rule !== rule || finding.outcome !== 'fail') return false
  if (cases?.includes(finding.case ?? '') === false) return false
  if (signals?.includes(finding.evidence.signal ?? '') === false) return false
  return target === undefined || finding.target.split('#')[0] === target
}

function explains(
  { alone, checks, servers }: Explanation,
  server: string,
  check: string,
  outcome: Comparison['outcome'],
): boolean {
  return outcome === `${alone}-alone` && checks.includes(check) && servers.includes(server)
}

function told({ server, check, outcome, words }: Comparison): string {
  return `${server}, ${check}, ${outcome}: ${words.replaceAll(/\s+/g, ' ').slice(0, 200)}`
}

/** Explanations, or checks and servers within one, that explain nothing. */
function idle(differing: readonly Comparison[]): string[] {
  return explanations.flatMap((explanation) => {
    const used = differing.filter(({ explained }) => explained === explanation)
    const checks = explanation.checks.filter((check) => used.every((one) => one.check !== check))
    const servers = explanation.servers.filter((server) => used.every((one) => one.server !== server))
    return [...checks, ...servers].map((name) => `explains nothing: ${name} in "${explanation.why}"`)
  })
}

function silent(looked: readonly Comparison[]): string[] {
  const compared = new Set(looked.map(({ check }) => check))
  return shared
    .filter(({ check }) => !compared.has(check))
    .map(({ check }) => `never compared: ${check}; does the suite still have it?`)
}
