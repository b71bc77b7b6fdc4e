import { z } from 'zod'
import { couldNotLook, type Evidence } from './evidence/evidence.ts'
import type { Facts } from './evidence/facts.ts'
import { InvalidInput } from './invalid-input.ts'
import { engine } from './judge.ts'
import { reportSchema } from './report.ts'
import { rules } from './rules.ts'

const because = z.object({ code: z.string(), params: z.record(z.string(), z.json()).optional() })

const partSchema = z.discriminatedUnion('looked', [
  z.object({ looked: z.literal(true), value: z.record(z.string(), z.json()), partial: because.optional() }),
  z.object({
    looked: z.literal(false),
    outcome: z.enum(['not-applicable', 'not-evaluated']),
    reason: z.enum(['not-requested', 'could-not-look']).optional(),
    because,
  }),
])

const { target, loopback, scopes, startedAt, durationMs, server, exchanges, source, sentHeaders } =
  reportSchema.shape

const recordingSchema = z.object({
  schema: z.literal('connectory-recording/1'),
  engine: z.string(),
  policy: z.string(),
  evidence: z.object({
    target,
    loopback,
    scopes,
    startedAt,
    durationMs,
    server,
    source,
    sentHeaders,
    parts: z.record(z.string(), partSchema),
  }),
})

export interface Recording {
  readonly evidence: Evidence
  readonly policy: string
  /** The engine that looked. Another one may judge the same evidence differently. */
  readonly engine: string
}

/** The two files of a recording: what was seen, and the exchanges with secrets masked. */
export const recordingFiles = { evidence: 'evidence.json', exchanges: 'exchanges.json' } as const

type RecordedTexts = Readonly<Record<keyof typeof recordingFiles, string>>

/** Evidence as text to store. What parseRecording reads back is judged the same, byte for byte. */
export function formatRecording(recorded: Evidence, policy: string): RecordedTexts {
  const { exchanges: log, ...evidence } = recorded
  return {
    evidence: asFile({ schema: 'connectory-recording/1', engine, policy, evidence }),
    exchanges: asFile(log),
  }
}

function asFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** @throws InvalidInput when the texts are no recording */
export function parseRecording(texts: RecordedTexts): Recording {
  const recorded = parsed(recordingSchema, texts.evidence, recordingFiles.evidence)
  const log = parsed(exchanges, texts.exchanges, recordingFiles.exchanges)
  const { parts, ...rest } = recorded.evidence
  // A part whose facts have another shape makes its rule fail to look; it cannot make it pass unseen.
  const evidence = { ...rest, parts: { ...unrecorded(), ...parts }, exchanges: log } as unknown as Evidence
  return { evidence, policy: recorded.policy, engine: recorded.engine }
}

/** What rules of this engine ask for and an earlier one did not record. */
function unrecorded(): Partial<Record<keyof Facts, unknown>> {
  const needs = new Set(rules.flatMap((rule) => rule.needs))
  return Object.fromEntries([...needs].map((need) => [need, couldNotLook('not-recorded')]))
}

function parsed<Value>(schema: z.ZodType<Value>, text: string, name: string): Value {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new InvalidInput(`${name} is not JSON, so this is no recording that --record wrote.`)
  }
  const result = schema.safeParse(value)
  // As it was written: what the schema does not know is part of the evidence too.
  if (result.success) return value as Value
  const where = result.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new InvalidInput(`${name} is no recording that --record wrote: "${where}" has another form.`)
}
