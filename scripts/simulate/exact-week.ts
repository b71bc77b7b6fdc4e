import { between, chanceFrom } from './chance.ts'
import { judge, type Verdict } from './judge.ts'
import { live } from './live.ts'
import { dayMs, planOf } from './plan.ts'
import { start, type Size } from './year.ts'
import { createWorld } from './world.ts'

export interface WeekVerdict extends Pick<Verdict, 'faults' | 'classified'> {
  readonly listings: number
  readonly probes: number
  /** Between two looks at one server, in minutes. */
  readonly longestMinutes: number
  readonly wrong: Pick<Verdict['wrong'], 'states' | 'changes'> & { readonly intervals: readonly string[] }
}

const days = 7
const minute = 60_000
const hour = 60 * minute

/** A week in which every server is looked at every quarter of an hour, a tenth more or less; every second one fails once. */
export async function exactWeek(connectionString: string, { listings, seed }: Size): Promise<WeekVerdict> {
  const chance = chanceFrom(seed + 2)
  const until = new Date(start.getTime() + days * dayMs)
  const plan = planOf({ seed, listings: listings * 40, start, days: 365 })
  const broken = plan.filter(({ what }) => what === 'twelveDays')
  const servers = plan.slice(0, listings).map((server, n) => {
    const [fault] = broken[n]?.faults ?? []
    const from = start.getTime() + between(chance, 1, days - 1) * dayMs
    const faults =
      n % 2 === 0 || fault === undefined || (server.gated && fault.kind === 'auth-gated')
        ? []
        : [{ ...fault, from, until: from + between(chance, 0.7, 12) * hour }]
    return { ...server, faults }
  })
  await using world = await createWorld({ connectionString, servers, start, seed, cadence: 'exact' })
  const lived = await live(world, { until, tickMs: minute })
  const longestIntervalMs = 16.5 * minute + 4 * minute
  const { faults, classified, wrong } = judge(lived, { until: until.getTime(), longestIntervalMs, days: {} })
  const distances = servers.flatMap(({ url }) => distancesOf(url, world.population.looksAt(url)))
  const longestMs = Math.max(...distances.map(({ ms }) => ms))
  return {
    listings,
    probes: world.population.looks(),
    faults,
    classified,
    longestMinutes: Math.round(longestMs / 6_000) / 10,
    wrong: {
      states: wrong.states,
      changes: wrong.changes,
      // A tenth, and what passes until the next minute.
      intervals: distances
        .filter(({ ms }) => ms > 17.5 * minute || (ms > 3 * minute && ms < 13.5 * minute))
        .map(({ url, ms }) => `${url}: ${ms / minute} minutes`),
    },
  }
}

function distancesOf(url: string, looks: readonly number[]): readonly { url: string; ms: number }[] {
  return looks.slice(1).map((at, n) => ({ url, ms: at - (looks[n] ?? at) }))
}
