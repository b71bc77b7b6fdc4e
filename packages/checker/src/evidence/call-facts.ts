import type { Json } from './facts.ts'

/** How one call ended. `broken` is an answer that is no JSON-RPC, or a connection that broke off. */
export type CallOutcome =
  | 'result'
  | 'tool-error'
  | 'rpc-error'
  | 'http-error'
  | 'broken'
  | 'too-large'
  | 'not-ended'
  | 'rate-limited'
  | 'stopped'

/** What was let out that belongs to the server alone. */
export type Leak = 'secret' | 'stack' | 'path' | 'database'

/** Of all that a model reads: text, and structured content where it says something else. Tokens are an estimate. */
export interface ResultSize {
  readonly estimatedTokens: number
  readonly bytes: number
  readonly characters: number
  /** Images and sounds; each counts as a fixed number of tokens. */
  readonly media: number
}

export interface CallCase {
  /** `given` comes from the person who asked, all others are made from the schema. `limited` asks for one entry. */
  readonly kind: 'valid' | 'given' | 'limited' | 'missing' | 'wrong-type' | 'out-of-range'
  /** The parameter that is wrong on purpose, or that asks for less. */
  readonly parameter?: string
  /** The arguments, cut. */
  readonly input: string
  readonly outcome: CallOutcome
  readonly tookMs: number
  /** HTTP. */
  readonly status?: number
  /** Of the JSON-RPC error. */
  readonly code?: number
  readonly size?: ResultSize
  /** structuredContent against outputSchema; absent when none is declared or there was no result. */
  readonly structured?: 'valid' | 'invalid' | 'missing' | 'unjudged'
  readonly problem?: string
  /** Words of an error, cut, secrets masked. Of a result only where they sound like an error. */
  readonly said?: string
  /** Whether the words of the error name the parameter. */
  readonly named?: boolean
  readonly leaks?: readonly Leak[]
  /** Given cases: what was expected, and whether it came. */
  readonly expected?: 'ok' | 'error'
  readonly contains?: { readonly text: string; readonly found: boolean }
}

export interface CalledTool {
  readonly tool: string
  readonly readOnly: boolean
  readonly declaresOutput: boolean
  /** Whether a limit, page or filter can ask for less. */
  readonly canAskLess: boolean
  readonly cases: readonly CallCase[]
}

/** Why a tool was not called. `not-read-only` and `skipped` were wished; all others could not be helped. */
export type NotCalled =
  | 'not-read-only'
  | 'skipped'
  | 'no-input'
  | 'no-name'
  | 'needs-task'
  | 'too-many'
  | 'time-over'
  | 'stopped'
  | 'rate-limited'
  | 'lost'

export interface CallFacts {
  readonly which: 'read-only' | 'all'
  /** The cap on one call. */
  readonly seconds: number
  readonly tools: readonly CalledTool[]
  readonly left: readonly { readonly tool: string; readonly because: NotCalled }[]
}

/** The answer to a call of a tool that is not in the list. */
export interface UnknownToolFacts {
  readonly name: string
  readonly answer: CallCase
}

/** State before and after each read-only tool, as the tool that shows it told. */
export interface FingerprintFacts {
  readonly shownBy: string
  readonly tools: readonly {
    readonly tool: string
    readonly changed: boolean
    readonly before: string
    readonly after: string
  }[]
}

/** One call repeated with the headers of a proxy that signs people in, and under another client's name. */
export interface ImpersonationFacts {
  readonly tool: string
  readonly headers: 'same' | 'other' | 'refused'
  readonly clientName: 'same' | 'other' | 'refused'
  /** What else came, cut, secrets masked. */
  readonly excerpt?: Json
}

/** What is known of limits: from a burst of requests, from the publisher's answer, or from both. */
export interface RequestLimitFacts {
  readonly burst?: BurstFacts
  /** Blank when the question was left empty. */
  readonly answer?: string
}

/** Many small requests at once. */
export interface BurstFacts {
  readonly requests: number
  readonly tookMs: number
  readonly answered: number
  readonly limited: number
  readonly retryAfter: boolean
  readonly quotaWords: boolean
  readonly failed: number
}
