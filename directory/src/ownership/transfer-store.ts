import { z } from 'zod'
import {
  readEvents,
  type Database,
  type ListingId,
  type OrganisationId,
  type StoredEvent,
} from '../kernel/index.ts'
import {
  nextTransfer,
  openStatuses,
  type TransferEvent,
  type TransferHappening,
  type TransferId,
  type TransferState,
  type TransferStatus,
} from './transfer.ts'

type Tables = {
  transfer: {
    id: string
    listing_id: string
    organisation_id: string
    to_organisation_id: string
    status: string
    since: Date
    expires_at: Date
    seen: number
  }
}

/** An offer as it is now, and on how many events that rests. */
export interface Transfer {
  readonly id: TransferId
  readonly seen: number
  readonly state: TransferState
  readonly past: readonly TransferHappening[]
}

export interface TransferRow {
  readonly id: TransferId
  readonly listing: ListingId
  readonly from: OrganisationId
  readonly to: OrganisationId
  readonly status: TransferStatus
  readonly since: Date
  readonly expiresAt: Date
}

export function transferStream(id: TransferId): string {
  return `transfer:${id}`
}

const organisation = z.string().transform((id) => id as OrganisationId)
const schema = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('offered'),
    listing: z.string().transform((id) => id as ListingId),
    from: organisation,
    to: organisation,
  }),
  z.object({ name: z.enum(['accepted', 'declined', 'withdrawn', 'approved', 'expired']) }),
  z.object({ name: z.literal('proved'), place: z.enum(['file', 'record']) }),
  z.object({ name: z.literal('asked'), text: z.string() }),
  z.object({ name: z.literal('refused'), text: z.string() }),
])

function happening({ kind, payload, actor, at }: StoredEvent): TransferHappening {
  const fields = typeof payload === 'object' ? payload : {}
  const event: TransferEvent = schema.parse({ ...fields, name: kind })
  return { event, actor, at }
}

/** Locks it when `db` is a transaction. */
export async function loadTransfer(db: Database, id: TransferId): Promise<Transfer | undefined> {
  let query = db.withTables<Tables>().selectFrom('transfer').select('id').where('id', '=', id)
  if (db.isTransaction) query = query.forUpdate()
  if ((await query.executeTakeFirst()) === undefined) return undefined
  const past = (await readEvents(db, transferStream(id))).map(happening)
  const state = past.reduce<TransferState | undefined>(nextTransfer, undefined)
  if (state === undefined) throw new Error('An offer has at least the event "offered".')
  return { id, seen: past.length, state, past }
}

/** False when the listing is offered already. */
export async function insertTransfer(trx: Database, id: TransferId, state: TransferState): Promise<boolean> {
  const row = { id, listing_id: state.listing, organisation_id: state.from, to_organisation_id: state.to }
  const inserted = await trx
    .withTables<Tables>()
    .insertInto('transfer')
    .values({ ...row, ...projection(state), seen: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateTransfer(
  trx: Database,
  { id, seen, state }: Pick<Transfer, 'id' | 'seen' | 'state'>,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('transfer')
    .set({ ...projection(state), seen })
    .where('id', '=', id)
    .execute()
}

function projection({ status, since, expiresAt }: TransferState) {
  return { status, since, expires_at: expiresAt }
}

/** The open offer of a listing. */
export async function openTransferOf(db: Database, listing: ListingId): Promise<TransferId | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('transfer')
    .select('id')
    .where('listing_id', '=', listing)
    .where('status', 'in', openStatuses)
    .executeTakeFirst()
  return row?.id as TransferId | undefined
}

/** Offers from and to an organisation, and those that wait for an operator when one asks; the newest first. */
export async function transfersFor(
  db: Database,
  { organisation: own, operator }: { readonly organisation: OrganisationId; readonly operator: boolean },
): Promise<readonly TransferRow[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('transfer')
    .selectAll()
    .where((where) =>
      where.or([
        where('organisation_id', '=', own),
        where('to_organisation_id', '=', own),
        ...(operator ? [where('status', '=', 'asked')] : []),
      ]),
    )
    .orderBy('since', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id as TransferId,
    listing: row.listing_id as ListingId,
    from: row.organisation_id as OrganisationId,
    to: row.to_organisation_id as OrganisationId,
    status: row.status as TransferStatus,
    since: row.since,
    expiresAt: row.expires_at,
  }))
}

/** Open offers whose time is over, the longest first. */
export async function transfersOver(db: Database, at: Date, most: number): Promise<readonly TransferId[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('transfer')
    .select('id')
    .where('status', 'in', openStatuses)
    .where('expires_at', '<=', at)
    .orderBy('expires_at')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id as TransferId)
}
