import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, ListingId } from '../kernel/index.ts'
import type { ConnectionKey, Reference, Step, Trace, TraceSummary } from './model.ts'
import type { ConnectionsTables } from './tables.ts'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twenty letters and digits that are not mistaken for each other when read aloud: 99 bits. */
export function newReference(): Reference {
  // 31 letters: taking the remainder of a byte favours a few by 3 %, which costs no secrecy that matters here.
  return `con_${Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join('')}`
}

export function isReference(text: string): text is Reference {
  return /^con_[a-z0-9]{20}$/.test(text)
}

export async function insertTrace(
  db: Database,
  reference: Reference,
  key: ConnectionKey,
  at: Date,
): Promise<void> {
  await db
    .withTables<ConnectionsTables>()
    .insertInto('connect_trace')
    .values({
      reference,
      organisation_id: key.organisation,
      person_id: key.person,
      listing_id: key.listing,
      outcome: 'under-way',
      created_at: at,
    })
    .execute()
}

/** Adds steps, and says how it ended when the last of them is the end. */
export async function appendSteps(db: Database, reference: Reference, steps: readonly Step[]): Promise<void> {
  const last = steps.at(-1)?.name
  await db
    .withTables<ConnectionsTables>()
    .updateTable('connect_trace')
    .set({
      steps: sql<Step[]>`steps || ${JSON.stringify(steps)}::jsonb`,
      ...((last === 'connected' || last === 'failed') && { outcome: last }),
    })
    .where('reference', '=', reference)
    .execute()
}

export async function loadTrace(db: Database, reference: Reference): Promise<Trace | undefined> {
  const row = await db
    .withTables<ConnectionsTables>()
    .selectFrom('connect_trace')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    reference: row.reference,
    organisation: row.organisation_id,
    person: row.person_id,
    listing: row.listing_id,
    outcome: row.outcome,
    steps: row.steps,
    createdAt: row.created_at,
  }
}

/** The newest that went wrong for this person with this connector. */
export async function lastFailure(db: Database, key: ConnectionKey): Promise<Reference | undefined> {
  const row = await db
    .withTables<ConnectionsTables>()
    .selectFrom('connect_trace')
    .select('reference')
    .where('person_id', '=', key.person)
    .where('organisation_id', '=', key.organisation)
    .where('listing_id', '=', key.listing)
    .where('outcome', '=', 'failed')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.reference
}

export async function newestTraces(db: Database, most: number): Promise<readonly TraceSummary[]> {
  const rows = await db
    .withTables<ConnectionsTables>()
    .selectFrom('connect_trace')
    .select(['reference', 'organisation_id', 'person_id', 'listing_id', 'outcome', 'created_at'])
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    reference: row.reference,
    organisation: row.organisation_id,
    person: row.person_id,
    listing: row.listing_id,
    outcome: row.outcome,
    createdAt: row.created_at,
  }))
}

export async function deleteTracesBefore(db: Database, createdBefore: Date): Promise<void> {
  await db
    .withTables<ConnectionsTables>()
    .deleteFrom('connect_trace')
    .where('created_at', '<', createdBefore)
    .execute()
}

export async function deleteTracesOf(trx: Database, listing: ListingId): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('connect_trace')
    .where('listing_id', '=', listing)
    .execute()
}
