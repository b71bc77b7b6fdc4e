import type { ReviewDependencies } from './review.ts'
import {
  countedUntil,
  monthsUntil,
  monthStatistics,
  windowDays,
  windowFrom,
  windowStatistics,
  type Statistics,
} from './statistics.ts'

/** What was decided before a moment does not change any more: it is counted once in each process and week. */
export function createStatistics(deps: ReviewDependencies): () => Promise<Statistics> {
  let counted: { readonly until: number; readonly statistics: Promise<Statistics> } | undefined
  return async () => {
    const until = countedUntil(deps.clock.now())
    if (counted?.until === until.getTime()) return await counted.statistics
    const statistics = count(deps, until)
    counted = { until: until.getTime(), statistics }
    statistics.catch(() => (counted = undefined))
    return await statistics
  }
}

async function count({ submissions }: ReviewDependencies, until: Date): Promise<Statistics> {
  const windows = await Promise.all(
    windowDays.map(async (days) => {
      const tally = await submissions.tally({ from: windowFrom(until, days), to: until })
      return windowStatistics(days, until, tally)
    }),
  )
  const months = monthStatistics(until, await submissions.monthlyTally(monthsUntil(until)))
  return { until, windows, months }
}
