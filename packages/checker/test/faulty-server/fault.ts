import type { CheckOptions, Level, Scope } from '../../src/index.ts'
import type { RuleId } from '../../src/rule.ts'
import type { Certificate, Eras, Plan } from './plan.ts'

/** Where a faulty server can be asked. */
export interface Place {
  readonly url: string
  readonly origin: string
  /** What it shows when it speaks TLS. */
  readonly certificate?: Certificate
  /** Where it answers over plain http too. */
  readonly plainHttpPort?: number
}

/** One thing that a server can do wrong, and who must notice it. The file has the name of the id. */
export interface Fault {
  readonly id: string
  /** A sentence that says what the server does. */
  readonly title: string
  /** Who notices; 'none' for oddities that every rule tolerates. */
  readonly rule: RuleId | 'none'
  /** The case of the finding, or, with the outcome could-not-look, the reason. */
  readonly case?: string
  /** Default: fail. */
  readonly outcome?: 'fail' | 'needs-human' | 'could-not-look'
  /** The level at which the policy "faq" expects it. */
  readonly level?: Level
  /** The servers that can have it. Default: all three kinds. */
  readonly eras?: readonly Eras[]
  /** Other rules that notice the same fact at a level that blocks, where one fact is two faults. */
  readonly also?: readonly RuleId[]
  readonly scopes?: readonly Scope[]
  /** How the check asks, beyond its scopes. */
  options?(place: Place): Partial<CheckOptions> | Promise<Partial<CheckOptions>>
  change(server: Plan): void | Promise<void>
}

/** Declares a fault; its file exports it as `fault`. */
export function defineFault(fault: Fault): Fault {
  return fault
}
