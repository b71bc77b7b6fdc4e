import { inTransaction, Problem, requireStaff, writeAudit, type Viewer } from '../kernel/index.ts'
import { named } from '../catalogue/index.ts'
import { advance, foreseeListing } from './advance.ts'
import { policiesForServers, requirePolicy } from './known-policies.ts'
import { noCounts, type ForeseenListing, type SimulationId } from './model.ts'
import { simulationPages } from './pages/index.tsx'
import type { Simulations, SimulationsDependencies } from './simulations.ts'
import { dropOlder, find, insertSimulation, recent, resultsAfter, running } from './store.ts'

const kept = 20
const ownPerPage = 20

export function createSimulations(deps: SimulationsDependencies): Simulations {
  const { db, catalogue } = deps
  let working: Promise<void> | undefined
  const simulations: Simulations = {
    policies: policiesForServers,
    start: (viewer, policy) => start(deps, viewer, policy),
    async advance() {
      working ??= advance(deps).finally(() => (working = undefined))
      await working
    },
    async recent(viewer) {
      requireStaff(viewer)
      return await recent(db, kept)
    },
    async one(viewer, id) {
      requireStaff(viewer)
      const found = await find(db, id)
      if (found === undefined) throw new Problem('not-found', 'There is no such simulation.')
      return found
    },
    async results(viewer, id, { outcome, after, most }) {
      await simulations.one(viewer, id)
      return await named(deps.catalogue, await resultsAfter(db, id, { outcome, after, most }))
    },
    async own(viewer, policy, after) {
      const chosen = requirePolicy(policy)
      const page = await catalogue.publishedOf(viewer.organisation, after, ownPerPage + 1)
      const shown = page.slice(0, ownPerPage)
      const foreseen: ForeseenListing[] = []
      // One report at a time: they may be large.
      for (const listing of shown) foreseen.push(await foreseeListing(deps, listing, chosen))
      return {
        listings: await named(deps.catalogue, foreseen),
        next: page.length > ownPerPage ? shown.at(-1)?.id : undefined,
      }
    },
    routes: () => simulationPages(simulations),
  }
  return simulations
}

async function start(deps: SimulationsDependencies, viewer: Viewer, policy: string): Promise<SimulationId> {
  requireStaff(viewer)
  const chosen = requirePolicy(policy)
  return await inTransaction(deps.db, async (trx) => {
    const already = await running(trx, chosen.id)
    if (already !== undefined) return already
    const id = deps.ids.next<SimulationId>()
    await insertSimulation(trx, {
      ...noCounts,
      id,
      policy: chosen.id,
      askedBy: viewer.person,
      at: deps.clock.now(),
      finishedAt: null,
      after: null,
    })
    await dropOlder(trx, kept)
    await writeAudit(trx, deps, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'simulation.start',
      subject: `simulation:${id}`,
      reason: 'asked what would fail under this policy',
      detail: { policy: chosen.id },
    })
    return id
  })
}
