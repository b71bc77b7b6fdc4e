import { judge, type Verdict } from './judge.ts'
import { live } from './live.ts'
import { dayMs, planOf } from './plan.ts'
import { createWorld } from './world.ts'

export interface Size {
  readonly listings: number
  readonly days: number
  readonly seed: number
}

export interface YearVerdict extends Omit<Verdict, 'wrong'> {
  readonly probes: number
  readonly mostProbes: number
  /** Our own outages, as monitoring saw them. */
  readonly gaps: number
  readonly wrong: Verdict['wrong'] & { readonly probes: readonly string[]; readonly gaps: readonly string[] }
}

/** Two looks a day of each listing: 1.5 million in a year of 2,000. */
const mostProbesOfDay = 1_500_000 / 365 / 2_000
const minute = 60_000
export const start = new Date('2027-01-01T00:00:00Z')
const daysBetween = {
  'warned last-warned': 7,
  'last-warned hidden': 14,
  'hidden delisting-due': 30,
  'delisted return-due': 14,
}

/** A year of a directory, with all that can happen to its servers; with `cutDay` our own network is out on that day. */
export async function year(
  connectionString: string,
  { listings, days, seed }: Size,
  cutDay?: number,
): Promise<YearVerdict> {
  const servers = planOf({ seed, listings, start, days })
  const until = new Date(start.getTime() + days * dayMs)
  const cutFrom = start.getTime() + (cutDay ?? 0) * dayMs
  const cut = cutDay === undefined ? undefined : { from: cutFrom, until: cutFrom + dayMs }
  const given = { ...(cut !== undefined && { cut }) }
  await using world = await createWorld({
    connectionString,
    servers,
    start,
    seed,
    cadence: 'adaptive',
    ...given,
  })
  // Less than the ten minutes without a look that are an outage of ours.
  const lived = await live(world, { until, tickMs: 9.5 * minute })
  const judging = { until: until.getTime(), longestIntervalMs: 1.1 * dayMs + 10 * minute, days: daysBetween }
  const verdict = judge(lived, { ...judging, ...given })
  const probes = world.population.looks()
  const mostProbes = Math.ceil(mostProbesOfDay * listings * days)
  const gaps = await world.monitoring.gapsSince(new Date(0))
  const seenMs = gaps.reduce((sum, gap) => sum + gap.endedAt.getTime() - gap.startedAt.getTime(), 0)
  const expectedMs = cut === undefined ? 0 : dayMs
  return {
    probes,
    mostProbes,
    gaps: gaps.length,
    ...verdict,
    wrong: {
      ...verdict.wrong,
      probes: probes > mostProbes ? [`${probes} looks`] : [],
      gaps:
        Math.abs(seenMs - expectedMs) > 20 * minute ? [`${seenMs / minute} minutes of our own outage`] : [],
    },
  }
}
