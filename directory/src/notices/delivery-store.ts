import { sql } from 'kysely'
import type { Database } from '../kernel/index.ts'
import type { Attempt, Channel, Delivery, DeliveryId, Result, TakenDelivery } from './channels.ts'
import type { NoticeId, Saying } from './model.ts'

interface DeliveryTable {
  id: DeliveryId
  notice_id: NoticeId
  channel: Channel
  target_id: TakenDelivery['target']
  state: 'waiting' | 'done' | 'given-up'
  attempts: number
  due_at: Date
}

interface AttemptTable {
  delivery_id: DeliveryId
  number: number
  at: Date
  outcome: Result['outcome'] | null
  detail: string | null
}

type Tables = {
  notice_delivery: DeliveryTable
  notice_attempt: AttemptTable
  notice: { id: NoticeId; what: unknown }
}

export interface NewDelivery {
  readonly id: DeliveryId
  readonly notice: NoticeId
  readonly channel: Channel
  readonly target: TakenDelivery['target']
}

export async function insertDeliveries(
  trx: Database,
  deliveries: readonly NewDelivery[],
  at: Date,
): Promise<void> {
  if (deliveries.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('notice_delivery')
    .values(
      deliveries.map(({ id, notice, channel, target }) => ({
        id,
        notice_id: notice,
        channel,
        target_id: target,
        state: 'waiting' as const,
        attempts: 0,
        due_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

interface Taking {
  readonly at: Date
  /** Until then nobody else gets them. */
  readonly until: Date
  readonly most: number
  /** Of one notice only. */
  readonly notice?: NoticeId
}

/** Takes what is due, and writes down that an attempt has begun. */
export async function takeDue(
  db: Database,
  { at, until, most, notice }: Taking,
): Promise<readonly TakenDelivery[]> {
  const of = notice === undefined ? sql`` : sql`and notice_id = ${notice}`
  const { rows } = await sql<TakenDelivery>`
    with taken as (
      update notice_delivery set attempts = attempts + 1, due_at = ${until} where id = any (array(
        select id from notice_delivery where state = 'waiting' and due_at <= ${at} ${of}
        order by due_at limit ${most} for update skip locked))
      returning id, notice_id, channel, target_id, attempts),
    begun as (
      insert into notice_attempt (delivery_id, number, at) select id, attempts, ${at}::timestamptz from taken)
    select id, notice_id as notice, channel, target_id as target, attempts as number from taken`.execute(db)
  return rows
}

export interface Ending {
  readonly result: Result
  /** Undefined when there will be no other attempt. */
  readonly nextAt: Date | undefined
}

/** @returns false when somebody else has taken it in the meantime: what they find counts */
export async function endAttempt(
  trx: Database,
  { id, number }: Pick<TakenDelivery, 'id' | 'number'>,
  { result, nextAt }: Ending,
): Promise<boolean> {
  const tables = trx.withTables<Tables>()
  await tables
    .updateTable('notice_attempt')
    .set({ outcome: result.outcome, detail: result.detail.slice(0, 500) })
    .where('delivery_id', '=', id)
    .where('number', '=', number)
    .execute()
  const state = result.outcome === 'sent' ? 'done' : nextAt === undefined ? 'given-up' : 'waiting'
  const ended = await tables
    .updateTable('notice_delivery')
    .set({ state, ...(nextAt !== undefined && { due_at: nextAt }) })
    .where('id', '=', id)
    .where('attempts', '=', number)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** When the first attempt began. */
export async function firstAttemptAt(db: Database, id: DeliveryId): Promise<Date | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('notice_attempt')
    .select('at')
    .where('delivery_id', '=', id)
    .orderBy('number')
    .executeTakeFirst()
  return row?.at
}

/** Nothing more goes to this target. */
export async function giveUpAll(trx: Database, target: TakenDelivery['target']): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('notice_delivery')
    .set({ state: 'given-up' })
    .where('target_id', '=', target)
    .where('state', '=', 'waiting')
    .execute()
}

/** Newest first, with their attempts: of a notice to one of these targets, or the newest to one target. */
export async function deliveriesTo(
  db: Database,
  targets: readonly TakenDelivery['target'][],
  notice?: NoticeId,
): Promise<readonly Delivery[]> {
  if (targets.length === 0) return []
  let query = db
    .withTables<Tables>()
    .selectFrom('notice_delivery')
    .innerJoin('notice', 'notice.id', 'notice_delivery.notice_id')
    .selectAll('notice_delivery')
    .select('notice.what')
    .where('target_id', 'in', targets)
    .orderBy('notice_delivery.id', 'desc')
    .limit(20)
  if (notice !== undefined) query = query.where('notice_id', '=', notice)
  const rows = await query.execute()
  const attempts = await attemptsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, notice_id, what, channel, state, due_at }) => ({
    id,
    notice: notice_id,
    what: what as Saying,
    channel,
    state,
    nextAt: state === 'waiting' ? due_at : null,
    attempts: attempts.get(id) ?? [],
  }))
}

async function attemptsOf(
  db: Database,
  deliveries: readonly DeliveryId[],
): Promise<ReadonlyMap<DeliveryId, readonly Attempt[]>> {
  if (deliveries.length === 0) return new Map()
  const rows = await db
    .withTables<Tables>()
    .selectFrom('notice_attempt')
    .selectAll()
    .where('delivery_id', 'in', deliveries)
    .orderBy('number')
    .execute()
  return Map.groupBy(rows, ({ delivery_id: id }) => id)
}
