import type {
  ConnectionId,
  Id,
  ListingId,
  OrganisationId,
  PersonId,
  TextParameters,
} from '../kernel/index.ts'
import type { Through } from './dpop-fetch.ts'
import type { ToolLevels } from './tool-levels.ts'

export type RegistrationId = Id<'registration'>
export type AttemptId = Id<'attempt'>

/** `needs-reconnect`: its tokens are dead and only the person can renew the consent. */
export type ConnectionState = 'connected' | 'needs-reconnect'

/** One person's access to one connector, for one organisation. Its tokens never leave the module by this type. */
export interface Connection {
  readonly id: ConnectionId
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly listing: ListingId
  /** The authorization server that gave the tokens; '' for a server without login. */
  readonly issuer: string
  /** The server that the tokens are for, and no other. @see RFC 8707 */
  readonly resource: string
  readonly state: ConnectionState
  readonly scopes: readonly string[]
  /** When the access token ends; null when the server does not say, or when there is none. */
  readonly expiresAt: Date | null
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  /** What its person and its organisation say of its tools; undefined where nothing is said. */
  readonly levels: ToolLevels | undefined
}

/** Whose connection to what: what the gateway knows of a call. */
export interface ConnectionKey {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly listing: ListingId
}

/** What a caller of the connector's server has to send. */
export type Access =
  /** Send it as a bearer token, beside what the organisation sends to this server. */
  | {
      readonly kind: 'token'
      readonly token: string
      readonly headers?: HeadersFor
      /** The token is bound to a key: send it through this door, else its server refuses it. */
      readonly through?: Through
    }
  /** The server asks for no login. */
  | { readonly kind: 'open'; readonly headers?: HeadersFor }
  /** The consent is gone; only the person can renew it. */
  | { readonly kind: 'reconnect'; readonly reference?: Reference | undefined }
  /** The authorization server does not answer; the connection stays as it is. */
  | { readonly kind: 'unavailable'; readonly reference?: Reference | undefined }

/** A call that got no answer by the fault of its server, or of the server's login. */
export interface FailedCall {
  /** Failures of one kind and connection share a trace for a minute. */
  readonly kind: string
  /** A sentence. */
  readonly detail: string
}

/** The organisation's headers for the server at this address; none for another origin than they were set for. */
export type HeadersFor = (serverUrl: string) => Readonly<Record<string, string>>

/** What a server said to a call, after which only the person can help. */
export interface ServerRefusal {
  /** The token that was sent; a connection that has a newer one is left alone. */
  readonly token: string | undefined
  /** The WWW-Authenticate header. */
  readonly challenge: string | null
  readonly wants: 'login' | 'more-access'
}

/** Whether connecting again can help, or the server asks for what it was given already. */
export type Remedy = 'connect' | 'given-already'

/** Where a sign-in, a failed renewal or a failed call is described: `con_` and 20 letters and digits. */
export type Reference = `con_${string}`

export type FailureCode =
  | 'forged-state'
  | 'replayed-state'
  | 'expired-state'
  | 'other-person'
  | 'wrong-issuer'
  | 'consent-denied'
  | 'refused-by-server'
  | 'token-refused'
  | 'client-forgotten'
  | 'no-client'
  | 'registration-refused'
  | 'resource-refused'
  | 'static-client-issuer'
  | 'unreachable'
  | 'discovery'
  | 'not-bound'
  | 'not-opened'
  | 'call-failed'
  | 'renewal-refused'
  | 'renewal-impossible'
  | 'renewal-unanswered'

/** Why it did not work, as data: the sentence is `connections.failure.<code>` in the reader's language. */
export interface Failure {
  readonly code: FailureCode
  readonly parameters: TextParameters
}

/** What `begin` or `callback` came to. */
export type ConnectOutcome =
  | {
      readonly kind: 'connected'
      readonly slug: string
      readonly name: string
      readonly reference: Reference
    }
  /** The browser goes to the server's own sign-in. `to` was checked: https, or http on loopback. */
  | { readonly kind: 'continue'; readonly to: URL; readonly name: string; readonly reference: Reference }
  | {
      readonly kind: 'failed'
      readonly failure: Failure
      /** Undefined when the answer belongs to no sign-in that we know. */
      readonly reference: Reference | undefined
      readonly slug: string | undefined
    }

export type StepName =
  | 'exchange'
  | 'renewing'
  | 'opened'
  | 'discovered'
  | 'client-chosen'
  | 'client-not-hosted'
  | 'client-registered'
  | 'client-dropped'
  | 'key-made'
  | 'sent-to-server'
  | 'answer-received'
  | 'tokens-received'
  | 'server-opened'
  | 'connected'
  | 'failed'

/**
 * One line of a trace: `connections.step.<name>` with its parameters; never a token, code, state or verifier. An
 * `exchange` is one request of ours with the shapes of what was sent and of what came.
 */
export interface Step {
  readonly name: StepName
  readonly at: string
  readonly parameters: TextParameters
}

export interface Trace extends ConnectionKey {
  readonly reference: Reference
  readonly outcome: 'under-way' | 'connected' | 'failed'
  readonly steps: readonly Step[]
  readonly createdAt: Date
}

/** What became of the tokens at the server that gave them. */
export type Disconnected = 'not-asked' | 'ended' | 'unconfirmed'

export type TraceSummary = Omit<Trace, 'steps'>

/** A client that an operator entered, as the operators see it: without its secret. */
export interface ShownClient {
  readonly id: RegistrationId
  readonly listing: ListingId
  readonly issuer: string
  readonly clientId: string
  readonly authMethod: string
  /** Whose people use it; null is everybody. */
  readonly organisation: OrganisationId | null
  readonly createdAt: Date
}

export interface StaticClient {
  readonly slug: string
  /** The authorization server that issued it; a server that names another one later gets nothing. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  /** Default: `client_secret_basic` with a secret, `none` without. */
  readonly authMethod?: 'client_secret_basic' | 'client_secret_post' | 'none'
  /** Whose people use it; everybody where none is named. */
  readonly organisation?: OrganisationId
}
