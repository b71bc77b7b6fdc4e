import { between, chanceFrom } from './chance.ts'
import { dayMs, planOf, type Planned } from './plan.ts'
import { drifts } from './tools.ts'
import { createWorld, type Listed, type World } from './world.ts'
import { start, type Size } from './year.ts'

export interface DriftVerdict {
  readonly listings: number
  readonly days: number
  readonly looks: number
  /** Changes of tools that last, by their class; those that end are among them. */
  readonly drifts: Readonly<Record<string, number>>
  /** A change that is gone within minutes. */
  readonly passing: number
  readonly wrong: { readonly drifts: readonly string[]; readonly holds: readonly string[] }
}

type DriftName = keyof typeof drifts
interface Drifter extends Planned {
  readonly name: DriftName | 'none'
  /** It lasts for days, so that two looks meet it. */
  readonly lasting: boolean
}

const days = 28
const minute = 60_000
const names = Object.keys(drifts) as readonly DriftName[]

/** Four weeks in which half of the servers change their tools, some for days, some for minutes, while others fail. */
export async function driftingWeeks(
  connectionString: string,
  { listings, seed }: Size,
): Promise<DriftVerdict> {
  const servers = drifters(listings, seed)
  await using world = await createWorld({ connectionString, servers, start, seed, cadence: 'adaptive' })
  const { clock, drift, population } = world
  const until = start.getTime() + days * dayMs
  await drift.enrol()
  while (clock.now().getTime() < until) {
    clock.advance(10 * minute)
    await drift.look()
  }
  await world.holds.settled()
  const counts: Record<string, number> = {}
  for (const { name, lasting } of servers) {
    if (name !== 'none' && lasting) counts[drifts[name].is] = (counts[drifts[name].is] ?? 0) + 1
  }
  const wrong: { drifts: string[]; holds: string[] } = { drifts: [], holds: [] }
  for (const [n, one] of world.listed.entries()) {
    const server = servers[n]
    if (server === undefined) continue
    const words = `${server.url} (${server.name}): `
    wrong.drifts.push(...(await wrongChanges(world, one, server)).map((what) => words + what))
    wrong.holds.push(...wrongHolds(world, one, server).map((what) => words + what))
  }
  const passing = servers.filter(({ name, lasting }) => name !== 'none' && !lasting).length
  return { listings, days, looks: population.looks(), drifts: counts, passing, wrong }
}

function drifters(listings: number, seed: number): readonly Drifter[] {
  const chance = chanceFrom(seed + 3)
  return planOf({ seed, listings, start, days: 365 }).map((planned, n): Drifter => {
    const server = { ...planned, gated: false, faults: n % 5 === 0 ? [outage(between(chance, 3, 20))] : [] }
    const name = n % 2 === 0 || n % 5 === 0 ? undefined : names[Math.floor(chance() * names.length)]
    if (name === undefined) return { ...server, name: 'none', lasting: false }
    const lasting = chance() < 0.8
    const from = start.getTime() + between(chance, 3, 20) * dayMs
    const lastsMs = lasting ? (chance() < 0.5 ? 4 * dayMs : 365 * dayMs) : 5 * minute
    return { ...server, name, lasting, change: { from, until: from + lastsMs, tools: drifts[name].tools } }
  })
}

function outage(day: number) {
  const from = start.getTime() + day * dayMs
  return { kind: '5xx', from, until: from + 3 * dayMs } as const
}

/** What must stand in the history of a listing: one change, confirmed, and returned where it did. */
async function wrongChanges(
  { drift, operator, reliability }: World,
  { listing, organisation }: Listed,
  { name, lasting, change }: Drifter,
): Promise<readonly string[]> {
  const slug = (await reliability.ledger(listing))?.listing.slug ?? ''
  const view = await drift.view({ ...operator, organisation }, slug)
  const seen = view.changes.map((one) =>
    [one.tool, one.class, ...one.steps.map(({ step }) => step)].join(' '),
  )
  const ended = change !== undefined && change.until < start.getTime() + days * dayMs
  const expected =
    name === 'none' || !lasting
      ? ''
      : `${drifts[name].tool} ${drifts[name].is} confirmed${ended ? ' returned' : ''}`
  // What lasts for minutes may be met by one look, which says so and no more.
  const passing = !lasting && seen.every((one) => one.endsWith(' not-seen-again'))
  return seen.join(', ') === expected || (name !== 'none' && passing)
    ? []
    : [`"${seen.join(', ')}", not "${expected}"`]
}

/** Held is what is major or severe, warned of what is minor, and nothing else; until a person has released it. */
function wrongHolds({ holds }: World, { listing }: Listed, { name, lasting }: Drifter): readonly string[] {
  if (name !== 'none' && !lasting) return []
  const found = holds
    .active()
    .filter((hold) => hold.listing === listing)
    .map(({ tool, severity }) => `${tool} ${severity}`)
    .join(', ')
  const shown = name !== 'none' && drifts[name].tools.some((tool) => tool.name === drifts[name].tool)
  const expected = shown && drifts[name].is !== 'cosmetic' ? `${drifts[name].tool} ${drifts[name].is}` : ''
  return found === expected ? [] : [`holds "${found}", not "${expected}"`]
}
