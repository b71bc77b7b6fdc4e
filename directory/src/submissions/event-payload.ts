import { z } from 'zod'
import type { ReportId, StoredEvent } from '../kernel/index.ts'
import type { SubmissionEvent } from './model.ts'

const report = z.string().transform((id) => id as ReportId)
const attempt = z.number()
const clauses = z.tuple([z.string()], z.string())

/** `{ name, ...payload }` of version 1. Another version of a payload gets its own reading here. */
const schema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('submitted'), revision: z.literal(1), attempt: z.literal(1) }),
  z.object({ name: z.literal('check-requested'), attempt, revision: z.number() }),
  z.object({
    name: z.literal('checked'),
    attempt,
    report,
    verdict: z.enum(['ready', 'blocked', 'incomplete']),
  }),
  z.object({ name: z.literal('rejected-automatically'), attempt, report, clauses }),
  z.object({ name: z.literal('waived'), rule: z.string(), reason: z.string(), expires: z.string() }),
  z.object({ name: z.literal('changes-requested'), clauses, text: z.string() }),
  z.object({ name: z.literal('rejected'), clauses, text: z.string() }),
  z.object({ name: z.literal('approved'), report, lookedAt: z.array(z.string()) }),
  z.object({ name: z.literal('published'), version: z.string() }),
  z.object({ name: z.literal('withdrawn') }),
  z.object({ name: z.literal('resubmitted'), revision: z.number(), attempt }),
  z.object({
    name: z.literal('proof-accepted'),
    revision: z.number(),
    key: z.string(),
    startedAt: z.string(),
    engine: z.string(),
    verdict: z.enum(['ready', 'blocked', 'incomplete']),
    tools: z.number(),
  }),
])

/** Reads a stored event of the stream of a submission. */
export function parseEvent(stored: Pick<StoredEvent, 'kind' | 'payload'>): SubmissionEvent {
  const payload = typeof stored.payload === 'object' ? stored.payload : {}
  return schema.parse({ ...payload, name: stored.kind })
}

export function payloadOf({ name: _name, ...payload }: SubmissionEvent): Readonly<Record<string, unknown>> {
  return payload
}
