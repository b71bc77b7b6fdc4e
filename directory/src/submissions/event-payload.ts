import { z } from 'zod'
import type { ReportId, StoredEvent } from '../kernel/index.ts'
import type { Happening, SubmissionEvent } from './events.ts'

const report = z.string().transform((id) => id as ReportId)
const attempt = z.number()
const clauses = z.tuple([z.string()], z.string())

/** `{ name, ...payload }` of version 2; one of version 1 lacks what has a default here. */
const schema = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('submitted'),
    revision: z.literal(1),
    attempt: z.literal(1),
    updates: z.number().optional(),
  }),
  z.object({ name: z.literal('carried-over'), attempt, report, version: z.number() }),
  z.object({ name: z.literal('check-requested'), attempt, revision: z.number() }),
  z.object({
    name: z.literal('checked'),
    attempt,
    report,
    verdict: z.enum(['ready', 'blocked', 'incomplete']),
  }),
  z.object({ name: z.literal('rejected-automatically'), attempt, report, clauses }),
  z.object({ name: z.literal('waived'), rule: z.string(), reason: z.string(), expires: z.string() }),
  z.object({
    name: z.literal('changes-requested'),
    clauses,
    text: z.string(),
    fixes: z.record(z.string(), z.string()).default({}),
    deadline: z.string().nullable().default(null),
  }),
  z.object({ name: z.literal('deadline-passed') }),
  z.object({ name: z.literal('risks-named'), attempt, risks: z.array(z.string()) }),
  z.object({ name: z.literal('claimed'), until: z.string() }),
  z.object({ name: z.literal('given-back') }),
  z.object({ name: z.literal('not-a-fit'), text: z.string() }),
  z.object({ name: z.literal('appealed'), text: z.string() }),
  z.object({ name: z.literal('appeal-granted'), text: z.string() }),
  z.object({ name: z.literal('appeal-refused'), text: z.string() }),
  z.object({ name: z.literal('replied'), from: z.enum(['publisher', 'reviewer']), text: z.string() }),
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
function parseEvent(stored: Pick<StoredEvent, 'kind' | 'payload'>): SubmissionEvent {
  const payload = typeof stored.payload === 'object' ? stored.payload : {}
  return schema.parse({ ...payload, name: stored.kind })
}

/** A stored event as the status is computed from it. */
export function happening(stored: StoredEvent): Happening {
  const { actor, at, payloadVersion } = stored
  return { event: parseEvent(stored), actor, at, payloadVersion }
}

export function payloadOf({ name: _name, ...payload }: SubmissionEvent): Readonly<Record<string, unknown>> {
  return payload
}
