import type { Clock, Database, ListingId, Log, OrganisationId, PersonId } from '../kernel/index.ts'
import type { CallRecord, ListingUsage, UsageSummary } from './model.ts'

export interface TelemetryDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  /** How long a record waits for others before it is written; default 100 ms. A crash loses at most that much. */
  readonly batchMs?: number
  readonly config: { readonly callRecordMonths: number }
}

export interface Telemetry {
  /** Takes a record and returns at once; never throws. */
  record(call: CallRecord): void
  /** Newest first; with a person only that person's. */
  recent(organisation: OrganisationId, limit: number, person?: PersonId): Promise<readonly CallRecord[]>
  /** Calls of all organisations to a listing since a moment. */
  usage(listing: ListingId, since: Date): Promise<UsageSummary>
  /** For the publisher of a listing: what people of other organisations called in thirty days, never who. */
  listingUsage(listing: ListingId, publisher: OrganisationId): Promise<ListingUsage>
  /** Makes this and the next two months' partitions; at start and daily. */
  preparePartitions(): Promise<void>
  /** Drops the months that are older than records are kept; daily. */
  dropOld(): Promise<void>
  /** How long records are kept, in whole months. */
  readonly keptMonths: number
  /** Writes what waits; call it before the database closes. */
  flush(): Promise<void>
}
