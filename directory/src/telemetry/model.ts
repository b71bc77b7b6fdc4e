import type { CallId, ConnectionId, ListingId, OrganisationId, PersonId } from '../kernel/index.ts'

/** `modern`: 2026-07-28 and later, no session. `legacy`: up to 2025-11-25. */
export type Era = 'modern' | 'legacy'

export type CallStatus =
  | 'ok'
  /** The tool answered with isError. */
  | 'tool-error'
  /** The server answered with a JSON-RPC error. */
  | 'rpc-error'
  /** The caller's mistake, refused by the gateway. */
  | 'refused'
  | 'not-connected'
  | 'needs-reconnect'
  | 'timeout'
  /** The caller hung up. */
  | 'cancelled'
  | 'upstream-error'
  | 'too-large'

/** What is kept of one call: that it happened and how it went, nothing of what was in it. */
export interface CallRecord {
  readonly id: CallId
  readonly at: Date
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly listing: ListingId
  readonly connection: ConnectionId | null
  readonly method: string
  readonly tool: string | null
  readonly callerEra: Era | null
  readonly upstreamEra: Era | null
  readonly status: CallStatus
  readonly durationMs: number
  readonly requestBytes: number
  readonly responseBytes: number
  /** An estimate; null when the answer was not counted. */
  readonly responseTokens: number | null
  readonly cut: boolean
}

export interface UsageSummary {
  readonly calls: number
  readonly failed: number
  readonly lastAt: Date | null
}
