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

/** How requests with a wrong session are answered. All but `get` are absent where the server gives no session id. */
export interface SessionFacts {
  readonly sessions: boolean
  /** GET for an event stream, inside the session. */
  readonly get?: OddAnswer
  readonly missing?: OddAnswer
  readonly unknown?: OddAnswer
  /** After a DELETE that the server accepted. */
  readonly ended?: OddAnswer
}

export interface ErrorFacts {
  /** In the era before 2026-07-28, where the server speaks that. */
  readonly unknownMethod?: OddAnswer
  /** The same in the era of 2026-07-28. */
  readonly unknownModern?: OddAnswer
  readonly brokenJson?: OddAnswer
  /** A whole message under the content-type text/plain. */
  readonly textType?: OddAnswer
}

/** Answers to a client that accepts one kind of answer alone. */
export interface AcceptFacts {
  readonly json?: OddAnswer
  readonly stream?: OddAnswer
}

/** The answer to a whole message of `bytes`. */
export interface LongBodyFacts {
  readonly bytes: number
  readonly answer: OddAnswer
}

/** What the session ids of one visit have in common; the ids themselves are not kept. */
export interface SessionIdFacts {
  readonly count: number
  readonly distinct: number
  readonly shortest: number
  /** False when one has a character that is not visible ASCII. */
  readonly visible: boolean
  /** Places in which the two most similar ids differ. */
  readonly leastDifference: number
}

/** An initialize that brings a session id of the client's own making. */
export interface FixationFacts {
  readonly adopted: boolean
  readonly status: number
}

/** An answer to a request with an Origin header. */
export interface CrossAnswer extends OddAnswer {
  readonly allowOrigin?: string
  readonly allowCredentials: boolean
}

/** One opening with an Origin header each. Their names are the origins that were sent. */
export interface OriginFacts {
  readonly own: { readonly origin: string; readonly answer?: CrossAnswer }
  readonly foreign: { readonly origin: string; readonly answer?: CrossAnswer }
}

/** What a browser would need to hear on behalf of a page of the directory. Names are in lower case. */
export interface CorsFacts {
  readonly origin: string
  readonly preflight: OddAnswer
  readonly allowOrigin?: string
  readonly allowHeaders: readonly string[]
  readonly wantedHeaders: readonly string[]
  /** Of the answer to the POST. Absent when there was none. */
  readonly exposed?: readonly string[]
  /** Response headers that a client in a browser has to read there. */
  readonly wantedExposed: readonly string[]
}

/** tools/list as another client sees it; names of the first page. */
export interface OtherClientFacts {
  readonly client: string
  /** Set when the other client got no list. */
  readonly refused?: OddAnswer
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

/** Milliseconds from the request to the whole answer, of requests that succeeded. */
export interface LatencyFacts {
  readonly opening: readonly number[]
  readonly list: readonly number[]
}

/** What the server calls itself. */
export interface IdentityFacts {
  readonly name?: string
  readonly version?: string
}
