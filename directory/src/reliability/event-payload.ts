import { z } from 'zod'
import type { StoredEvent } from '../kernel/index.ts'
import type { LedgerEvent } from './model.ts'

const reasons = z.object({
  policy: z.string(),
  looks: z.number(),
  failed: z.number(),
  days: z.number(),
  healthyRun: z.number(),
})
const dueAt = z.iso.datetime()

/** `{ name, ...payload }` of version 1. Another version of a payload gets its own reading here. */
const schema = z.union([
  z.object({ name: z.enum(['warned', 'last-warned', 'hidden']), dueAt, reasons }),
  z.object({ name: z.enum(['delisting-due', 'return-due']), reasons }),
  z.object({ name: z.enum(['delisted', 'paused', 'objected', 'closed']) }),
  z.object({ name: z.literal('restored'), because: z.literal('healthy'), reasons }),
  z.object({ name: z.literal('restored'), because: z.enum(['operator', 'republished']) }),
  z.object({ name: z.literal('extended'), because: z.literal('our-outage'), lostMs: z.number(), dueAt }),
  z.object({ name: z.literal('extended'), because: z.literal('operator'), days: z.number(), dueAt }),
  z.object({ name: z.enum(['resumed', 'objection-refused']), dueAt: dueAt.nullable() }),
])

/** Reads a stored event of the stream of a listing. */
export function parseEvent(stored: Pick<StoredEvent, 'kind' | 'payload'>): LedgerEvent {
  const payload = typeof stored.payload === 'object' ? stored.payload : {}
  return schema.parse({ ...payload, name: stored.kind })
}

export function payloadOf({ name: _name, ...payload }: LedgerEvent): Readonly<Record<string, unknown>> {
  return payload
}
