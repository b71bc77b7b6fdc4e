import type { Day } from './store.ts'

export type HealthLabel = 'healthy' | 'worth-a-look' | 'degraded' | 'not-enough-data'

export const labelDays = 30
/** With fewer, one failure that two looks confirmed would already be more than four in a hundred. */
const fewestLooks = 50
const worthALook = 0.02
const degraded = 0.05

export interface Health {
  readonly label: HealthLabel
  readonly looks: number
  readonly good: number
  /** Mean of the looks that were answered; undefined without any. */
  readonly latencyMs: number | undefined
}

/** The 30-day rule: at most 2 of 100 looks failed, at most 5, or more. @see requirements.md MON-02 */
export function healthOf(days: readonly Day[], today: number): Health {
  let looks = 0
  let good = 0
  let latencySum = 0
  for (const day of days) {
    if (day.day <= today - labelDays || day.day > today) continue
    looks += day.looks
    good += day.good
    latencySum += day.latencyMsSum
  }
  const latencyMs = good === 0 ? undefined : Math.round(latencySum / good)
  return { label: labelOf(looks, good), looks, good, latencyMs }
}

function labelOf(looks: number, good: number): HealthLabel {
  if (looks < fewestLooks) return 'not-enough-data'
  const failed = (looks - good) / looks
  if (failed > degraded) return 'degraded'
  return failed > worthALook ? 'worth-a-look' : 'healthy'
}
