import { Problem } from '../kernel/index.ts'
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
      const listing = await catalogue.bySlug(slug)
      const staff = viewer.roles.has('operator') || viewer.roles.has('reviewer')
      if (
        listing === undefined ||
        listing.version === 0 ||
        !(staff || listing.organisation === viewer.organisation)
      ) {
        throw new Problem('not-found', 'You have no such connector.')
      }
      const name = (await catalogue.shownVersion(listing.id))?.name ?? slug
      return { listing, name, kept: await keptOf(db, listing.id) }
    },
    routes: () => upkeepPages(upkeep),
  }
  return upkeep
}
