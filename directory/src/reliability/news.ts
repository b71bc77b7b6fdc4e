import type { Listing } from '../catalogue/index.ts'
import type { News, Saying } from '../notices/index.ts'
import type { Ledger, LedgerEvent } from './model.ts'

interface Subject {
  readonly listing: Pick<Listing, 'id' | 'organisation' | 'slug'>
  readonly event: LedgerEvent
  readonly ledger: Ledger
  readonly occasion: string
  readonly reason: string
}

/** What the publisher is told of a step; undefined for what they did themselves. */
export function newsOf({ listing, event, ledger, occasion, reason }: Subject): News | undefined {
  if (event.name === 'objected' || event.name === 'closed') return undefined
  const parameters = { connector: listing.slug }
  return {
    kind: `reliability.${event.name}`,
    to: { organisation: listing.organisation },
    about: `listing:${listing.id}`,
    occasion,
    what: { key: `reliability.what.${event.name}`, parameters },
    why: whyOf(event),
    whatToDo: { key: `reliability.do.${event.name}` },
    ...(isByOperator(event) && { quote: reason }),
    ...(ledger.dueAt !== null && ledger.pausedAt === null && { by: ledger.dueAt }),
    link: `/connectors/${listing.slug}/reliability`,
  }
}

/** The same sentence stands in the ledger. */
export function whyOf(event: LedgerEvent): Saying {
  if ('reasons' in event) {
    const { looks, failed, days, healthyRun } = event.reasons
    return event.name === 'restored' || event.name === 'return-due'
      ? { key: 'reliability.why.healthy', parameters: { count: healthyRun } }
      : { key: 'reliability.why.failed', parameters: { failed, looks, days } }
  }
  if (event.name === 'extended' && event.because === 'our-outage') {
    return { key: 'reliability.why.our-outage', parameters: { count: hoursOf(event.lostMs) } }
  }
  if (event.name === 'restored' && event.because === 'republished')
    return { key: 'reliability.why.republished' }
  return event.name === 'objected'
    ? { key: 'reliability.why.publisher' }
    : { key: 'reliability.why.operator' }
}

export function isByOperator(event: LedgerEvent): boolean {
  return whyOf(event).key === 'reliability.why.operator' && event.name !== 'closed'
}

function hoursOf(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / 3_600_000))
}
