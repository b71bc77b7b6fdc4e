import { createHash } from 'node:crypto'
import type { ListingId } from '../kernel/index.ts'

const minute = 60_000
const intervalMs = 15 * minute

/** From 0 up to 1: the same for the same listing and time, so that a simulation repeats itself. */
function share(listing: ListingId, at: Date): number {
  const digest = createHash('sha256').update(`${listing} ${at.getTime()}`).digest()
  return digest.readUInt32BE(0) / 2 ** 32
}

/** Spread over a whole interval, and never within the first minute. */
export function firstLook(listing: ListingId, at: Date): Date {
  return new Date(at.getTime() + minute + share(listing, at) * intervalMs)
}

/** A quarter of an hour later, a tenth more or less; what is in doubt is looked at again within two minutes. */
export function nextLook(listing: ListingId, at: Date, inDoubt: boolean): Date {
  const part = share(listing, at)
  return new Date(at.getTime() + (inDoubt ? minute * (1 + part) : intervalMs * (0.9 + part * 0.2)))
}
