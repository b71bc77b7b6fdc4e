/**
 * Decisions on submissions: automatic rejection for mechanical facts, the queue with its named gates, the console, and
 * a person's approval, request for changes or rejection with clauses. Publishing on approval happens in the same
 * transaction. The module asks `submissions` what may happen and `catalogue` to publish; it never touches their tables.
 */
export { createReview } from './create-review.ts'
export type { QueueEntry, Review, ReviewDependencies } from './review.ts'
export type { DecisionForm } from './decide.ts'
export type { WaiverForm } from './waive.ts'
export type { Action, ActionName, DecisionName, GateAnswer, GateName, Obstacle } from './model.ts'
