import {
  readEvents,
  readEventsOf,
  type Database,
  type ListingId,
  type OrganisationId,
  type StoredEvent,
} from '../kernel/index.ts'
import { parseEvent } from './event-payload.ts'
import type { Happened } from './fold.ts'
import type { Ledger, Stage } from './model.ts'

interface ReliabilityTable {
  listing_id: ListingId
  organisation_id: OrganisationId
  stage: Stage
  since: Date | null
  due_at: Date | null
  proposed: boolean
  paused_at: Date | null
  objected_at: Date | null
  seen: number
}

type Tables = { reliability: ReliabilityTable }

export interface PastStep extends Happened {
  readonly seq: number
  readonly reason: string
}

export function streamOf(listing: ListingId): string {
  return `reliability:${listing}`
}

/** Oldest first. */
export async function readSteps(db: Database, listing: ListingId): Promise<readonly PastStep[]> {
  return stepsIn(await readEvents(db, streamOf(listing)))
}

/** What stands in each ledger, to be read one by one with `stepsIn`: one may be unreadable. */
export async function readLedgers(
  db: Database,
  listings: readonly ListingId[],
): Promise<(listing: ListingId) => readonly StoredEvent[]> {
  const stored = await readEventsOf(db, listings.map(streamOf))
  return (listing) => stored.get(streamOf(listing)) ?? []
}

/** @throws Error when one of them is none of ours */
export function stepsIn(stored: readonly StoredEvent[]): readonly PastStep[] {
  return stored.map((one: StoredEvent) => ({
    event: parseEvent(one),
    at: one.at,
    actor: one.actor,
    seq: one.seq,
    reason: one.reason,
  }))
}

export interface Kept {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly ledger: Ledger
  readonly seen: number
}

/** Keeps the fold after an event that was appended in the same transaction. */
export async function keep(trx: Database, { listing, organisation, ledger, seen }: Kept): Promise<void> {
  const { stage, since, dueAt, proposed, pausedAt, objectedAt } = ledger
  const row = {
    stage,
    since,
    due_at: dueAt,
    proposed,
    paused_at: pausedAt,
    objected_at: objectedAt,
    seen,
  }
  await trx
    .withTables<Tables>()
    .insertInto('reliability')
    .values({ listing_id: listing, organisation_id: organisation, ...row })
    .onConflict((conflict) => conflict.column('listing_id').doUpdateSet(row))
    .execute()
}

/** A listing in trouble, as lists show it. */
export interface Open {
  readonly listing: ListingId
  readonly stage: Stage
  readonly since: Date
  readonly dueAt: Date | null
  readonly proposed: boolean
  readonly paused: boolean
  readonly objected: boolean
}

/** What waits for an operator first, then what is due next. */
export async function openLedgers(db: Database, most: number): Promise<readonly Open[]> {
  const rows = await open(db)
    .selectAll()
    .orderBy((is) => is.or([is('proposed', '=', true), is('objected_at', 'is not', null)]), 'desc')
    .orderBy('due_at', (order) => order.asc().nullsLast())
    .orderBy('listing_id')
    .limit(most)
    .execute()
  return rows.flatMap((row) =>
    row.since === null
      ? []
      : [
          {
            listing: row.listing_id,
            stage: row.stage,
            since: row.since,
            dueAt: row.due_at,
            proposed: row.proposed,
            paused: row.paused_at !== null,
            objected: row.objected_at !== null,
          },
        ],
  )
}

export async function openListings(db: Database): Promise<readonly ListingId[]> {
  const rows = await open(db).select('listing_id').execute()
  return rows.map((row) => row.listing_id)
}

function open(db: Database) {
  return db.withTables<Tables>().selectFrom('reliability').where('stage', '<>', 'listed')
}
