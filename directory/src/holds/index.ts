/**
 * What may not be called for now: a server, a tool or a publisher that an operator has stopped, and a tool that has
 * changed since it was approved. Every replica keeps all of it in memory and asks twice a second whether it changed,
 * so that the gateway can judge a call without a query. Knows nothing of calls.
 */
export { holdsResource } from './api.ts'
export { createHolds, type Holds, type HoldsDependencies } from './create-holds.ts'
export { changeWords, keptName, type ChangeWord, type Hold, type HoldKind, type Severity } from './model.ts'
export { judgeChange } from './tool-changes.ts'
export { digestOf, toolIn } from './tool-in.ts'
