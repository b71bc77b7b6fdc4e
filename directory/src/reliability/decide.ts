import type { Facts } from './facts.ts'
import type { Ledger, LedgerEvent, Reasons, Stage } from './model.ts'
import type { Policy } from './policy-2026-11-21.ts'

const dayMs = 86_400_000

/**
 * The next step with a listing, or undefined. Pure: who asks twice with the same ledger gets the same answer. One step
 * down at a time, each after its whole time, and none on the day after a healthy one.
 */
export function decide(ledger: Ledger, facts: Facts, policy: Policy, now: Date): LedgerEvent | undefined {
  if (ledger.stage === 'listed') return warning(facts, policy, now)
  if (facts.shown === 'gone') return { name: 'closed' }
  const taken = ledger.stage === 'hidden' || ledger.stage === 'delisted'
  if (taken && facts.shown === 'published') return { name: 'restored', because: 'republished' }
  const reasons = reasonsIn(facts)
  if (facts.healthyRun >= recoveryDays(ledger, policy)) return recovery(ledger, reasons)
  if (ledger.pausedAt !== null || ledger.objectedAt !== null || ledger.proposed || ledger.dueAt === null) {
    return undefined
  }
  if (facts.blind) return undefined
  const owedMs = Math.max(0, facts.lostMs - ledger.lostMs)
  if (owedMs >= policy.leastLostMs) {
    const dueAt = later(ledger.dueAt, owedMs)
    return { name: 'extended', because: 'our-outage', lostMs: owedMs, dueAt }
  }
  const isDue = now.getTime() >= ledger.dueAt.getTime() + owedMs
  if (!isDue || !facts.fresh || facts.days === 0 || facts.healthyRun > 0) return undefined
  return stepDown(ledger.stage, reasons, policy, now)
}

/** How many healthy days in a row end it now. */
export function recoveryDays(
  { stage, relapses }: Pick<Ledger, 'stage' | 'relapses'>,
  policy: Policy,
): number {
  const { warned, hidden, delisted } = policy.recoveryDays
  const once = stage === 'delisted' ? delisted : stage === 'hidden' ? hidden : warned
  return Math.min(policy.mostRecoveryDays, once * 2 ** relapses)
}

function warning(facts: Facts, policy: Policy, now: Date): LedgerEvent | undefined {
  if (facts.shown !== 'published' || facts.blind || !facts.fresh || facts.healthyRun > 0) return undefined
  if (facts.days < policy.leastDays || facts.looks < policy.leastLooks) return undefined
  if (facts.failed / facts.looks <= policy.warnShare) return undefined
  return { name: 'warned', dueAt: later(now, policy.warnedDays * dayMs), reasons: reasonsIn(facts) }
}

function recovery(ledger: Ledger, reasons: Reasons): LedgerEvent | undefined {
  if (ledger.stage !== 'delisted') return { name: 'restored', because: 'healthy', reasons }
  // Whoever answers at an address that was dead so long may be somebody else: a person looks first.
  return ledger.proposed ? undefined : { name: 'return-due', reasons }
}

function stepDown(stage: Stage, reasons: Reasons, policy: Policy, now: Date): LedgerEvent | undefined {
  switch (stage) {
    case 'warned':
      return { name: 'last-warned', dueAt: later(now, policy.graceDays * dayMs), reasons }
    case 'grace':
      return { name: 'hidden', dueAt: later(now, policy.hiddenDays * dayMs), reasons }
    case 'hidden':
      return { name: 'delisting-due', reasons }
    case 'listed':
    case 'delisted':
      return undefined
  }
}

function reasonsIn({ policy, looks, failed, days, healthyRun }: Facts): Reasons {
  return { policy, looks, failed, days, healthyRun }
}

function later(from: Date, milliseconds: number): string {
  return new Date(from.getTime() + milliseconds).toISOString()
}
