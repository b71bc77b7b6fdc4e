import type { ListingId } from '../../directory/src/kernel/index.ts'
import type { Planned } from './plan.ts'
import type { Fault } from './population.ts'
import type { Listed, World } from './world.ts'

/** What one listing went through, as the product has it in its database. */
export interface Lived {
  readonly server: Planned
  readonly listing: ListingId
  readonly faults: readonly Ended[]
  /** How often the believed state changed. */
  readonly changes: number
  readonly steps: readonly { readonly name: string; readonly at: number }[]
  /** Oldest first. */
  readonly notices: readonly { readonly kind: string; readonly at: number; readonly by: number | null }[]
}

/** A fault with what was believed of its server when it ended, or when the run did. */
export interface Ended {
  readonly fault: Fault
  /** Looks that met it. */
  readonly met: number
  readonly state: string | null
}

export interface Pace {
  readonly until: Date
  /** How often monitoring looks what is due; the product does every ten seconds. */
  readonly tickMs: number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Lets time pass, with everything that the schedule does about listed servers, and an operator who comes once a day. */
export async function live(world: World, { until, tickMs }: Pace): Promise<readonly Lived[]> {
  const { clock, monitoring, reliability, notices } = world
  const endings = endingsOf(world, until)
  const changes = new Map<string, number>()
  let changesUntil = clock.now()
  await monitoring.enrol()
  while (clock.now() < until) {
    const before = clock.now().getTime()
    const now = Math.min(before + tickMs, until.getTime())
    await endings.before(now)
    clock.advance(now - before)
    await monitoring.look()
    if (isPast(before, now, 12 * hourMs, hourMs / 2)) await reliability.advance()
    if (isPast(before, now, dayMs, 12 * hourMs)) {
      await decideAsOperator(world)
      await notices.deliverDue()
      await notices.settled()
    }
    if (isPast(before, now, 30 * dayMs, 0)) {
      changesUntil = await countChanges(world, changes, changesUntil)
      await monitoring.forgetOld()
    }
  }
  await endings.before(Infinity)
  await countChanges(world, changes, changesUntil)
  const lived: Lived[] = []
  for (const one of world.listed) {
    const { server, listing } = one
    const faults = endings.of(listing)
    lived.push({
      server,
      listing,
      faults,
      changes: changes.get(listing) ?? 0,
      ...(await recorded(world, one)),
    })
  }
  return lived
}

/** Whether a moment lies between: `offset` after each whole `every`. */
function isPast(before: number, now: number, every: number, offset: number): boolean {
  return Math.floor((before - offset) / every) < Math.floor((now - offset) / every)
}

/** Asks what is believed of a server in the last moment of each of its faults. */
function endingsOf({ listed, monitoring, population }: World, until: Date) {
  const waiting = listed
    .flatMap(({ server, listing }) => server.faults.map((fault) => ({ fault, listing })))
    .filter(({ fault }) => fault.from < until.getTime())
    .toSorted((one, other) => other.fault.until - one.fault.until)
  const ended = new Map<ListingId, Ended[]>()
  return {
    async before(now: number): Promise<void> {
      for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
        if (next.fault.until > now) return
        waiting.pop()
        const { fault, listing } = next
        const { state } = await monitoring.history(listing)
        ended.set(listing, [...(ended.get(listing) ?? []), { fault, met: population.met(fault), state }])
      }
    },
    of: (listing: ListingId) => ended.get(listing) ?? [],
  }
}

/** Agrees to every delisting that is proposed, and to every return; later while nobody can look. */
async function decideAsOperator({ monitoring, reliability, operator }: World): Promise<void> {
  if (await monitoring.isBlind()) return
  for (const { listing, proposed, stage } of await reliability.inTrouble(operator)) {
    const view = proposed ? await reliability.ledger(listing) : undefined
    if (view === undefined) continue
    const name = stage === 'delisted' ? 'restore' : 'delist'
    const reason = 'Its days speak for it.'
    await reliability.order(operator, view.listing.slug, { name, seen: view.steps.length, reason })
  }
}

/** Before they are forgotten. @returns until when they were counted */
async function countChanges(
  { opened, clock }: World,
  counts: Map<string, number>,
  after: Date,
): Promise<Date> {
  const now = clock.now()
  const { rows } = await opened.pool.query<{ listing_id: string; n: number }>(
    'select listing_id, count(*)::int as n from monitor_change where at > $1 and at <= $2 group by 1',
    [after, now],
  )
  for (const { listing_id: listing, n } of rows) counts.set(listing, (counts.get(listing) ?? 0) + n)
  return now
}

async function recorded(
  { reliability, notices, operator }: World,
  { listing, organisation }: Listed,
): Promise<Pick<Lived, 'steps' | 'notices'>> {
  const steps = (await reliability.ledger(listing))?.steps ?? []
  const found = []
  let before: Awaited<ReturnType<typeof notices.inbox>>['next']
  do {
    const page = await notices.inbox({ ...operator, organisation }, { before })
    found.push(...page.notices)
    before = page.next
  } while (before !== undefined)
  return {
    steps: steps.map(({ event, at }) => ({ name: event.name, at: at.getTime() })),
    notices: found
      .toReversed()
      .map(({ kind, at, by }) => ({ kind, at: at.getTime(), by: by?.getTime() ?? null })),
  }
}
