import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import type { HoldsDependencies } from './create-holds.ts'
import { keptName, noChange, type Hold, type HoldId } from './model.ts'
import { insertHold, noteChange } from './store.ts'
import { tellHeld } from './tell-publisher.ts'

export const stopKinds = ['tool', 'server', 'publisher'] as const

export interface StopOrder {
  readonly kind: (typeof stopKinds)[number]
  /** The connector; for `publisher` any of theirs. */
  readonly slug: string
  readonly tool: string | null
  /** Callers read it. */
  readonly reason: string
}

type Deps = Pick<HoldsDependencies, 'db' | 'clock' | 'ids' | 'catalogue' | 'notices'>

/** Nothing of this is called any more, on any replica, within a second. @throws Problem */
export async function stop(deps: Deps, viewer: Viewer, order: StopOrder): Promise<Hold> {
  if (!viewer.roles.has('operator')) {
    throw new Problem('not-allowed', 'This needs the role "operator". Ask an operator of this directory.')
  }
  const listing = await deps.catalogue.bySlug(order.slug)
  const tool = order.kind === 'tool' ? keptName(order.tool ?? '').trim() : null
  const reason = order.reason.trim()
  const fields = {
    ...(listing === undefined && { slug: 'There is no connector with this name in its address.' }),
    ...(tool === '' && { tool: 'Name the tool.' }),
    ...((reason === '' || reason.length > 500) && { reason: 'Give a reason of at most 500 characters.' }),
  }
  if (listing === undefined || Object.keys(fields).length > 0) {
    throw new Problem('invalid-input', 'The order is not complete.', { fields })
  }
  const hold: Hold = {
    id: deps.ids.next<HoldId>(),
    kind: order.kind,
    listing: listing.id,
    organisation: listing.organisation,
    tool,
    ...noChange,
    reason,
    at: deps.clock.now(),
    endedAt: null,
  }
  await inTransaction(deps.db, async (trx) => {
    await insertHold(trx, hold)
    await writeAudit(trx, deps, {
      organisation: hold.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'holds.stop',
      subject: `listing:${hold.listing}`,
      reason,
      detail: { hold: hold.id, kind: hold.kind, tool },
    })
    await tellHeld(deps, trx, hold, listing.slug)
    await noteChange(trx)
  })
  return hold
}
