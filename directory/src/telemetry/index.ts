/**
 * One record per call through the gateway, from the first call on: who, what, how long, how large, how it ended.
 * Never parameters or results. Records are written in batches at most 100 ms later; a killed process loses that much.
 * Rows live in monthly partitions that are made ahead.
 */
export { createTelemetry } from './create-telemetry.ts'
export type { Telemetry, TelemetryDependencies } from './telemetry.ts'
export {
  failureKinds,
  failureSteps,
  fewestPeople,
  usageDays,
  type CallRecord,
  type CallStatus,
  type Era,
  type ListingUsage,
  type UsageSummary,
} from './model.ts'
