import { appendEvent, writeAudit, type Actor, type Database } from '../kernel/index.ts'
import type { Listing } from '../catalogue/index.ts'
import { payloadOf } from './event-payload.ts'
import { after } from './fold.ts'
import type { Ledger, LedgerEvent } from './model.ts'
import { newsOf } from './news.ts'
import type { Policy } from './policy-2026-11-21.ts'
import type { ReliabilityDependencies } from './reliability.ts'
import { keep, streamOf } from './store.ts'

export interface Step {
  readonly listing: Listing
  readonly ledger: Ledger
  /** Events that were seen; whoever saw fewer than there are gets Problem('conflict'). */
  readonly seen: number
  readonly event: LedgerEvent
  readonly actor: Actor
  readonly reason: string
}

/** One step: the event, its audit row, the listing in the catalogue and the news of it, or nothing of all that. */
export async function record(
  trx: Database,
  deps: ReliabilityDependencies & { readonly policy: Policy },
  { listing, ledger, seen, event, actor, reason }: Step,
): Promise<Ledger> {
  const { id, organisation } = listing
  const stored = await appendEvent(trx, deps, {
    stream: streamOf(id),
    seen,
    kind: event.name,
    payload: payloadOf(event),
    actor,
    reason,
    organisation,
  })
  const next = after(ledger, { event, at: stored.at, actor }, deps.policy)
  await keep(trx, { listing: id, organisation, ledger: next, seen: stored.seq })
  await writeAudit(trx, deps, {
    organisation,
    actor,
    action: `reliability.${event.name}`,
    subject: `listing:${id}`,
    reason,
    detail: { before: ledger.stage, after: next.stage, ...payloadOf(event) },
  })
  const state = standingAfter(event)
  if (state !== undefined) {
    await deps.catalogue.setStanding(trx, { listing: id, state, actor, reason })
  }
  const news = newsOf({ listing, event, ledger: next, occasion: String(stored.seq), reason })
  if (news !== undefined) await deps.notices.tell(trx, news)
  return next
}

function standingAfter({ name }: LedgerEvent): 'published' | 'hidden' | 'delisted' | undefined {
  if (name === 'restored') return 'published'
  return name === 'hidden' || name === 'delisted' ? name : undefined
}
