import type { Parameters } from './evidence/evidence.ts'
import type { Facts, Json, Part } from './evidence/facts.ts'
import type { Language } from './language.ts'
import type { Scope } from './scope.ts'

export type RuleId = `${string}-${number}`

/**
 * What a rule noticed. `case` names a sentence of the rule's catalogue, `at` is the tool, URL or JSON pointer that
 * it is about. Without an outcome it is a failure. A rule that yields nothing passes.
 */
export type Draft =
  | {
      readonly case: string
      readonly outcome?: 'fail' | 'needs-human'
      readonly at?: string
      readonly params?: Parameters
      readonly excerpt?: Json
      readonly page?: number
      /** A finer name of what was seen, where one fact shows itself in several ways. */
      readonly signal?: string
      /** The change that would mend it, as JSON to paste. */
      readonly patch?: Json
    }
  | {
      /** `not-requested`: this place was left out because of what was asked for; the rest of the rule still counts. */
      readonly outcome: 'not-applicable' | 'could-not-look' | 'not-requested'
      readonly because: string
      /** The case whose level it has, where nothing but that case could have been seen. */
      readonly like?: string
      readonly at?: string
      readonly params?: Parameters
    }

/** One sentence each; `{name}` is filled from the finding's parameters. */
interface CaseText {
  readonly message: string
  readonly fix: string
}

interface RuleText<Case extends string = string> {
  readonly title?: string
  readonly why?: string
  readonly pass: string
  readonly cases: Readonly<Record<Case, CaseText>>
}

type FactsOf<Need extends Part, Use extends Part> = Pick<Facts, Need> & Partial<Pick<Facts, Use>>

export interface RuleDefinition<Need extends Part, Use extends Part = never> {
  readonly id: RuleId
  readonly title: string
  readonly why: string
  /** The clause that the rule enforces: where a publisher can read it. */
  readonly clause: { readonly name: string; readonly url: string }
  readonly scope: Scope
  readonly needs: readonly Need[]
  /** Parts that say more when they were asked for; without them the rule judges what it needs. */
  readonly uses?: readonly Use[]
  check(facts: FactsOf<Need, Use>): Iterable<Draft>
  readonly text: { readonly en: RuleText } & { readonly [Other in Exclude<Language, 'en'>]?: RuleText }
  readonly examples: {
    readonly pass: readonly FactsOf<Need, Use>[]
    readonly fail: readonly FactsOf<Need, Use>[]
  }
}

export interface Rule extends Omit<RuleDefinition<Part, Part>, 'check' | 'examples'> {
  check(facts: Partial<Facts>): Iterable<Draft>
  readonly examples: {
    readonly pass: readonly Partial<Facts>[]
    readonly fail: readonly Partial<Facts>[]
  }
}

/** Declares a rule. The engine hands `check` the parts that `needs` names, and those of `uses` that were seen. */
export function defineRule<const Need extends Part, const Use extends Part = never>(
  definition: RuleDefinition<Need, Use>,
): Rule {
  return {
    ...definition,
    check(facts) {
      const missing = definition.needs.find((need) => facts[need] === undefined)
      if (missing) throw new Error(`${definition.id} was run without its evidence "${missing}".`)
      return definition.check(facts as FactsOf<Need, Use>)
    },
  }
}
