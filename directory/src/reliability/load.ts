import type { Database } from '../kernel/index.ts'
import type { Listing } from '../catalogue/index.ts'
import type { Gap, Monitoring } from '../monitoring/index.ts'
import { reasonsOf, type DayOfLooks, type Facts } from './facts.ts'
import { fold } from './fold.ts'
import type { Ledger } from './model.ts'
import type { Policy } from './policy-2026-11-21.ts'
import type { LedgerView } from './reliability.ts'
import { readSteps } from './store.ts'

export async function loadLedger(db: Database, listing: Listing, policy: Policy): Promise<LedgerView> {
  const steps = await readSteps(db, listing.id)
  return { listing, steps, ledger: fold(steps, policy) }
}

interface Source {
  readonly monitoring: Pick<Monitoring, 'history' | 'gapsSince' | 'isBlind'>
  readonly policy: Policy
}

export async function loadFacts(
  db: Database,
  { monitoring, policy }: Source,
  { listing, ledger, now }: { readonly listing: Listing; readonly ledger: Ledger; readonly now: Date },
): Promise<Facts> {
  const { days } = await monitoring.history(listing.id, db)
  const gaps = ledger.since === null ? [] : await monitoring.gapsSince(ledger.since, db)
  const blind = await monitoring.isBlind(db)
  return factsOf({ ledger, days, gaps, blind, state: listing.state }, policy, now)
}

interface Seen {
  readonly ledger: Ledger
  readonly days: readonly DayOfLooks[]
  readonly gaps: readonly Gap[]
  readonly blind: boolean
  readonly state: Listing['state']
}

export function factsOf({ ledger, days, gaps, blind, state }: Seen, policy: Policy, now: Date): Facts {
  const { since, clearedAt } = ledger
  return {
    ...reasonsOf(days, { now, clearedAt }, policy),
    lostMs: since === null ? 0 : lostSince(since, gaps),
    blind,
    shown: state === 'unlisted' || state === 'removed' ? 'gone' : state,
  }
}

function lostSince(since: Date, gaps: readonly Gap[]): number {
  return gaps
    .map(({ startedAt, endedAt }) => endedAt.getTime() - Math.max(startedAt.getTime(), since.getTime()))
    .reduce((total, lost) => total + Math.max(0, lost), 0)
}
