/**
 * Looks at every listed server on a schedule, as a client would, and keeps what came of it: a state that is believed
 * after two looks, and a row per day. Our own outage counts for nobody. Changes nothing about a listing.
 */
export { classify } from './classify.ts'
export { share } from './due.ts'
export { lookStates, type LookState } from './model.ts'
export type { Gap } from './store-pulse.ts'
export { dayOf } from './count.ts'
export { createMonitoring, type Monitoring, type MonitoringDependencies } from './create-monitoring.tsx'
export type { Health, HealthLabel } from './label.ts'
