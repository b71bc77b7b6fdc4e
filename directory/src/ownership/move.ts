import {
  appendEvent,
  inTransaction,
  Problem,
  writeAudit,
  type Actor,
  type Database,
  type Viewer,
} from '../kernel/index.ts'
import type { OwnershipDependencies } from './ownership.ts'
import { tellStep } from './tell-step.ts'
import { causedBy, nextTransfer, type TransferEvent, type TransferId } from './transfer.ts'
import { loadTransfer, transferStream, updateTransfer, type Transfer } from './transfer-store.ts'

export interface Step {
  readonly event: TransferEvent
  readonly actor: Actor
  readonly reason: string
}

/** One step of an offer by somebody who may take it. @throws Problem not-found | not-allowed | conflict | already-decided */
export async function move(
  deps: OwnershipDependencies,
  viewer: Viewer,
  id: TransferId,
  { event, reason }: Omit<Step, 'actor'>,
): Promise<Transfer> {
  await refuseStopped(deps, viewer, { id, event })
  return await inTransaction(deps.db, async (trx) => {
    const transfer = await findTransfer(trx, viewer, id)
    await assertMayCause(deps, trx, viewer, { transfer, event })
    const actor = { kind: 'person', id: viewer.person } as const
    return await record(deps, trx, transfer, { event, actor, reason })
  })
}

/** Who is stopped does not leave that behind with another organisation. */
async function refuseStopped(
  deps: OwnershipDependencies,
  viewer: Viewer,
  { id, event }: { readonly id: TransferId; readonly event: TransferEvent },
): Promise<void> {
  if (event.name !== 'proved' && event.name !== 'approved') return
  const { state } = await findTransfer(deps.db, viewer, id)
  if (!(await deps.isStopped(state.listing))) return
  throw new Problem('conflict', 'An operator has stopped this connector. It is handed over when that ends.')
}

/** To others an offer does not exist. @throws Problem not-found */
export async function findTransfer(db: Database, viewer: Viewer, id: TransferId): Promise<Transfer> {
  const transfer = await loadTransfer(db, id)
  if (transfer === undefined || sidesOf(viewer, transfer).length === 0) {
    throw new Problem('not-found', 'There is no such offer, or it is between others.')
  }
  return transfer
}

export type Side = 'giver' | 'receiver' | 'operator'

/** As what this person takes part in the offer. Whose listing it is or would be decides nothing as an operator. */
export function sidesOf(viewer: Viewer, { state }: Pick<Transfer, 'state'>): readonly Side[] {
  if (viewer.organisation === state.from) return ['giver']
  if (viewer.organisation === state.to) return ['receiver']
  return viewer.roles.has('operator') ? ['operator'] : []
}

async function assertMayCause(
  { people }: Pick<OwnershipDependencies, 'people'>,
  trx: Database,
  viewer: Viewer,
  { transfer, event }: { readonly transfer: Transfer; readonly event: TransferEvent },
): Promise<void> {
  const side = causedBy[event.name]
  if (!sidesOf(viewer, transfer).some((each) => each === side)) {
    throw new Problem('not-allowed', 'This is for the other side of the offer, or for an operator, to do.')
  }
  if (side !== 'operator' && !(await people.isOwner(viewer, trx))) {
    throw new Problem('not-allowed', 'Only an owner of your organisation decides this.')
  }
}

/** Event, projection, audit row, what everybody is told, and the handing over itself, or nothing of all that. */
export async function record(
  deps: OwnershipDependencies,
  trx: Database,
  transfer: Transfer,
  { event, actor, reason }: Step,
): Promise<Transfer> {
  const at = deps.clock.now()
  const moment = { clock: { now: () => at }, ids: deps.ids }
  const happening = { event, actor, at }
  const state = nextTransfer(transfer.state, happening)
  const { name, ...payload } = event
  const about = { organisation: state.from, actor, reason }
  const stream = transferStream(transfer.id)
  const written = { stream, seen: transfer.seen, kind: name, payload }
  const { seq } = await appendEvent(trx, moment, { ...about, ...written })
  const moved = { ...transfer, seen: seq, state, past: [...transfer.past, happening] }
  await updateTransfer(trx, moved)
  await writeAudit(trx, moment, { ...about, action: `ownership.${name}`, subject: stream, detail: payload })
  if (state.status === 'done') await handOver(deps, trx, moved, { actor, reason })
  await tellStep(deps, trx, moved, name)
  return moved
}

/** The listing with its slug, versions and address, and every submission of it. Connections are not its publisher's. */
async function handOver(
  { catalogue, submissions }: OwnershipDependencies,
  trx: Database,
  { state: { listing, from, to } }: Transfer,
  { actor, reason }: Omit<Step, 'event'>,
): Promise<void> {
  await submissions.handOver(trx, listing, to)
  await catalogue.handOver(trx, { listing, from, to, actor, reason })
}
