import { inTransaction, Problem, type Viewer } from '../kernel/index.ts'
import { loadLedger } from './load.ts'
import { mayFollow, type Ledger, type LedgerEvent } from './model.ts'
import type { Policy } from './policy-2026-11-21.ts'
import { record } from './record.ts'
import type { ReliabilityDependencies } from './reliability.ts'

type Deps = ReliabilityDependencies & { readonly policy: Policy }

export const orders = ['extend', 'pause', 'resume', 'restore', 'delist', 'refuse-objection'] as const
export type OrderName = (typeof orders)[number]

export interface Order {
  readonly name: OrderName
  /** Events that stood on the page. */
  readonly seen: number
  /** The publisher reads it. */
  readonly reason: string
  /** Of `extend`. */
  readonly days?: number
}

const longestReason = 500
const dayMs = 86_400_000

const leadsTo = {
  extend: 'extended',
  pause: 'paused',
  resume: 'resumed',
  restore: 'restored',
  delist: 'delisted',
  'refuse-objection': 'objection-refused',
} as const satisfies Record<OrderName, LedgerEvent['name']>

/** What an operator may do now. */
export function ordersFor(ledger: Ledger): readonly OrderName[] {
  return orders.filter((name) => mayFollow(ledger, leadsTo[name]))
}

/** @see Reliability.order */
export async function giveOrder(deps: Deps, viewer: Viewer, slug: string, order: Order): Promise<void> {
  if (!viewer.roles.has('operator')) {
    throw new Problem('not-allowed', 'This needs the role "operator". Ask an operator of this directory.')
  }
  const { db, clock, catalogue, policy } = deps
  const found = await catalogue.bySlug(slug)
  if (found === undefined) throw new Problem('not-found', 'There is no such connector.')
  if (found.organisation === viewer.organisation) {
    throw new Problem(
      'not-allowed',
      'This is a connector of your own organisation. Another operator decides.',
    )
  }
  const reason = checked(order, policy)
  await inTransaction(db, async (trx) => {
    const listing = (await catalogue.byId(found.id, trx)) ?? found
    const { ledger, steps } = await loadLedger(trx, listing, policy)
    if (steps.length !== order.seen || !mayFollow(ledger, leadsTo[order.name])) {
      throw new Problem('stale-form', 'This has changed in the meantime. Read it again, then decide.')
    }
    if (order.name === 'refuse-objection' && ledger.delistedBy === viewer.person) {
      throw new Problem('not-allowed', 'You delisted this connector. Another operator answers the objection.')
    }
    if (order.name === 'delist' && (await deps.monitoring.isBlind(trx))) {
      throw new Problem(
        'conflict',
        'Our own network is out, so nobody here can see whether this server is well. Delist it when it is looked at again.',
      )
    }
    const event = eventOf(order, ledger, clock.now())
    const actor = { kind: 'person', id: viewer.person } as const
    await record(trx, deps, { listing, ledger, seen: steps.length, event, actor, reason })
  })
}

function checked({ name, reason, days }: Order, policy: Policy): string {
  const text = reason.trim()
  const fields = {
    ...((text === '' || text.length > longestReason) && {
      reason: `Give a reason of at most ${longestReason} characters.`,
    }),
    ...(name === 'extend' &&
      !(Number.isInteger(days) && days !== undefined && days >= 1 && days <= policy.mostExtensionDays) && {
        days: `Give 1 to ${policy.mostExtensionDays} days.`,
      }),
  }
  if (Object.keys(fields).length > 0) {
    throw new Problem('invalid-input', 'The order is not complete.', { fields })
  }
  return text
}

function eventOf({ name, days = 0 }: Order, ledger: Ledger, now: Date): LedgerEvent {
  switch (name) {
    case 'extend': {
      const from = Math.max(now.getTime(), ledger.dueAt?.getTime() ?? 0)
      return {
        name: 'extended',
        because: 'operator',
        days,
        dueAt: new Date(from + days * dayMs).toISOString(),
      }
    }
    case 'pause':
      return { name: 'paused' }
    case 'resume':
      return { name: 'resumed', dueAt: stoodStill(ledger, ledger.pausedAt, ledger.objectedAt ?? now) }
    case 'restore':
      return { name: 'restored', because: 'operator' }
    case 'delist':
      return { name: 'delisted' }
    case 'refuse-objection':
      return {
        name: 'objection-refused',
        dueAt: stoodStill(ledger, ledger.objectedAt, ledger.pausedAt ?? now),
      }
  }
}

/**
 * The time that was left when it stood still is left now.
 * @param until now, or since when it stands still for the other reason too: what follows is given when that one ends
 */
function stoodStill({ dueAt }: Ledger, from: Date | null, until: Date): string | null {
  if (dueAt === null || from === null) return dueAt?.toISOString() ?? null
  const stillMs = Math.max(0, until.getTime() - from.getTime())
  return new Date(dueAt.getTime() + stillMs).toISOString()
}
