import type { Listing, Restriction } from '../catalogue/index.ts'
import { appendEvent, writeAudit, type Database, type PersonId } from '../kernel/index.ts'
import { domainOf } from './domain-of.ts'
import { after, publicStage, type EventName, type Stage, type Standing } from './restriction.ts'
import { restrictionNews } from './restriction-news.ts'
import type { SafetyDependencies } from './safety.ts'
import { shownName } from './shown-name.ts'
import { keep, readSteps, streamOf, type PastStep } from './store.ts'

interface Step {
  readonly listing: Listing
  readonly standing: Standing
  /** Events that were seen; whoever saw fewer than there are gets Problem('conflict'). */
  readonly seen: number
  readonly name: EventName
  readonly person: PersonId
  readonly reason: string
}

/** One step: the event, its audit row, what is shown and called of the listing, and the news of it, or nothing of all that. */
export async function record(trx: Database, deps: SafetyDependencies, step: Step): Promise<void> {
  const { listing, standing, seen, name, person, reason } = step
  const { id, organisation } = listing
  const actor = { kind: 'person', id: person } as const
  const stored = await appendEvent(trx, deps, {
    stream: streamOf(id),
    seen,
    kind: name,
    payload: {},
    actor,
    reason,
    organisation,
  })
  const next = after(standing, { name, at: stored.at, actor })
  const domain = domainOf(listing.serverUrl)
  await keep(trx, { listing: id, organisation, standing: next, domain, seen: stored.seq })
  await writeAudit(trx, deps, {
    organisation,
    actor,
    action: `safety.${name}`,
    subject: `listing:${id}`,
    reason,
    detail: { before: standing.stage, after: next.stage },
  })
  // What is asked for and refused inside changes nothing that others see, and its reason is read inside only.
  if (publicStage(next.stage) !== publicStage(standing.stage)) {
    const change = { listing: id, organisation, actor, reason }
    await deps.catalogue.restrict(trx, { listing: id, restriction: restrictionOf[next.stage], actor, reason })
    if (next.stage === 'clear') await deps.holds.liftQuarantine(trx, change)
    else await deps.holds.quarantine(trx, { ...change, reason: holding(await readSteps(trx, id)) ?? reason })
  }
  const title = await shownName(deps, trx, listing)
  const news = restrictionNews({ listing, title, name, seq: stored.seq, reason })
  if (news !== undefined) await deps.notices.tell(trx, news)
}

/** Why it is restricted as it is now: after a block has ended it is in quarantine for what it was before. */
function holding(steps: readonly PastStep[]): string | undefined {
  const begins = steps.at(-1)?.name === 'unblocked' ? 'quarantined' : steps.at(-1)?.name
  return steps.findLast(({ name }) => name === begins)?.reason
}

const restrictionOf: Readonly<Record<Stage, Restriction | null>> = {
  clear: null,
  quarantined: 'hidden',
  'block-asked': 'hidden',
  blocked: 'delisted',
}
