import type { Endpoint } from '../catalogue/index.ts'
import { inTransaction, writeAudit, type Database } from '../kernel/index.ts'
import { fit, isWholeHeld } from './bound.ts'
import type { HoldsDependencies } from './create-holds.ts'
import { noChange, type Hold, type HoldId } from './model.ts'
import { deleteHolds, holdsOf, insertHold, insertHolds, noteChange } from './store.ts'
import { tellHeld } from './tell-publisher.ts'

export interface Changes {
  readonly fresh: readonly Hold[]
  /** Of the list that shows them. */
  readonly names: ReadonlySet<string>
  readonly most: number
  /** Who read the list. */
  readonly by: string
  /** Why the whole server is held whatever there is room for. */
  readonly unseen: string | undefined
  /** The hold of the whole server, where memory has one already. */
  readonly whole: Hold | undefined
}

/**
 * What of a list was new to one replica, as far as it is new and there is room; one transaction for all of it.
 * @returns the ids of what was written
 */
export async function writeChanges(
  deps: HoldsDependencies,
  endpoint: Endpoint,
  { fresh, names, most, by, unseen, whole }: Changes,
): Promise<ReadonlySet<HoldId>> {
  const { listing, slug, version } = endpoint
  return await inTransaction(deps.db, async (trx) => {
    const there = await holdsOf(trx, listing)
    const { drop, add, isFull } = fit(there, fresh, { version, names, most })
    await deleteHolds(trx, drop)
    const written = await insertHolds(trx, add)
    await audit(deps, trx, { holds: add.filter(({ id }) => written.has(id)), by })
    // Of each kind the publisher is told once a day, whichever tool it is.
    const told = [add.find(warns), add.find((hold) => !warns(hold))].filter((hold) => hold !== undefined)
    for (const hold of told) if (written.has(hold.id)) await tellHeld(deps, trx, hold, slug)
    const reason = isWholeHeld(there) ? undefined : (unseen ?? (isFull ? tooManyChanges(most) : undefined))
    if (written.size > 0 || drop.length > 0 || reason !== undefined) await noteChange(trx)
    // Behind the row that this locks: of two replicas the second sees that the first has stopped it.
    if (reason === undefined || isWholeHeld(await holdsOf(trx, listing))) return written
    const stop = whole ?? wholeServer(deps, endpoint, reason)
    await holdWhole(deps, trx, { hold: stop, slug, by })
    return new Set([...written, stop.id])
  })
}

function warns({ severity }: Hold): boolean {
  return severity === 'minor'
}

/** Nobody can look at so many changes. */
export function tooManyChanges(most: number): string {
  return `Its list of tools keeps changing: ${most} changes since it was approved wait for somebody to look.`
}

/** What is not compared may be anything. */
export function tooLong(most: number): string {
  return `Its list has more than ${most} tools, so not all of them can be compared with what was approved.`
}

/** Nothing of the server is called until an operator has looked at it. */
export function wholeServer(
  deps: Pick<HoldsDependencies, 'ids' | 'clock'>,
  { listing, organisation }: Endpoint,
  reason: string,
): Hold {
  return {
    id: deps.ids.next<HoldId>(),
    kind: 'server',
    listing,
    organisation,
    tool: null,
    ...noChange,
    reason,
    at: deps.clock.now(),
    endedAt: null,
  }
}

async function holdWhole(
  deps: HoldsDependencies,
  trx: Database,
  { hold, slug, by }: { readonly hold: Hold; readonly slug: string; readonly by: string },
): Promise<void> {
  await insertHold(trx, hold)
  await writeAudit(trx, deps, {
    organisation: hold.organisation,
    actor: { kind: 'system', name: by },
    action: 'holds.stop',
    subject: `listing:${hold.listing}`,
    reason: hold.reason,
    detail: { hold: hold.id, kind: hold.kind, tool: null },
  })
  await tellHeld(deps, trx, hold, slug)
}

/** So many changes of one list have an audit row each; of the rest it says how many there are. */
const mostAudited = 50

async function audit(
  deps: HoldsDependencies,
  trx: Database,
  { holds, by }: { readonly holds: readonly Hold[]; readonly by: string },
): Promise<void> {
  const actor = { kind: 'system', name: by } as const
  for (const { id, organisation, listing, tool, severity, changes } of holds.slice(0, mostAudited)) {
    await writeAudit(trx, deps, {
      organisation,
      actor,
      action: severity === 'minor' ? 'holds.warn' : 'holds.hold',
      subject: `listing:${listing}`,
      reason: 'The tool has changed since it was approved.',
      detail: { hold: id, tool, severity, changes },
    })
  }
  const [next] = holds.slice(mostAudited)
  if (next === undefined) return
  await writeAudit(trx, deps, {
    organisation: next.organisation,
    actor,
    action: 'holds.hold',
    subject: `listing:${next.listing}`,
    reason: 'More tools of the same list have changed since they were approved.',
    detail: { holds: holds.length - mostAudited },
  })
}
