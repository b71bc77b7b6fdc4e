/** Why a person must look, or why none needs to: each gate answers with yes or no and is stored either way. */
export const gateNames = [
  'mechanical-fail',
  'required-fail',
  'could-not-look',
  'needs-human',
  'writes-without-login',
  'scope-not-covered',
  'first-listing',
  'tools-changed',
] as const
export type GateName = (typeof gateNames)[number]

export interface GateAnswer {
  readonly gate: GateName
  /** True: this is a reason to stop for. */
  readonly raised: boolean
  /** Rules that made it so; empty when it is not about rules. */
  readonly rules: readonly string[]
}

export const decisions = ['approve', 'request-changes', 'reject'] as const
export type DecisionName = (typeof decisions)[number]

/** What a reviewer must have looked at beyond what the check could see. */
export const attestable = ['login', 'call'] as const
export type Attestable = (typeof attestable)[number]

export type ActionName = DecisionName | 'waive' | 'check-again'

/** Why something is not possible now; a code of the texts `review.unavailable.…`. */
export type Obstacle = 'not-a-reviewer' | 'own-submission' | 'being-checked' | 'decided' | 'required-fail'

export type Action =
  | { readonly name: ActionName; readonly available: true }
  | { readonly name: ActionName; readonly available: false; readonly because: Obstacle }
