import type { Scope } from '../scope.ts'
import type { Facts, Json, Part } from './facts.ts'

export type Parameters = Readonly<Record<string, Json>>

/** Why something is not known: a code of text/reasons.ts and what fills its sentence. */
export interface Because {
  readonly code: string
  readonly params?: Parameters
}

/**
 * One part of the evidence. `partial` says that only a piece of it was seen: what was seen can fail a rule,
 * and can never pass one.
 */
export type Looked<Value> =
  | { readonly looked: true; readonly value: Value; readonly partial?: Because }
  | { readonly looked: false; readonly outcome: 'not-applicable'; readonly because: Because }
  | {
      readonly looked: false
      readonly outcome: 'not-evaluated'
      readonly reason: 'not-requested' | 'could-not-look'
      readonly because: Because
    }

/** What the server says about itself, for the reader of a report; no rule trusts it. */
export interface ServerFacts {
  readonly era: 'modern' | 'legacy' | 'both' | 'unknown'
  readonly protocolVersion: string | null
  readonly serverInfo: { readonly name: string; readonly version: string } | null
  readonly authType: 'none' | 'oauth' | 'other' | 'unknown'
  readonly toolCount: number | null
  /** How much of a model's context the list of tools takes. The tokens are an estimate. */
  readonly toolList?: {
    readonly estimatedTokens: number
    readonly bytes: number
    readonly characters: number
  } | null
}

/** One request and its answer, secrets masked by the log that wrote it down. */
export type Exchange = Readonly<Record<string, unknown>>

/** Everything a verdict rests on: plain data, so that it can be stored and judged again. */
export interface Evidence {
  readonly target: string
  readonly loopback: boolean
  readonly scopes: readonly Scope[]
  readonly startedAt: string
  readonly durationMs: number
  readonly parts: { readonly [Name in Part]: Looked<Facts[Name]> }
  readonly server: ServerFacts
  readonly exchanges: readonly Exchange[]
  /** Names of the static headers that every request to the server carried. */
  readonly sentHeaders?: readonly string[]
  /** Set when there was no server: the tools come from a file. */
  readonly source?: 'tools-file'
}

export function seen<Value>(value: Value, partial?: Because): Looked<Value> {
  return partial ? { looked: true, value, partial } : { looked: true, value }
}

export function couldNotLook(code: string, params?: Parameters): Looked<never> {
  return { looked: false, outcome: 'not-evaluated', reason: 'could-not-look', because: because(code, params) }
}

export function notRequested(code: string, params?: Parameters): Looked<never> {
  return { looked: false, outcome: 'not-evaluated', reason: 'not-requested', because: because(code, params) }
}

export function doesNotApply(code: string, params?: Parameters): Looked<never> {
  return { looked: false, outcome: 'not-applicable', because: because(code, params) }
}

function because(code: string, params?: Parameters): Because {
  return params ? { code, params } : { code }
}
