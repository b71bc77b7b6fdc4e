import { inTransaction, Problem, type ListingId } from '../kernel/index.ts'
import { decide } from './decide.ts'
import { fold } from './fold.ts'
import { loadFacts } from './load.ts'
import type { LedgerEvent } from './model.ts'
import type { Policy } from './policy-2026-11-21.ts'
import { record } from './record.ts'
import { whoseStepIsDue } from './whose-step-is-due.ts'
import type { ReliabilityDependencies } from './reliability.ts'
import { openListings, readSteps } from './store.ts'

type Deps = ReliabilityDependencies & { readonly policy: Policy }

const dayMs = 86_400_000
const actor = { kind: 'system', name: 'reliability' } as const

/** @see Reliability.advance */
export async function advance(deps: Deps): Promise<void> {
  const { db, clock, log, monitoring, policy } = deps
  const recently = new Date(clock.now().getTime() - policy.freshDays * dayMs)
  const failing = await monitoring.failingSince(recently, policy.healthyShare)
  for (const listing of await whoseStepIsDue(deps, [...new Set([...(await openListings(db)), ...failing])])) {
    try {
      await takeStep(deps, listing)
    } catch (error) {
      // Another replica, or an operator, was there first; the next run looks again.
      if (error instanceof Problem && error.code === 'conflict') continue
      // A fault of ours with this listing takes its step from no other.
      log.error({ err: error, listing }, 'the reliability ledger of a listing could not be moved')
    }
  }
}

async function takeStep(deps: Deps, id: ListingId): Promise<void> {
  const { db, clock, catalogue, policy, log } = deps
  await inTransaction(db, async (trx) => {
    // First: whoever takes a step after that makes this one a conflict. The other way round, a listing that was read
    // before it was hidden would look like one that came back by itself.
    const steps = await readSteps(trx, id)
    const ledger = fold(steps, policy)
    const listing = await catalogue.byId(id, trx)
    if (listing === undefined) return
    const now = clock.now()
    const facts = await loadFacts(trx, deps, { listing, ledger, now })
    const event = decide(ledger, facts, policy, now)
    if (event === undefined) return
    await record(trx, deps, { listing, ledger, seen: steps.length, event, actor, reason: reasonOf(event) })
    log.info({ listing: id, step: event.name }, 'the reliability ledger moved')
  })
}

/** For the audit; pages and notices say it in the reader's language. */
function reasonOf(event: LedgerEvent): string {
  if ('reasons' in event) {
    const { policy, looks, failed, days, healthyRun } = event.reasons
    return `${failed} of ${looks} looks on ${days} days failed, ${healthyRun} healthy days since (${policy})`
  }
  if (event.name === 'extended') return 'time lost by our own outage is given back'
  return event.name === 'closed' ? 'it is not listed any more' : 'a new version was published'
}
