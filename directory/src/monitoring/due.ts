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
/** Looks until the time for which a server did the same has grown by what it was. */
const looksPerGrowth = 16
const longestMs = 24 * hour
/** Of a server that fails: whoever mends it is seen again soon, and its days are judged. */
const longestFailingMs = 2 * hour

/**
 * How long until the next look. A quarter of an hour at first, after every failed look of a server that was well, and
 * when a failing one has come back; then one part in 16 of the time for which it did the same, up to a day, or up to
 * two hours when it fails.
 */
export function intervalOf(
  { state, since, failedAt }: Memory,
  at: Date,
  { authType, cadence }: { readonly authType: AuthType; readonly cadence: Cadence },
): number {
  if (cadence === 'exact' || state === null || since === null) return quarterMs
  const good = isGood(state, authType)
  const steadySince = good && failedAt !== null && failedAt > since ? failedAt : since
  const growing = Math.max(quarterMs, (at.getTime() - steadySince.getTime()) / looksPerGrowth)
  return Math.min(good ? longestMs : longestFailingMs, growing)
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
