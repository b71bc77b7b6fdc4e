import type { Clock, Database, Soon } from '../kernel/index.ts'
import { grantStands, standingGrants } from './store.ts'

/** What was ended on another replica is refused here at the latest after this long. */
const revocationSeenMs = 1_000
/** So often all that is in use is asked for anew, in one question that no call waits for. */
const lookMs = 500
/** What nobody has used for so long is asked for when it is used again. */
const inUseMs = 30_000
const mostRemembered = 10_000

/** Whether grants stand, for every call that asks. */
export interface GrantMemory {
  stands(grant: string): Soon<boolean>
  /** For who has ended it: the next call asks, also when an older question is still under way. */
  forget(grant: string): void
}

interface Known {
  readonly stands: Promise<boolean>
  /** Whether it was found to stand: what did not is asked for again, it may stand since. */
  stood: boolean
  /** Counted from when it was asked: an answer that takes its time is the older for it. */
  until: number
  usedAt: number
}

/**
 * While calls come, their grants are looked at together twice a second: so hardly any call asks, and none is told what was
 * asked for more than a second ago.
 */
export function rememberGrants({ db, clock }: { readonly db: Database; readonly clock: Clock }): GrantMemory {
  const known = new Map<string, Known>()
  let lookedAt = clock.now().getTime()
  let looking = false
  const ask = (grant: string, now: number): Promise<boolean> => {
    const stands = grantStands(db, grant, new Date(now))
    const one: Known = { stands, stood: false, until: now + revocationSeenMs, usedAt: now }
    known.delete(grant)
    known.set(grant, one)
    const [oldest] = known.keys()
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest)
    stands.then(
      (stood) => (one.stood = stood),
      // A question that failed is asked again; it is no answer.
      () => known.get(grant) === one && known.delete(grant),
    )
    return stands
  }
  const look = async (now: number): Promise<void> => {
    const used = [...known].filter(([, { stood, usedAt }]) => stood && usedAt > now - inUseMs)
    const standing = await standingGrants(
      db,
      used.map(([grant]) => grant),
      new Date(now),
    )
    for (const [grant, one] of used) {
      // What was forgotten or asked since is newer than this.
      if (known.get(grant) !== one) continue
      if (standing.has(grant)) one.until = now + revocationSeenMs
      else known.delete(grant)
    }
    for (const [grant, { until }] of known) if (until <= now) known.delete(grant)
  }
  const lookSoon = (now: number): void => {
    if (looking || now - lookedAt < lookMs) return
    lookedAt = now
    looking = true
    // What could not be looked at is asked for by the next call that needs it, and that one hears why.
    look(now)
      .catch(() => undefined)
      .finally(() => (looking = false))
  }
  return {
    stands(grant) {
      const now = clock.now().getTime()
      const one = known.get(grant)
      if (one === undefined || one.until <= now) return ask(grant, now)
      one.usedAt = now
      lookSoon(now)
      return one.stood || one.stands
    },
    forget: (grant) => void known.delete(grant),
  }
}
