import type { Viewer } from '../kernel/index.ts'
import type { QueueEntry, ReviewDependencies } from './review.ts'
import { shownClaims } from './shown-claim.ts'
import { screeningsOf } from './store.ts'

const mostShown = 200

/** Cases that wait for a person, the longest first, each with the gates that say why and with who has taken it. */
export async function queue(deps: ReviewDependencies, viewer: Viewer): Promise<readonly QueueEntry[]> {
  const { db, clock, submissions } = deps
  const rows = await submissions.waiting(mostShown)
  const screenings = await screeningsOf(
    db,
    rows.map(({ id, attempt }) => ({ submission: id, attempt })),
  )
  const claims = await shownClaims(
    deps,
    viewer,
    rows.map(({ claim }) => claim),
  )
  const now = clock.now().getTime()
  return rows.map((row, index) => ({
    row,
    waitingMs: Math.max(0, now - row.since.getTime()),
    gates: (screenings.get(row.id)?.gates ?? []).filter(({ raised }) => raised),
    claim: claims[index] ?? null,
  }))
}
