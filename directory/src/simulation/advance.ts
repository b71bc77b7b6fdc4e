import type { Policy } from '@connectory/checker'
import type { Listing } from '../catalogue/index.ts'
import { inTransaction } from '../kernel/index.ts'
import { foresee } from './foresee.ts'
import { requirePolicy } from './known-policies.ts'
import { addUp, outcomeOf, type ForeseenListing, type Simulation } from './model.ts'
import type { SimulationsDependencies } from './simulations.ts'
import { takeUnfinished, writePage } from './store.ts'

/** So many listings are judged between two writes; of their reports one at a time is in memory. */
const perPage = 50
/** Longer than a page can take; who dies meanwhile leaves the rest to others. */
const leaseMs = 5 * 60_000

/** Goes on with every simulation that nobody works on, to its end. */
export async function advance(deps: SimulationsDependencies): Promise<void> {
  for (;;) {
    const at = deps.clock.now()
    const taken = await takeUnfinished(deps.db, { at, until: new Date(at.getTime() + leaseMs) })
    if (taken === undefined) return
    let now: Simulation | undefined = taken
    while (now !== undefined && now.finishedAt === null) now = await judgePage(deps, now)
  }
}

/** @returns undefined when somebody else goes on with it */
async function judgePage(deps: SimulationsDependencies, before: Simulation): Promise<Simulation | undefined> {
  const { db, clock, catalogue } = deps
  const policy = requirePolicy(before.policy)
  const listings = await catalogue.publishedAfter(before.after ?? undefined, perPage)
  const results: ForeseenListing[] = []
  for (const listing of listings) results.push(await foreseeListing(deps, listing, policy))
  const at = clock.now()
  const page = {
    ...addUp(before, results),
    after: listings.at(-1)?.id ?? before.after,
    finishedAt: listings.length < perPage ? at : null,
  }
  const leasedUntil = new Date(at.getTime() + leaseMs)
  const written = await inTransaction(db, (trx) => writePage(trx, before, { ...page, results, leasedUntil }))
  return written ? { ...before, ...page } : undefined
}

/** A listing whose report cannot be read is one of which nothing can be told. */
export async function foreseeListing(
  { catalogue, probe, log }: SimulationsDependencies,
  { id, organisation }: Pick<Listing, 'id' | 'organisation'>,
  policy: Policy,
): Promise<ForeseenListing> {
  const unknown: ForeseenListing = { listing: id, organisation, outcome: 'cannot-tell', rules: [] }
  try {
    const version = await catalogue.shownVersion(id)
    const stored = version && (await probe.reportById(version.report.id))
    if (stored === undefined) return unknown
    const rules = foresee(stored.report, policy)
    return { listing: id, organisation, outcome: outcomeOf(rules), rules }
  } catch (error) {
    log.error({ err: error, listing: id }, 'a stored report could not be judged again')
    return unknown
  }
}
