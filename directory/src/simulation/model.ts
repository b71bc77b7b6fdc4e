import type { Id, ListingId, OrganisationId, PersonId } from '../kernel/index.ts'

export type SimulationId = Id<'simulation'>

/**
 * `fails`: would fail, and does not fail today. `already`: fails today too, and was listed all the same.
 * `cannot-tell`: what is stored does not say. `stands`: everything was seen, and holds.
 */
export const ruleOutcomes = ['fails', 'already', 'cannot-tell'] as const
export type RuleOutcome = (typeof ruleOutcomes)[number]
export const outcomes = [...ruleOutcomes, 'stands'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * Why it cannot be told: the report knows nothing of the rule, the check could not look or was not asked to, or the
 * rule leaves it to a person.
 */
export const unknowns = ['not-in-report', 'could-not-look', 'not-requested', 'needs-human'] as const
export type Unknown = (typeof unknowns)[number]

/** What one rule comes to for one listing; rules that hold are left out. */
export interface Foreseen {
  readonly rule: string
  readonly outcome: RuleOutcome
  /** Under the policy that is asked for. */
  readonly level: 'reject' | 'must'
  readonly case: string | null
  /** How many tools or addresses it is about. */
  readonly places: number
  /** Of what cannot be told. */
  readonly because: Unknown | null
}

export interface ForeseenListing {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly outcome: Outcome
  /** Empty also when there is no report to read. */
  readonly rules: readonly Foreseen[]
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>
export type RuleCounts = Readonly<Record<string, Readonly<Record<RuleOutcome, number>>>>

export interface Simulation {
  readonly id: SimulationId
  readonly policy: string
  readonly askedBy: PersonId
  readonly at: Date
  readonly finishedAt: Date | null
  readonly after: ListingId | null
  readonly listings: number
  readonly outcomes: OutcomeCounts
  readonly rules: RuleCounts
}

/** The heaviest of its rules. */
export function outcomeOf(rules: readonly Foreseen[]): Outcome {
  return ruleOutcomes.find((one) => rules.some(({ outcome }) => outcome === one)) ?? 'stands'
}

const none: Readonly<Record<RuleOutcome, number>> = { fails: 0, already: 0, 'cannot-tell': 0 }

/** The counts with these listings added. */
export function addUp(
  before: Pick<Simulation, 'listings' | 'outcomes' | 'rules'>,
  seen: readonly ForeseenListing[],
): Pick<Simulation, 'listings' | 'outcomes' | 'rules'> {
  const sums = { ...before.outcomes }
  const rules: Record<string, Readonly<Record<RuleOutcome, number>>> = { ...before.rules }
  for (const one of seen) {
    sums[one.outcome] += 1
    for (const { rule, outcome } of one.rules) {
      const sum = rules[rule] ?? none
      rules[rule] = { ...sum, [outcome]: sum[outcome] + 1 }
    }
  }
  return { listings: before.listings + seen.length, outcomes: sums, rules }
}

export const noCounts: Pick<Simulation, 'listings' | 'outcomes' | 'rules'> = {
  listings: 0,
  outcomes: { fails: 0, already: 0, 'cannot-tell': 0, stands: 0 },
  rules: {},
}
