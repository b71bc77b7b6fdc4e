import { writeAudit, type Actor, type Clock, type Database, type Ids } from '../kernel/index.ts'
import type { ListingId, OrganisationId } from '../kernel/index.ts'
import { noChange, type HoldId } from './model.ts'
import { endQuarantine, holdsOf, insertHold, noteChange } from './store.ts'

/** Of a whole server; `safety` decides and tells about it. */
export interface Quarantine {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly actor: Actor
  /** Callers read it. */
  readonly reason: string
}

interface Deps {
  readonly clock: Clock
  readonly ids: Ids
}

/** Nothing happens when the server is in quarantine for this reason already; another one takes the place of the one before. */
export async function quarantine(trx: Database, deps: Deps, given: Quarantine): Promise<void> {
  const { listing, organisation, reason } = given
  const before = (await holdsOf(trx, listing)).find(({ kind }) => kind === 'quarantine')
  if (before?.reason === reason) return
  const at = deps.clock.now()
  if (before !== undefined) await endQuarantine(trx, { listing, at, reason })
  const isNew = await insertHold(trx, {
    id: deps.ids.next<HoldId>(),
    kind: 'quarantine',
    listing,
    organisation,
    tool: null,
    ...noChange,
    reason,
    at,
    endedAt: null,
  })
  if (!isNew) return
  await audit(trx, deps, given, 'holds.quarantine')
  await noteChange(trx)
}

/** Nothing happens when there is none. */
export async function liftQuarantine(trx: Database, deps: Deps, given: Quarantine): Promise<void> {
  const { listing, reason } = given
  if (!(await endQuarantine(trx, { listing, at: deps.clock.now(), reason }))) return
  await audit(trx, deps, given, 'holds.lift-quarantine')
  await noteChange(trx)
}

async function audit(trx: Database, deps: Deps, given: Quarantine, action: string): Promise<void> {
  const { listing, organisation, actor, reason } = given
  await writeAudit(trx, deps, { organisation, actor, action, subject: `listing:${listing}`, reason })
}
