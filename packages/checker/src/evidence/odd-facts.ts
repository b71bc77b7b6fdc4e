/** An answer to a request that no healthy client sends, as far as rules look at it. */
export interface OddAnswer {
  readonly status: number
  readonly contentType?: string
  /** What the body is: a JSON-RPC result, a JSON-RPC error (with its code), nothing, an open stream, anything else. */
  readonly body: 'result' | 'error' | 'empty' | 'stream' | 'other'
  readonly code?: number
  readonly excerpt: string
}

/** What the endpoint answers to methods that carry no message. */
export interface BareMethodFacts {
  readonly head?: OddAnswer
  readonly get?: OddAnswer
}
