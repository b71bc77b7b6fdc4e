import type { Endpoint, Tool } from '../catalogue/index.ts'
import { inTransaction } from '../kernel/index.ts'
import { compareLists, type Compared } from './compare-lists.ts'
import { nextLook } from './due.ts'
import type { DriftDependencies } from './drift.ts'
import type { Listed } from './list-tools.ts'
import { countOpen, heaviestOf, type Change, type ChangeId, type Past, type Step } from './model.ts'
import { tell } from './news.ts'
import { foldPast } from './past.ts'
import { changesOf, insertChanges, insertSteps, noteCompared } from './store.ts'

export interface SeenList {
  readonly endpoint: Endpoint
  readonly approved: readonly Tool[]
  readonly list: Extract<Listed, { kind: 'list' }>
}

/** Holds what has to be held, then writes down what changed and tells of it, in one transaction. */
export async function record(deps: DriftDependencies, seen: SeenList): Promise<void> {
  const { db, clock } = deps
  const { endpoint, approved, list } = seen
  const { listing, version } = endpoint
  const past = foldPast(await changesOf(db, listing, version))
  const compared = compareLists(approved, list, past)
  // First: who dies between the two holds too much rather than too little. The same list again holds nothing twice.
  await hold(deps, endpoint, compared, past)
  const at = clock.now()
  const changes = compared.found.map(({ confirmed: _confirmed, ...found }): Change => ({
    ...found,
    id: deps.ids.next<ChangeId>(),
    listing,
    organisation: endpoint.organisation,
    version,
    firstSeenAt: at,
  }))
  const steps: readonly Step[] = [
    ...compared.steps,
    ...changes.flatMap(({ id }, index): Step[] =>
      compared.found[index]?.confirmed === true ? [{ change: id, step: 'confirmed' }] : [],
    ),
  ]
  await inTransaction(db, async (trx) => {
    await insertChanges(trx, changes)
    await insertSteps(trx, steps, at)
    const now = await changesOf(trx, listing, version)
    const { open } = foldPast(now)
    const counts = countOpen(open.map((change) => change.class))
    const inDoubt = compared.left > 0 || open.some(({ confirmed }) => !confirmed)
    await noteCompared(trx, {
      listing,
      at,
      outcome: list.complete ? 'compared' : 'incomplete',
      version,
      open: counts,
      heaviest: heaviestOf(counts),
      nextAt: nextLook(listing, at, inDoubt ? 'in-doubt' : 'settled'),
    })
    await tell(deps, trx, { endpoint, steps, changes: now })
  })
}

async function hold(
  { holds }: DriftDependencies,
  endpoint: Endpoint,
  { differing }: Compared,
  { gone: reused }: Past,
): Promise<void> {
  if (differing.length === 0) return
  const compare = await holds.comparison(endpoint)
  compare(differing, { reused, by: 'watcher' })
  await holds.settled()
}
