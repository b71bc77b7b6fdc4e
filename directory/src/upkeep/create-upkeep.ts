import { findConcerned } from '../catalogue/index.ts'
import { createRounds } from '../monitoring/index.ts'
import { lookingAtPages } from './look-round.ts'
import { upkeepPages } from './pages/index.tsx'
import { keptOf } from './store.ts'
import type { Upkeep, UpkeepDependencies } from './upkeep.ts'

export function createUpkeep(deps: UpkeepDependencies): Upkeep {
  const { db, catalogue, monitoring } = deps
  const rounds = createRounds({ ...deps, isOurOutage: monitoring.isOurOutage }, lookingAtPages(deps))
  const upkeep: Upkeep = {
    ...rounds,
    async view(viewer, slug) {
      const listing = await findConcerned(catalogue, viewer, slug)
      const name = (await catalogue.shownVersion(listing.id))?.name ?? slug
      return { listing, name, kept: await keptOf(db, listing.id) }
    },
    routes: () => upkeepPages(upkeep),
  }
  return upkeep
}
