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
export function createIds(clock: Clock, random: (size: number) => Uint8Array = fromPool()): Ids {
  let lastMilliseconds = 0
  let counter = 0
  return {
    next<T extends Id<string>>(): T {
      const milliseconds = clock.now().getTime()
      if (milliseconds > lastMilliseconds) {
        lastMilliseconds = milliseconds
        counter = 0
      } else if (++counter > 0xfff) {
        lastMilliseconds += 1
        counter = 0
      }
      return format(lastMilliseconds, counter, random(8)) as T
    },
  }
}

/** Asking the system for eight bytes takes as long as for thousands. */
function fromPool(): (size: number) => Uint8Array {
  let pool = randomBytes(4096)
  let used = 0
  return (size) => {
    if (used + size > pool.length) {
      pool = randomBytes(4096)
      used = 0
    }
    used += size
    return pool.subarray(used - size, used)
  }
}

/** Two hexadecimal digits for each byte: every call has an id, and a buffer for each would take thrice as long. */
const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function format(milliseconds: number, counter: number, random: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const byte = (at: number): string => digits[random[at] ?? 0] ?? ''
  const variant = digits[((random[0] ?? 0) & 0x3f) | 0x80] ?? ''
  const node = byte(2) + byte(3) + byte(4) + byte(5) + byte(6) + byte(7)
  const middle = (0x7000 | counter).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${variant}${byte(1)}-${node}`
}
