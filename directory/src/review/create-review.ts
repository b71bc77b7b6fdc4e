import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from '../kernel/index.ts'
import { actionsFor } from './actions.ts'
import { claim, giveBack } from './claim.ts'
import { closeOverdue } from './close-overdue.ts'
import { decide } from './decide.ts'
import { decideAppeal } from './decide-appeal.ts'
import { decideAutomatically } from './decide-automatically.ts'
import { factsFor } from './facts-for.ts'
import { createStatistics } from './read-statistics.ts'
import { openAccount } from './open-account.ts'
import { reviewPages } from './pages/index.tsx'
import { publish } from './publish.ts'
import { queue } from './queue.ts'
import type { Review, ReviewDependencies } from './review.ts'
import { statisticsApi } from './statistics-api.ts'
import { waive } from './waive.ts'

export function createReview(deps: ReviewDependencies): Review {
  const review: Review = {
    decideAutomatically: (trx, outcome) => decideAutomatically(deps, trx, outcome),
    queue: (viewer) => queue(deps, viewer),
    actions: async (viewer, submission) => actionsFor(await factsFor(deps, deps.db, viewer, submission)),
    claim: (viewer, id) => claim(deps, viewer, id),
    giveBack: (viewer, id) => giveBack(deps, viewer, id),
    openAccount: (viewer, id) => openAccount(deps, viewer, id),
    decide: (viewer, id, form) => decide(deps, viewer, id, form),
    waive: (viewer, id, form) => waive(deps, viewer, id, form),
    decideAppeal: (viewer, id, form) => decideAppeal(deps, viewer, id, form),
    closeOverdue: () => closeOverdue(deps),
    publish: (viewer, id, change) => publish(deps, viewer, id, change),
    statistics: createStatistics(deps),
    routes: () =>
      new OpenAPIHono<AppEnv>()
        .route(
          '/',
          statisticsApi(() => review.statistics()),
        )
        .route('/', reviewPages(deps, review)),
  }
  return review
}
