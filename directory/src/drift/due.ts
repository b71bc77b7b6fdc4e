import type { ListingId } from '../kernel/index.ts'
import { share } from '../monitoring/index.ts'

const minute = 60_000
const hour = 60 * minute
export const dayMs = 24 * hour

/** Spread over a whole day, so that nothing that was listed together is looked at together. */
export function firstLook(listing: ListingId, at: Date): Date {
  return new Date(at.getTime() + minute + share(listing, at) * dayMs)
}

/**
 * `settled`: a day later, a tenth more or less. `in-doubt`: something was seen once, and the second look comes within
 * twenty minutes. `could-not-look`: within two hours.
 */
export function nextLook(listing: ListingId, at: Date, how: 'settled' | 'in-doubt' | 'could-not-look'): Date {
  const part = share(listing, at)
  const waits = {
    settled: dayMs * (0.9 + part * 0.2),
    'in-doubt': 10 * minute * (1 + part),
    'could-not-look': hour * (1 + part),
  }
  return new Date(at.getTime() + waits[how])
}
