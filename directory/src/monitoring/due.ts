import { createHash } from 'node:crypto'
import type { AuthType } from '../catalogue/index.ts'
import type { ListingId } from '../kernel/index.ts'
import { isGood, type Memory } from './model.ts'

/** `exact`: every quarter of an hour whatever was seen. */
export const cadences = ['adaptive', 'exact'] as const
export type Cadence = (typeof cadences)[number]

const minute = 60_000
const hour = 60 * minute
/** The shortest interval, and the unit in which the history counts. */
export const quarterMs = 15 * minute
/** Looks until the time for which a server has been well has grown by what it was. */
const looksPerGrowth = 24
const longestMs = 24 * hour
/** So long without a good look: it is not about to come back, and what it does is known. */
const longFailingMs = 7 * 24 * hour

/**
 * How long until the next look. A quarter of an hour at first and after every failed look; then one part in 24 of the
 * time for which every look was good, up to a day. What has failed for a week is looked at once an hour: a day with so
 * many looks is still judged.
 */
export function intervalOf(
  { state, since, failedAt }: Memory,
  at: Date,
  { authType, cadence }: { readonly authType: AuthType; readonly cadence: Cadence },
): number {
  if (cadence === 'exact' || state === null || since === null) return quarterMs
  const steadyMs = at.getTime() - since.getTime()
  if (!isGood(state, authType)) return steadyMs > longFailingMs ? hour : quarterMs
  const wellMs = Math.min(steadyMs, at.getTime() - (failedAt?.getTime() ?? 0))
  return Math.min(longestMs, Math.max(quarterMs, wellMs / looksPerGrowth))
}

/** From 0 up to 1: the same for the same listing and time, so that a simulation repeats itself. */
export function share(listing: ListingId, at: Date): number {
  const digest = createHash('sha256').update(`${listing} ${at.getTime()}`).digest()
  return digest.readUInt32BE(0) / 2 ** 32
}

/** Spread over a whole interval, and never within the first minute. */
export function firstLook(listing: ListingId, at: Date): Date {
  return new Date(at.getTime() + minute + share(listing, at) * quarterMs)
}

/** After the interval, a tenth more or less; what is in doubt is looked at again within two minutes. */
export function nextLook(listing: ListingId, at: Date, interval: number | 'in doubt'): Date {
  const part = share(listing, at)
  return new Date(
    at.getTime() + (interval === 'in doubt' ? minute * (1 + part) : interval * (0.9 + part * 0.2)),
  )
}
