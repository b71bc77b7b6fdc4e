import type { Viewer } from '../kernel/index.ts'
import type { WaitingRow } from '../submissions/index.ts'
import { isOwn } from './actions.ts'
import type { QueueEntry, ReviewDependencies } from './review.ts'
import { priorityOf } from './priority.ts'
import { shownClaims } from './shown-claim.ts'
import { screeningsOf } from './store.ts'

const mostShown = 200

/** Cases that wait for a person, in the order of their priority, each with the gates that say why and with who has taken it. */
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
  const entries = rows.map((row, index) => {
    const waitingMs = Math.max(0, now - row.since.getTime())
    const gates = screenings.get(row.id)?.gates
    const priority = priorityOf({ row, waitingMs, gates })
    const raised = (gates ?? []).filter((gate) => gate.raised)
    return {
      row,
      waitingMs,
      gates: raised,
      priority,
      claim: claims[index] ?? null,
      obstacle: obstacleOf(viewer, row),
    }
  })
  // The longest first among equals: that is their order already.
  return entries.toSorted((one, other) => other.priority.points - one.priority.points)
}

/** As far as the row tells; `claim` asks for everything. */
function obstacleOf(viewer: Viewer, row: WaitingRow): QueueEntry['obstacle'] {
  if (isOwn(viewer, row)) return 'own-submission'
  return row.barred.includes(viewer.person) ? 'decided-before' : null
}
