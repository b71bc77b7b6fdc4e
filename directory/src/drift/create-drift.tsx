import { Problem } from '../kernel/index.ts'
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
      const listing = await catalogue.bySlug(slug)
      const staff = viewer.roles.has('operator') || viewer.roles.has('reviewer')
      if (
        listing === undefined ||
        listing.version === 0 ||
        !(staff || listing.organisation === viewer.organisation)
      ) {
        throw new Problem('not-found', 'You have no such connector.')
      }
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
      if (!viewer.roles.has('operator') && !viewer.roles.has('reviewer')) {
        throw new Problem(
          'not-allowed',
          'This needs the role "operator" or "reviewer". Ask an operator of this directory.',
        )
      }
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
