import { Problem } from '../kernel/index.ts'
import { safetyApi } from './api.ts'
import { domainOf } from './domain-of.ts'
import { giveOrder, loadRestriction, object, view } from './order.ts'
import { safetyPages } from './pages/index.tsx'
import { RestrictionNote } from './pages/restriction-note.tsx'
import { isStaff, type Safety, type SafetyDependencies } from './safety.ts'
import { isBlocked, restrictedListings } from './store.ts'

/** More than that at once is an incident of another kind. */
const mostShown = 500

export function createSafety(deps: SafetyDependencies): Safety {
  const { db, catalogue } = deps
  const safety: Omit<Safety, 'routes'> = {
    view: (viewer, slug) => view(deps, viewer, slug),
    async restricted(viewer) {
      if (!isStaff(viewer)) {
        throw new Problem(
          'not-allowed',
          'This needs the role "operator" or "reviewer". Ask an operator of this directory.',
        )
      }
      return await restrictedListings(db, mostShown)
    },
    order: (viewer, slug, order) => giveOrder(deps, viewer, slug, order),
    object: (viewer, slug, change) => object(deps, viewer, slug, change),
    async refuseBlocked(trx, { organisation, serverUrl }) {
      if (!(await isBlocked(trx, { organisation, domain: domainOf(serverUrl) }))) return
      throw new Problem(
        'not-allowed',
        'This publisher, or the domain of this server, is blocked in this directory for the safety of its users. Nothing of it is submitted or published. Read why on the page of the blocked connector, where you can object.',
      )
    },
    async note(id) {
      const listing = await catalogue.byId(id)
      if (listing === undefined || listing.restriction === null) return null
      return <RestrictionNote view={await loadRestriction(db, listing)} />
    },
  }
  return {
    ...safety,
    routes(access) {
      const routes = safetyApi(deps, safety, access)
      return routes.route('/', safetyPages(deps, safety))
    },
  }
}
