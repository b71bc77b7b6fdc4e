import { parseId, type ListingId, type SubmissionId } from '../kernel/index.ts'
import { add } from './add.ts'
import { isAllowed } from './allowed.ts'
import { checkAgain } from './check-again.ts'
import type { Custom, CustomDependencies } from './custom.ts'
import { entitle, entitled, withdraw } from './entitle.ts'
import { asEndpoint, maySee } from './model.ts'
import { customPages } from './pages/index.tsx'
import { find, mayChange, remove } from './remove.ts'
import { connectorById, connectorBySlug, connectorsOf, lockConnector } from './store.ts'

export function createCustom(deps: CustomDependencies): Custom {
  const { db } = deps
  const byCheck: Custom['byCheck'] = async (check) => await connectorById(db, idOf(check))
  const verbs: Omit<Custom, 'routes'> = {
    allowed: (organisation) => isAllowed(deps, organisation),
    add: (viewer, form) => add(deps, viewer, form),
    list: async (viewer) =>
      (await connectorsOf(db, viewer.organisation)).filter((one) => maySee(one, viewer)),
    get: (viewer, slug) => find(deps, viewer, slug),
    checkAgain: (viewer, slug) => checkAgain(deps, viewer, slug),
    remove: (viewer, slug) => remove(deps, viewer, slug),
    mayChange: (viewer, connector) => mayChange(deps, viewer, connector),
    entitle: (viewer, email) => entitle(deps, viewer, email),
    withdraw: (viewer, organisation) => withdraw(deps, viewer, organisation),
    entitled: (viewer) => entitled(deps, viewer),
    async endpointOf(slug) {
      const connector = await connectorBySlug(db, slug)
      if (connector === undefined) return undefined
      return asEndpoint(connector, await isAllowed(deps, connector.organisation))
    },
    async byId(id) {
      const connector = await connectorById(db, id)
      return connector && { ...connector, state: 'custom' }
    },
    async target(check, attempt) {
      const connector = await byCheck(check)
      if (connector?.attempt !== attempt) return undefined
      const { id, organisation, serverUrl } = connector
      return {
        organisation,
        url: serverUrl,
        staticClient: false,
        headers: await deps.headersFor({ organisation, listing: id }, serverUrl),
        stillWanted: async (trx) => (await lockConnector(trx, id)) !== undefined,
      }
    },
    byCheck,
  }
  return { ...verbs, routes: () => customPages(deps, verbs) }
}

function idOf(check: SubmissionId): ListingId {
  const id = parseId<ListingId>(check)
  if (id === undefined) throw new Error('A check without the id of what is checked.')
  return id
}
