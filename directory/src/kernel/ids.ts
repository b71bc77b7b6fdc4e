import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'

/** A UUIDv7 that says what it identifies, so that a listing's id cannot be passed for a person's. */
export type Id<Name extends string> = string & { readonly __names: Name }

export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>
export type ListingId = Id<'listing'>
export type SubmissionId = Id<'submission'>
export type RevisionId = Id<'revision'>
export type ReportId = Id<'report'>
export type ConnectionId = Id<'connection'>
export type EventId = Id<'event'>
export type AuditId = Id<'audit'>
export type CallId = Id<'call'>

export interface Ids {
  next<T extends Id<string>>(): T
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Reads an id that came from outside; undefined when it cannot be one of ours. */
export function parseId<T extends Id<string>>(text: string | undefined): T | undefined {
  if (text === undefined || !uuid.test(text)) return undefined
  return text as T
}

/**
 * UUIDv7: 48 bits of milliseconds, then randomness; ids made in one process ascend even within a millisecond.
 * @see RFC 9562 section 5.7 and 6.2 (method 1, a counter in rand_a)
 */
export function createIds(clock: Clock, random: (size: number) => Uint8Array = randomBytes): Ids {
  let lastMilliseconds = 0
  let time = ''
  let counter = 0
  let pool = ''
  let used = 0
  return {
    next<T extends Id<string>>(): T {
      const milliseconds = clock.now().getTime()
      if (milliseconds > lastMilliseconds || ++counter > 0xfff) {
        lastMilliseconds = Math.max(milliseconds, lastMilliseconds + 1)
        time = timeDigits(lastMilliseconds)
        counter = 0
      }
      if (used === pool.length) [pool, used] = [randomEnds(random(poolBytes)), 0]
      used += endOfOne
      return `${time}${(0x7000 | counter).toString(16)}${pool.slice(used - endOfOne, used)}` as T
    },
  }
}

/** Asking the system for eight bytes takes as long as for thousands, and so does writing them as digits. */
const poolBytes = 4096
const bytesOfOne = 8
/** Its hexadecimal digits and two hyphens. */
const endOfOne = 2 * bytesOfOne + 2

/** How ids of this millisecond begin, hyphens included. */
function timeDigits(milliseconds: number): string {
  const digits = milliseconds.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-`
}

/** How many ids end, one after the other, hyphens included; the first two bits of each are the variant. */
function randomEnds(random: Uint8Array): string {
  const bytes = Buffer.from(random)
  for (let at = 0; at < bytes.length; at += bytesOfOne) bytes[at] = ((bytes[at] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replaceAll(/(.{4})(.{12})/g, '-$1-$2')
}
