import { riskNames } from './risks.ts'

/** Why a person must look: each gate answers yes or no to every report, and the answer is stored either way. */
export const gateNames = [
  ...riskNames,
  'mechanical-fail',
  'required-fail',
  'could-not-look',
  'needs-human',
  'scope-not-covered',
  'first-listing',
  'tools-changed',
  'texts-changed',
  'relisting',
] as const
export type GateName = (typeof gateNames)[number]

export interface GateAnswer {
  readonly gate: GateName
  readonly raised: boolean
  /** Rules that made it so; empty when it is not about rules. */
  readonly rules: readonly string[]
}

export const decisions = ['approve', 'request-changes', 'reject', 'not-a-fit'] as const
export type DecisionName = (typeof decisions)[number]

/** What a reviewer must have done by hand when the check did not: signed in, called the tools. */
export const attestable = ['login', 'call'] as const
export type Attestable = (typeof attestable)[number]

export const actionNames = [
  ...decisions,
  'waive',
  'check-again',
  'claim',
  'give-back',
  'decide-appeal',
  'open-account',
] as const
export type ActionName = (typeof actionNames)[number]

/** Why something is not possible now; a code of the texts `review.obstacle.…`. */
export type Obstacle =
  | 'not-a-reviewer'
  | 'own-submission'
  | 'being-checked'
  | 'decided'
  | 'decided-before'
  | 'taken-by-another'
  | 'not-taken'
  | 'required-fail'
  | 'nothing-to-waive'

/** How many days a publisher may have for changes. */
export const answerDays = [7, 14, 30] as const
export const usualDays = 14

/** Fields of a form that say what would meet a clause are named so, with the clause behind it. */
export const fixPrefix = 'fix.'

/** `obstacle: null`: it can be done. */
export interface Action {
  readonly name: ActionName
  readonly obstacle: Obstacle | null
}

/** The reason in the log of an approval to which the reviewer wrote nothing; pages leave it out. */
export const approvedWithoutWords = 'A reviewer looked at the report and the server and approved.'
