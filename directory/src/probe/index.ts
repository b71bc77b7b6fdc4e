/**
 * Checks a submitted server on the wire and keeps the report: at most one per (submission, attempt), written in one
 * transaction with what follows from it. A check may run twice (a process may die in the middle); its result counts
 * once. Knows nothing of submissions or reviews: what to check and what follows are ports that app.ts passes in.
 */
export { createProbe, probeQueue } from './create-probe.ts'
export type {
  CheckOutcome,
  CheckTarget,
  Credential,
  Probe,
  ProbeDependencies,
  Progress,
  ProgressStep,
  StoredReport,
} from './probe.ts'
