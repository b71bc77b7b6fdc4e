import type { QueueEntry, ReviewDependencies } from './review.ts'
import { screeningsOf } from './store.ts'

const mostShown = 200

/** Submissions that wait for a person, the longest first, each with the gates that say why. */
export async function queue({ db, clock, submissions }: ReviewDependencies): Promise<readonly QueueEntry[]> {
  const rows = await submissions.inStatus('in-review', { limit: mostShown, offset: 0 })
  const screenings = await screeningsOf(
    db,
    rows.map(({ id, attempt }) => ({ submission: id, attempt })),
  )
  const now = clock.now().getTime()
  return rows.map((row) => ({
    row,
    waitingMs: Math.max(0, now - row.updatedAt.getTime()),
    gates: (screenings.get(row.id)?.gates ?? []).filter(({ raised }) => raised),
  }))
}
