import { dayOf } from '../monitoring/index.ts'
import type { Reasons } from './model.ts'
import type { Policy } from './policy-2026-11-21.ts'

/** The looks of one day that counted. */
export interface DayOfLooks {
  readonly day: number
  readonly looks: number
  readonly good: number
}

/** What is known of a listing when it is judged. */
export interface Facts extends Reasons {
  /** Whether the newest judged day is so new that it says something of now. */
  readonly fresh: boolean
  /** Lost by our own outage since the stage began. */
  readonly lostMs: number
  /** Our own outage goes on: nobody is moved. */
  readonly blind: boolean
  /** What the catalogue shows; `gone`: withdrawn or removed. */
  readonly shown: 'published' | 'hidden' | 'delisted' | 'gone'
}

/**
 * Judges the whole days before today, and after the day on which the last trouble ended. A day on which we hardly looked
 * neither breaks a row of healthy days nor adds to it.
 */
export function reasonsOf(
  days: readonly DayOfLooks[],
  { now, clearedAt }: { readonly now: Date; readonly clearedAt: Date | null },
  policy: Policy,
): Reasons & { readonly fresh: boolean } {
  const today = dayOf(now)
  const first = Math.max(today - policy.windowDays, clearedAt === null ? 0 : dayOf(clearedAt) + 1)
  const judged = days
    .filter(({ day, looks }) => day >= first && day < today && looks >= policy.leastLooksOfDay)
    .toSorted((one, other) => other.day - one.day)
  const unhealthy = judged.findIndex((day) => !isHealthy(day, policy))
  return {
    policy: policy.id,
    looks: sum(judged.map(({ looks }) => looks)),
    failed: sum(judged.map(({ looks, good }) => looks - good)),
    days: judged.length,
    healthyRun: unhealthy === -1 ? judged.length : unhealthy,
    fresh: (judged[0]?.day ?? 0) >= today - policy.freshDays,
  }
}

export function isHealthy({ looks, good }: DayOfLooks, policy: Policy): boolean {
  return (looks - good) / looks <= policy.healthyShare
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
