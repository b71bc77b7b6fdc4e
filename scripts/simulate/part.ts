// One part of `npm run simulate`, in a thread of its own: two of them keep two cores busy.
import { parentPort, workerData } from 'node:worker_threads'
import { driftingWeeks } from './drifting-weeks.ts'
import { exactWeek } from './exact-week.ts'
import { year, type Size } from './year.ts'

/** Enough for what does not take a year. */
const few = 200

export interface PartTask {
  readonly name: keyof typeof parts
  /** A migrated database of its own. */
  readonly database: string
  readonly size: Size
}

export const parts = {
  year: (database: string, size: Size) => year(database, size),
  ownNetworkCut: (database: string, size: Size) => year(database, size, Math.floor(size.days / 2)),
  exactWeek: (database: string, size: Size) => exactWeek(database, atMost(size)),
  driftingWeeks: (database: string, size: Size) => driftingWeeks(database, atMost(size)),
}

function atMost(size: Size): Size {
  return { ...size, listings: Math.min(few, size.listings) }
}

if (parentPort !== null) {
  const { name, database, size } = workerData as PartTask
  parentPort.postMessage(await parts[name](database, size))
}
