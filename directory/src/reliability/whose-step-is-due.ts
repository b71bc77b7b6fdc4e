import type { ListingId } from '../kernel/index.ts'
import { decide } from './decide.ts'
import { fold } from './fold.ts'
import { factsOf } from './load.ts'
import type { Policy } from './policy-2026-11-21.ts'
import type { ReliabilityDependencies } from './reliability.ts'
import { readLedgers, stepsIn } from './store.ts'

type Deps = ReliabilityDependencies & { readonly policy: Policy }

const atOnce = 500

/**
 * Of these listings, those with whom a step may be taken now: five statements for hundreds of them, because most wait for
 * weeks, and what was delisted for ever. Nothing is locked; whoever takes the step looks again.
 */
export async function whoseStepIsDue(
  deps: Deps,
  listings: readonly ListingId[],
): Promise<readonly ListingId[]> {
  const due: ListingId[] = []
  for (let from = 0; from < listings.length; from += atOnce) {
    due.push(...(await dueAmong(deps, listings.slice(from, from + atOnce))))
  }
  return due
}

async function dueAmong(deps: Deps, listings: readonly ListingId[]): Promise<readonly ListingId[]> {
  const { db, clock, log, catalogue, monitoring, policy } = deps
  const now = clock.now()
  const endpoints = await catalogue.endpointsOf(listings)
  const ledgers = await readLedgers(db, listings)
  const days = await monitoring.daysOf(listings)
  const gaps = await monitoring.gapsSince(new Date(0))
  const blind = await monitoring.isBlind()
  return endpoints.flatMap(({ listing, state }) => {
    if (state === 'custom' || state === 'closed') return []
    try {
      const ledger = fold(stepsIn(ledgers(listing)), policy)
      const seen = { ledger, days: days.get(listing) ?? [], gaps, blind, state }
      const facts = factsOf(seen, policy, now)
      return decide(ledger, facts, policy, now) === undefined ? [] : [listing]
    } catch (error) {
      // A ledger that cannot be read takes its step from no other.
      log.error({ err: error, listing }, 'the reliability ledger of a listing could not be read')
      return []
    }
  })
}
