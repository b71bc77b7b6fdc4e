import type { ListingId } from '../kernel/index.ts'
import { share } from '../monitoring/index.ts'

const dayMs = 86_400_000
const weekMs = 7 * dayMs

/** Spread over a whole week. */
export function firstLook(listing: ListingId, at: Date): Date {
  return new Date(at.getTime() + share(listing, at) * weekMs)
}

/** A week later, or a day when something failed for the first time or could not be looked at; a tenth more or less. */
export function nextLook(listing: ListingId, at: Date, inDoubt: boolean): Date {
  return new Date(at.getTime() + (inDoubt ? dayMs : weekMs) * (0.9 + share(listing, at) * 0.2))
}
