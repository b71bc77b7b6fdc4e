import type { Attestable, DecisionName } from './model.ts'

export interface DecisionForm {
  /** Number of events the form was made from. */
  readonly seen: number
  readonly decision: DecisionName
  /** Ids of rules or policy clauses. */
  readonly clauses: readonly string[]
  readonly text: string
  readonly lookedAt: readonly Attestable[]
}
