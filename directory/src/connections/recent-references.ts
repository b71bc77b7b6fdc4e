import { BoundedMap, type Clock } from '../kernel/index.ts'
import type { Reference } from './model.ts'

/** A server that is down fills no table: what goes wrong again in this time has the same reference. */
const quietMs = 60_000
const mostRemembered = 10_000

export interface RecentReferences {
  get(subject: string): Reference | undefined
  set(subject: string, reference: Reference): void
}

/** Of this process alone. */
export function createRecentReferences(clock: Clock): RecentReferences {
  const recent = new BoundedMap<string, { readonly reference: Reference; readonly until: number }>(
    mostRemembered,
  )
  return {
    get(subject) {
      const known = recent.get(subject)
      return known !== undefined && known.until > clock.now().getTime() ? known.reference : undefined
    },
    set(subject, reference) {
      recent.set(subject, { reference, until: clock.now().getTime() + quietMs })
    },
  }
}
