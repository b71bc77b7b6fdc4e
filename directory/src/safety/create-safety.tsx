import {
  isStaff,
  Problem,
  requireStaff,
  type ListingId,
  type OrganisationId,
  type Viewer,
} from '../kernel/index.ts'
import { safetyApi } from './api.ts'
import { complain, reportVulnerability } from './complain.ts'
import { complaintsOf, openComplaints } from './complaint-store.ts'
import { decideComplaint, mayDecide, readComplaint } from './decide-complaint.ts'
import { domainOf } from './domain-of.ts'
import { giveOrder, loadRestriction, object, view } from './order.ts'
import { safetyPages } from './pages/index.tsx'
import { RestrictionNote } from './pages/restriction-note.tsx'
import type { Safety, SafetyDependencies } from './safety.ts'
import { isBlocked, restrictedListings } from './store.ts'

/** More than that at once is an incident of another kind. */
const mostShown = 500

export function createSafety(deps: SafetyDependencies): Safety {
  const { db, catalogue } = deps
  const safety: Omit<Safety, 'routes'> = {
    view: (viewer, slug) => view(deps, viewer, slug),
    async restricted(viewer) {
      requireStaff(viewer)
      return await restrictedListings(db, { except: await ownOf(deps, viewer), most: mostShown })
    },
    order: (viewer, slug, order) => giveOrder(deps, viewer, slug, order),
    object: (viewer, slug, change) => object(deps, viewer, slug, change),
    ...complaintVerbs(deps),
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

/** What this person publishes for: of that somebody else decides. */
async function ownOf(
  { db, organisations }: SafetyDependencies,
  { person }: Viewer,
): Promise<readonly OrganisationId[]> {
  return (await organisations.organisationsOf(db, person)).map(({ id }) => id)
}

type ComplaintVerbs = Pick<
  Safety,
  'complain' | 'reportVulnerability' | 'mine' | 'queue' | 'complaint' | 'decide'
>

function complaintVerbs(deps: SafetyDependencies): ComplaintVerbs {
  const { db, catalogue } = deps
  return {
    complain: (viewer, slug, complaining) => complain(deps, viewer, slug, complaining),
    reportVulnerability: (from, report) => reportVulnerability(deps, from, report),
    mine: (viewer) => complaintsOf(db, viewer.person, mostShown),
    async queue(viewer) {
      if (!isStaff(viewer)) return []
      const vulnerabilities = viewer.roles.has('operator')
      const open = await openComplaints(db, { vulnerabilities, most: mostShown })
      const own = await ownOf(deps, viewer)
      const about = open.flatMap(({ listing }) => (listing === null ? [] : [listing]))
      const endpoints = await catalogue.endpointsOf([...new Set(about)])
      const publishers = new Map<ListingId | null, OrganisationId>(
        endpoints.map(({ listing, organisation }) => [listing, organisation]),
      )
      return open.filter((complaint) => {
        const publisher = publishers.get(complaint.listing)
        return mayDecide(viewer, complaint, publisher !== undefined && own.includes(publisher))
      })
    },
    complaint: (viewer, id) => readComplaint(deps, viewer, id),
    decide: (viewer, id, decision) => decideComplaint(deps, viewer, id, decision),
  }
}
