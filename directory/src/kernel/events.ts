import type { Kysely } from 'kysely'
import type { EventId, Ids, OrganisationId, PersonId } from './ids.ts'
import type { Clock } from './clock.ts'
import { Problem } from './problem.ts'
import type { KernelTables } from './tables.ts'

/** Who did it. Every write names its actor and its reason. */
export type Actor =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'system'; readonly name: string }

export interface NewEvent {
  /** `<what>:<id>`, for example `submission:0199…`. */
  readonly stream: string
  /** The number of events that the writer has seen; the optimistic lock. */
  readonly seen: number
  readonly kind: string
  readonly payload: unknown
  readonly payloadVersion?: number
  readonly actor: Actor
  readonly reason: string
  readonly organisation: OrganisationId
}

export interface StoredEvent {
  readonly id: EventId
  readonly stream: string
  readonly seq: number
  readonly kind: string
  readonly payloadVersion: number
  readonly payload: unknown
  readonly actor: Actor
  readonly reason: string
  readonly at: Date
}

/**
 * Appends one event. Two writers who saw the same past cannot both append: the second gets Problem('conflict').
 * Call it inside the transaction that also writes what follows from the event.
 */
export async function appendEvent(
  trx: Kysely<KernelTables>,
  { clock, ids }: { clock: Clock; ids: Ids },
  event: NewEvent,
): Promise<StoredEvent> {
  const stored = {
    id: ids.next<EventId>(),
    stream: event.stream,
    seq: event.seen + 1,
    kind: event.kind,
    payloadVersion: event.payloadVersion ?? 1,
    payload: event.payload,
    actor: event.actor,
    reason: event.reason,
    at: clock.now(),
  }
  const inserted = await trx
    .insertInto('event')
    .values({
      id: stored.id,
      stream: stored.stream,
      seq: stored.seq,
      actor_kind: event.actor.kind,
      actor: event.actor.kind === 'person' ? event.actor.id : event.actor.name,
      reason: stored.reason,
      at: stored.at,
      kind: stored.kind,
      payload_version: stored.payloadVersion,
      payload: JSON.stringify(stored.payload),
      organisation_id: event.organisation,
    })
    .onConflict((conflict) => conflict.columns(['stream', 'seq']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) {
    throw new Problem('conflict', 'Someone else changed this in the meantime. Reload the page and try again.')
  }
  return stored
}

/** All events of a stream in the order in which they happened. */
export async function readEvents(db: Kysely<KernelTables>, stream: string): Promise<readonly StoredEvent[]> {
  return (await readEventsOf(db, [stream])).get(stream) ?? []
}

/** The same of many streams in one statement; those without an event are left out. */
export async function readEventsOf(
  db: Kysely<KernelTables>,
  streams: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  if (streams.length === 0) return new Map()
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('stream', 'in', streams)
    .orderBy('seq')
    .execute()
  const events = rows.map((row) => ({
    id: row.id as EventId,
    stream: row.stream,
    seq: row.seq,
    kind: row.kind,
    payloadVersion: row.payload_version,
    payload: row.payload,
    actor: readActor(row.actor_kind, row.actor),
    reason: row.reason,
    at: row.at,
  }))
  return Map.groupBy(events, ({ stream }) => stream)
}

function readActor(kind: string, actor: string): Actor {
  return kind === 'person' ? { kind: 'person', id: actor as PersonId } : { kind: 'system', name: actor }
}
