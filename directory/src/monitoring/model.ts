import type { AuthType } from '../catalogue/index.ts'
import type { ListingId, OrganisationId } from '../kernel/index.ts'

/** What a look at a server came to; `rate-limited` (429) says nothing of its health. */
export const lookStates = [
  'ok',
  'auth-gated',
  'wrong-transport',
  'not-mcp',
  'dns',
  'tls',
  'no-connection',
  '4xx',
  '5xx',
  'time-out',
  'rate-limited',
  'unknown',
] as const
export type LookState = (typeof lookStates)[number]

export interface Look {
  readonly state: LookState
  readonly at: Date
  readonly latencyMs: number
  readonly era?: 'modern' | 'legacy'
}

/** What is believed of one server, and what was seen once without being believed yet. */
export interface Watch {
  readonly state: LookState | null
  readonly since: Date | null
  readonly doubt: LookState | null
}

/** What the time of the next look depends on. */
export interface Memory extends Pick<Watch, 'state' | 'since'> {
  /** When a look last failed, believed or not. */
  readonly failedAt: Date | null
}

export interface WatchedListing extends Watch, Memory {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly era: 'modern' | 'legacy' | null
  readonly seenAt: Date | null
}

/** States in which our own network may be what failed. */
const networkStates: ReadonlySet<LookState> = new Set(['dns', 'tls', 'no-connection', 'time-out'])

export function mayBeOurs(state: LookState): boolean {
  return networkStates.has(state)
}

/** A server that asks for a login is well, unless it is listed as one that needs none. */
export function isGood(state: LookState, authType: AuthType): boolean {
  return state === 'ok' || (state === 'auth-gated' && authType !== 'none')
}
