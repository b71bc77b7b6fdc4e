import { quarterMs } from './due.ts'

const dayMs = 86_400_000

/** Days are numbered from 1970-01-01 UTC. */
export function dayOf(at: Date): number {
  return Math.floor(at.getTime() / dayMs)
}

export function dayStart(day: number): Date {
  return new Date(day * dayMs)
}

/** What looks say of a day, in quarter hours. */
export interface Counted {
  readonly day: number
  readonly looks: number
  readonly good: number
}

/**
 * How many quarter hours a look speaks for: those since the one before, but not those by which it came late. So a
 * share of them is a share of time, however seldom a server was looked at.
 */
export function quartersSince(seenAt: Date, at: Date, intervalMs: number): number {
  const passedMs = Math.min(at.getTime() - seenAt.getTime(), intervalMs * 1.1)
  return Math.max(1, Math.round(passedMs / quarterMs))
}

/** So many quarter hours back from this time, each on its day. */
export function countBack(until: Date, quarters: number, isGood: boolean): readonly Counted[] {
  if (quarters === 0) return []
  const day = dayOf(until)
  const looks = Math.min(quarters, Math.floor((until.getTime() - dayStart(day).getTime()) / quarterMs) + 1)
  const before = countBack(new Date(dayStart(day).getTime() - 1), quarters - looks, isGood)
  return [{ day, looks, good: isGood ? looks : 0 }, ...before]
}
