import type { Json } from './facts.ts'

/** How a message breaks the protocol; the rule gives each name its words, the policy its level. */
export type MessageFaultName = 'not-json' | 'jsonrpc' | 'no-outcome' | 'id' | 'nameless' | 'opening' | 'shape'

/** One fault that messages of one kind share. `where` is a JSON pointer into the first of them. */
export interface MessageFault {
  readonly name: MessageFaultName
  readonly kind: 'answer' | 'result' | 'error' | 'notification' | 'request'
  /** What was asked, or what the server itself sent. */
  readonly method: string
  /** The revision of the protocol that the conversation had; absent when none was agreed on. */
  readonly revision?: string
  readonly where: string
  readonly problem: string
  readonly count: number
}

/** Every message that the server sent during the visit, held against the schema of its revision. */
export interface MessageFacts {
  readonly judged: number
  readonly faults: readonly MessageFault[]
}

/** What the results that may be kept say of themselves. @see MCP 2026-07-28 server/utilities/caching */
export interface CacheFacts {
  readonly results: readonly {
    readonly method: string
    /** True for the second page of a list and all later ones. */
    readonly later: boolean
    readonly ttlMs?: Json
    readonly cacheScope?: Json
  }[]
}

/** How one probe was answered. Nothing was called; a probe that got no answer is not in the list. */
export interface ProbeAnswer {
  readonly probe: string
  readonly era: 'modern' | 'legacy'
  readonly status: number
  readonly outcome: 'result' | 'error' | 'none'
  /** Of a JSON-RPC error. */
  readonly code?: number
  /** The version that an answer to `initialize` chose. */
  readonly version?: string
  /** The versions that an error lists. */
  readonly supported?: readonly string[]
  /** Whether the opening announced the capability that the probe needs. */
  readonly announced?: boolean
  /** Whether the result holds the list that was asked for, and how many entries its first page has. */
  readonly list?: boolean
  readonly entries?: number
  readonly excerpt: string
}

export interface ProbeFacts {
  readonly answers: readonly ProbeAnswer[]
}

/** tools/list, asked again in a conversation of its own. Names, at most 50 of each. */
export interface SecondListFacts {
  readonly compared: number
  readonly sameOrder: boolean
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}
