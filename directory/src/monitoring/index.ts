/**
 * Looks at every listed server on a schedule, as a client would, and keeps what came of it: a state that is believed
 * after two looks, and a row per day. Our own outage counts for nobody. Changes nothing about a listing. Its rounds are for
 * others that look at listings on a schedule: a list of what is due when, and a lease.
 */
export { classify } from './classify.ts'
export { share } from './due.ts'
export { lookStates, type LookState } from './model.ts'
export type { Gap } from './store-pulse.ts'
export { dayOf } from './count.ts'
export { createMonitoring, type Monitoring, type MonitoringDependencies } from './create-monitoring.tsx'
export type { Health, HealthLabel } from './label.ts'
export { createRounds, type Looking, type Rounds } from './rounds.ts'
export { watchList, type WatchRow } from './watch-list-store.ts'
