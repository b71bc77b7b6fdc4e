import { findConcerned } from '../catalogue/index.ts'
import { requireStaff } from '../kernel/index.ts'
import { createRounds } from '../monitoring/index.ts'
import type { Drift, DriftDependencies } from './drift.ts'
import { lookingAtTools } from './look-round.ts'
import { DriftCard } from './pages/drift-card.tsx'
import { driftRoutes } from './pages/index.tsx'
import { driftingNow, historyOf, standingOf } from './store.ts'

const perPage = 50
const mostShown = 500

export function createDrift(deps: DriftDependencies): Drift {
  const { db, catalogue, monitoring } = deps
  const rounds = createRounds({ ...deps, isOurOutage: monitoring.isOurOutage }, lookingAtTools(deps))
  const drift: Drift = {
    ...rounds,
    async view(viewer, slug, before) {
      const listing = await findConcerned(catalogue, viewer, slug)
      const changes = await historyOf(db, listing.id, { before, most: perPage + 1 })
      const shown = changes.slice(0, perPage)
      return {
        listing,
        name: (await catalogue.shownVersion(listing.id))?.name ?? slug,
        standing: await standingOf(db, listing.id),
        changes: shown,
        next: changes.length > perPage ? shown.at(-1)?.id : undefined,
      }
    },
    async drifting(viewer) {
      requireStaff(viewer)
      return await driftingNow(db, mostShown)
    },
    async card(listing) {
      const endpoint = (await catalogue.endpointsOf([listing]))[0]
      if (endpoint === undefined) return null
      return <DriftCard endpoint={endpoint} standing={await standingOf(db, listing)} />
    },
    routes: () => driftRoutes(deps, drift),
  }
  return drift
}
