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

/** Figures of fewer different people than this are shown to nobody. */
export const fewestPeople = 5
/** Failures are rounded down to steps of so many: what one day more or less adds says nothing of one person. */
export const failureSteps = 5
export const usageDays = 30

/** What the server, not the caller and not the gateway, did to a call. */
export const failureKinds = ['tool-error', 'rpc-error', 'timeout', 'upstream-error', 'too-large'] as const
export type FailureKind = (typeof failureKinds)[number]

/** What a publisher is shown of calls of other organisations; null stands for fewer than `fewestPeople`, and for none. */
export interface ListingUsage {
  /** Whole days in UTC, the last one ended. */
  readonly days: readonly { readonly day: Date; readonly calls: number | null }[]
  readonly people: number | null
  readonly failures: Readonly<Record<FailureKind, number | null>>
  readonly p50Ms: number | null
  readonly p95Ms: number | null
}

/** As it is counted, before anything is left out. */
export interface UsageTally {
  readonly days: readonly { readonly day: Date; readonly calls: number; readonly people: number }[]
  readonly failures: readonly { readonly kind: string; readonly calls: number; readonly people: number }[]
  readonly people: number
  readonly p50Ms: number | null
  readonly p95Ms: number | null
}

const dayMs = 86_400_000

/** The last thirty whole days before a moment. */
export function usageSpan(now: Date): { readonly from: Date; readonly to: Date } {
  const to = Math.floor(now.getTime() / dayMs) * dayMs
  return { from: new Date(to - usageDays * dayMs), to: new Date(to) }
}

/** Leaves out what fewer than `fewestPeople` did, day by day and kind by kind. */
export function shownUsage(from: Date, tally: UsageTally): ListingUsage {
  const enough = tally.people >= fewestPeople
  const byDay = new Map(tally.days.map((one) => [one.day.getTime(), one]))
  const failures = (kind: FailureKind): number | null => {
    const found = tally.failures.find((one) => one.kind === kind)
    if (found === undefined || found.people < fewestPeople) return null
    return Math.floor(found.calls / failureSteps) * failureSteps
  }
  return {
    days: Array.from({ length: usageDays }, (_, index) => {
      const day = new Date(from.getTime() + index * dayMs)
      const found = byDay.get(day.getTime())
      return { day, calls: found === undefined || found.people < fewestPeople ? null : found.calls }
    }),
    people: enough ? tally.people : null,
    failures: {
      'tool-error': failures('tool-error'),
      'rpc-error': failures('rpc-error'),
      timeout: failures('timeout'),
      'upstream-error': failures('upstream-error'),
      'too-large': failures('too-large'),
    },
    p50Ms: enough ? tally.p50Ms : null,
    p95Ms: enough ? tally.p95Ms : null,
  }
}
