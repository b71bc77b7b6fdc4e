/**
 * What every module stands on: time, ids, problems, the database, events with their audit rows, jobs, secrets, logs.
 * Knows nothing of connectors. Everything here is a parameter of the modules, made once in app.ts.
 */
export { bearerToken } from './bearer-token.ts'
export { BoundedMap } from './bounded-map.ts'
export { briefMs, createBriefMemory, madeOnceInAWhile, type BriefMemory } from './brief-memory.ts'
export { manualClock, systemClock, type Clock, type ManualClock } from './clock.ts'
export {
  createIds,
  parseId,
  type AuditId,
  type CallId,
  type ConnectionId,
  type EventId,
  type Id,
  type Ids,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type ReportId,
  type RevisionId,
  type SubmissionId,
} from './ids.ts'
export { Problem, type ProblemCode } from './problem.ts'
export {
  isConcerned,
  isStaff,
  requireRole,
  requireStaff,
  requireViewer,
  type InstanceRole,
  type Viewer,
} from './viewer.ts'
export { languages, type AppEnv, type Language, type TextParameters, type TranslateAny } from './http.ts'
export {
  appendEvent,
  readEvents,
  readEventsOf,
  type Actor,
  type NewEvent,
  type StoredEvent,
} from './events.ts'
export { writeAudit, type AuditEntry } from './audit.ts'
export { createVault, deriveKey, type Place, type Vault, type VaultKey } from './vault.ts'
export { addVaultKey, loadVaultKeys, parseKeyList, readVaultKeys, type KeySource } from './vault-keys.ts'
export { keysInUse, reseal, type SealedColumn } from './reseal.ts'
export {
  inTransaction,
  openDatabase,
  type Database,
  type OpenDatabase,
  type Transaction,
} from './database.ts'
export { migrate, MigrationError } from './migrate.ts'
export type { KernelTables } from './tables.ts'
export { createLog, type Log } from './log.ts'
export { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres/start-embedded-postgres.ts'
export { keepHeapSmall } from './small-heap.ts'
export { andThen, type Soon } from './soon.ts'
export { StartError } from './start-error.ts'
export { createJobs, type JobData, type Jobs, type JobsOptions, type SendOptions } from './jobs.ts'
export { joinedTexts } from './joined-texts.ts'
export { createTurns, createTurnsByKey, type TakeTurn } from './turns.ts'
