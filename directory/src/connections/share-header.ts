import type { Endpoint } from '../catalogue/index.ts'
import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import { connectable } from './begin.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { mostHeaders, nameFault, valueFault, type HeaderFault } from './header-rules.ts'
import {
  deleteHeader,
  headersOf,
  putHeader,
  type HeaderPlace,
  type SharedHeader,
  type SharedHeaderId,
} from './header-store.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'vault' | 'catalogue' | 'people'>

export interface GivenHeader {
  readonly name: string
  readonly value: string
}

export type HeaderFaults = Partial<Record<keyof GivenHeader, HeaderFault>>

/** What the people of an organisation send to one server. */
export interface SharedHeaders {
  readonly endpoint: Endpoint
  readonly headers: readonly SharedHeader[]
  readonly mayChange: boolean
}

/** @throws Problem not-found when there is no such connector for this person */
export async function sharedHeaders(deps: Deps, viewer: Viewer, slug: string): Promise<SharedHeaders> {
  const endpoint = await connectable(deps, viewer, slug)
  return {
    endpoint,
    headers: await headersOf(deps.db, placeOf(viewer, endpoint)),
    mayChange: await mayChange(deps, viewer, endpoint),
  }
}

/**
 * From now on every call of the organisation's people to this server carries the header.
 * @returns what is wrong with it; nothing when it was taken
 */
export async function shareHeader(
  deps: Deps,
  viewer: Viewer,
  slug: string,
  given: GivenHeader,
): Promise<HeaderFaults> {
  const endpoint = await requireOwner(deps, viewer, slug)
  const name = given.name.trim().toLowerCase()
  const value = given.value.trim()
  const faults = { name: nameFault(name), value: valueFault(value) }
  if (faults.name !== undefined || faults.value !== undefined) return withoutGaps(faults)
  return await inTransaction(deps.db, async (trx): Promise<HeaderFaults> => {
    const at = placeOf(viewer, endpoint)
    const others = (await headersOf(trx, at)).filter((one) => one.name !== name)
    if (others.length >= mostHeaders) return { name: 'too-many' }
    await putHeader(trx, deps.vault, at, {
      id: deps.ids.next<SharedHeaderId>(),
      name,
      value,
      origin: new URL(endpoint.serverUrl).origin,
      by: viewer.person,
      setAt: deps.clock.now(),
    })
    await audit(deps, trx, viewer, { endpoint, name, action: 'connections.share-header' })
    return {}
  })
}

/** @throws Problem not-found */
export async function unshareHeader(deps: Deps, viewer: Viewer, slug: string, name: string): Promise<void> {
  const endpoint = await requireOwner(deps, viewer, slug)
  await inTransaction(deps.db, async (trx) => {
    if (!(await deleteHeader(trx, placeOf(viewer, endpoint), name))) {
      throw new Problem('not-found', 'There is no such header. It may have been removed already.')
    }
    await audit(deps, trx, viewer, { endpoint, name, action: 'connections.unshare-header' })
  })
}

function placeOf({ organisation }: Viewer, { listing }: Endpoint): HeaderPlace {
  return { organisation, listing }
}

async function requireOwner(deps: Deps, viewer: Viewer, slug: string): Promise<Endpoint> {
  const endpoint = await connectable(deps, viewer, slug)
  if (await mayChange(deps, viewer, endpoint)) return endpoint
  throw new Problem('not-allowed', 'Only an owner of your organisation may change what its people send.')
}

async function mayChange({ people }: Deps, viewer: Viewer, endpoint: Endpoint): Promise<boolean> {
  return endpoint.onlyFor === viewer.person || (await people.isOwner(viewer))
}

function withoutGaps(faults: Record<keyof GivenHeader, HeaderFault | undefined>): HeaderFaults {
  return {
    ...(faults.name !== undefined && { name: faults.name }),
    ...(faults.value !== undefined && { value: faults.value }),
  }
}

interface Change {
  readonly endpoint: Endpoint
  readonly name: string
  readonly action: string
}

async function audit(
  deps: Deps,
  trx: Deps['db'],
  viewer: Viewer,
  { endpoint, name, action }: Change,
): Promise<void> {
  await writeAudit(trx, deps, {
    organisation: viewer.organisation,
    actor: { kind: 'person', id: viewer.person },
    action,
    subject: `connector:${endpoint.listing}`,
    reason: 'An owner changed what the organisation’s people send to this server.',
    detail: { name },
  })
}
