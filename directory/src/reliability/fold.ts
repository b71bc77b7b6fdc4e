import type { Actor } from '../kernel/index.ts'
import { mayFollow, nothingYet, type Ledger, type LedgerEvent, type Stage } from './model.ts'
import type { Policy } from './policy-2026-11-21.ts'

export interface Happened {
  readonly event: LedgerEvent
  readonly at: Date
  readonly actor: Actor
}

const dayMs = 86_400_000

/** The ledger after one event more. An event that may not follow is a fault of ours: nobody could write it. */
export function after(ledger: Ledger, { event, at, actor }: Happened, policy: Policy): Ledger {
  if (!mayFollow(ledger, event.name)) throw new Error(`"${event.name}" cannot follow in "${ledger.stage}".`)
  switch (event.name) {
    case 'warned':
      return { ...entered(ledger, 'warned', at, event.dueAt), relapses: relapses(ledger, at, policy) }
    case 'last-warned':
      return entered(ledger, 'grace', at, event.dueAt)
    case 'hidden':
      return entered(ledger, 'hidden', at, event.dueAt)
    case 'delisted':
      return {
        ...entered(ledger, 'delisted', at, null),
        delistedBy: actor.kind === 'person' ? actor.id : null,
      }
    case 'delisting-due':
    case 'return-due':
      return { ...ledger, proposed: true }
    case 'extended': {
      const lostMs = ledger.lostMs + (event.because === 'our-outage' ? event.lostMs : 0)
      return { ...ledger, dueAt: new Date(event.dueAt), lostMs, proposed: false }
    }
    case 'paused':
      return { ...ledger, pausedAt: at }
    case 'resumed':
      return { ...ledger, pausedAt: null, dueAt: dateOf(event.dueAt) }
    case 'objected':
      return { ...ledger, objectedAt: at, hasObjected: true }
    case 'objection-refused':
      return { ...ledger, objectedAt: null, dueAt: dateOf(event.dueAt) }
    case 'restored':
    case 'closed':
      return { ...nothingYet, clearedAt: at, relapses: ledger.relapses }
  }
}

export function fold(past: readonly Happened[], policy: Policy): Ledger {
  return past.reduce((ledger, one) => after(ledger, one, policy), nothingYet)
}

function entered(
  { clearedAt, relapses: before }: Ledger,
  stage: Stage,
  at: Date,
  dueAt: string | null,
): Ledger {
  return { ...nothingYet, clearedAt, relapses: before, stage, since: at, dueAt: dateOf(dueAt) }
}

function relapses({ clearedAt, relapses: before }: Ledger, at: Date, policy: Policy): number {
  const soon = clearedAt !== null && at.getTime() - clearedAt.getTime() <= policy.relapseDays * dayMs
  return soon ? before + 1 : 0
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
