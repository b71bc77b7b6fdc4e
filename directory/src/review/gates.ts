import { toolsOf } from '../catalogue/index.ts'
import { mayReject, type Finding, type Report, type RuleId } from '@connectory/checker'
import { blockingFindings, rulesOf } from './blocking.ts'
import type { Change, Extent } from './extent.ts'
import { missingScopes } from './missing-scopes.ts'
import { gateNames, type GateAnswer, type GateName } from './model.ts'
import { riskNames, risks, type RiskFacts, type RiskName } from './risks.ts'

export interface GateFacts extends Pick<RiskFacts, 'users'> {
  readonly report: Report
  /** What it changes of the version that is listed; undefined for a first listing. */
  readonly update: (Change & { readonly extent: Extent }) | undefined
}

type Answer = readonly string[] | boolean

/** Each gate is a question; a list of rules that is not empty, or true, is a yes. */
const gates: Readonly<Record<Exclude<GateName, RiskName>, (facts: GateFacts) => Answer>> = {
  'mechanical-fail': ({ report }) => rulesOf(mechanicalFails(report)),
  'required-fail': ({ report }) =>
    rulesOf(blockingFindings(report, [], new Date(0)).filter((finding) => !isMechanical(finding))),
  'could-not-look': ({ report: { findings } }) =>
    rulesOf(
      findings.filter(({ outcome, reason }) => outcome === 'not-evaluated' && reason === 'could-not-look'),
    ),
  'needs-human': ({ report: { findings } }) =>
    rulesOf(findings.filter(({ outcome }) => outcome === 'needs-human')),
  'scope-not-covered': ({ report }) => missingScopes(report).length > 0,
  'first-listing': ({ update }) => update === undefined,
  'tools-changed': ({ update }) => update !== undefined && !update.sameTools,
  'texts-changed': ({ update }) => [...(update?.fields ?? []), ...(update?.answers ?? [])],
  relisting: ({ update }) => update?.relisting ?? false,
}

/** Why a person must look, answered by every gate. */
export function askGates(facts: GateFacts): readonly GateAnswer[] {
  const { tools } = toolsOf(facts.report)
  // Two people have approved the same tools already.
  const known = facts.update !== undefined && facts.update.extent !== 'full'
  const risky = { tools, authType: facts.report.server.authType, users: facts.users }
  return gateNames.map((gate) => {
    const answer = isRisk(gate) ? (known ? [] : risks[gate](risky)) : gates[gate](facts)
    return typeof answer === 'boolean'
      ? { gate, raised: answer, rules: [] }
      : { gate, raised: answer.length > 0, rules: answer }
  })
}

/** The risks among the gates that were raised: with one of them two people approve. */
export function raisedRisks(answers: readonly GateAnswer[]): readonly RiskName[] {
  return answers
    .filter(({ raised }) => raised)
    .map(({ gate }) => gate)
    .filter(isRisk)
}

function isRisk(gate: GateName): gate is RiskName {
  return riskNames.some((name) => name === gate)
}

/** Failures that reject without a person: mechanical facts at the level reject (docs/verdict.md, section 8). */
export function mechanicalFails({ findings }: Pick<Report, 'findings'>): readonly Finding[] {
  return findings.filter(isMechanical)
}

function isMechanical({ outcome, level, rule }: Finding): boolean {
  return outcome === 'fail' && level === 'reject' && mayReject(rule as RuleId, 'remote')
}
