import { actionsFor } from './actions.ts'
import { decide } from './decide.ts'
import { decideAutomatically } from './decide-automatically.ts'
import { factsFor } from './facts-for.ts'
import { reviewPages } from './pages/index.tsx'
import { publish } from './publish.ts'
import { queue } from './queue.ts'
import type { Review, ReviewDependencies } from './review.ts'
import { waive } from './waive.ts'

export function createReview(deps: ReviewDependencies): Review {
  const review: Review = {
    decideAutomatically: (trx, outcome) => decideAutomatically(deps, trx, outcome),
    queue: () => queue(deps),
    actions: async (viewer, submission) => actionsFor(await factsFor(deps, deps.db, viewer, submission)),
    decide: (viewer, id, form) => decide(deps, viewer, id, form),
    waive: (viewer, id, form) => waive(deps, viewer, id, form),
    publish: (viewer, id, change) => publish(deps, viewer, id, change),
    routes: () => reviewPages(deps, review),
  }
  return review
}
