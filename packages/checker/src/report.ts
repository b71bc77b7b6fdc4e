import { z } from 'zod'
import { levels } from './level.ts'
import { scopes } from './scope.ts'

export const outcomes = ['pass', 'fail', 'needs-human', 'not-applicable', 'not-evaluated'] as const
export const verdicts = ['ready', 'blocked', 'incomplete'] as const

const params = z.record(z.string(), z.json())

const findingSchema = z.object({
  rule: z.string().regex(/^[A-Z]+-\d+$/),
  outcome: z.enum(outcomes),
  level: z.enum(levels),
  /** The tool (`tools/NAME`), URL or JSON pointer that the finding is about. */
  target: z.string(),
  /** English; other languages come from renderFinding. */
  message: z.string(),
  evidence: z.object({
    excerpt: z.json().optional(),
    page: z.number().optional(),
    signal: z.string().optional(),
    patch: z.json().optional(),
  }),
  /** English, with the patch in it where there is one; null when there is nothing to mend. */
  fix: z.string().nullable(),
  /** Which sentence of the rule's catalogue; null for a pass and for what was not judged. */
  case: z.string().nullable(),
  /** Why a rule was not applicable or not evaluated. */
  reason: z.string().nullable(),
  /** Code of text/reasons.ts that says more about `reason`. */
  because: z.string().nullable(),
  params,
  /** A failure that the baseline has too: it is listed and does not count. */
  known: z.literal(true).optional(),
})

const baselineSchema = z.object({
  /** When the check of the baseline began. */
  startedAt: z.iso.datetime(),
  known: z.number(),
  /** Failures of the baseline whose rule was evaluated now and does not fail there any more. */
  stale: z.array(z.object({ rule: z.string(), case: z.string().nullable(), target: z.string() })),
})

const serverSchema = z.object({
  era: z.enum(['modern', 'legacy', 'both', 'unknown']),
  protocolVersion: z.string().nullable(),
  serverInfo: z.object({ name: z.string(), version: z.string() }).nullable(),
  authType: z.enum(['none', 'oauth', 'other', 'unknown']),
  toolCount: z.number().nullable(),
  toolList: z
    .object({ estimatedTokens: z.number(), bytes: z.number(), characters: z.number() })
    .nullable()
    .optional(),
})

/** As evidence/reach-facts.ts says. */
const reachLookSchema = z.object({
  outcome: z.enum(['answered', 'refused', 'silent']),
  status: z.number().optional(),
  network: z.string().optional(),
  problem: z.string().optional(),
})

/** What a directory answers to the question whether it reaches a server. */
export const reachAnswerSchema = z.object({
  there: reachLookSchema,
  addresses: z.array(z.string()).readonly(),
})

/** `connectory-report/1`. Unknown fields are kept, so that a newer engine's report can still be read. */
export const reportSchema = z.looseObject({
  schema: z.literal('connectory-report/1'),
  target: z.string(),
  policy: z.string(),
  engine: z.string(),
  scopes: z.array(z.enum(scopes)),
  loopback: z.boolean(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  verdict: z.enum(verdicts),
  findings: z.array(findingSchema),
  /** Rules that this check was not asked to look at, and the scope that would. */
  notLookedAt: z.array(z.object({ rule: z.string(), because: z.string() })),
  server: serverSchema,
  /** Every entry of tools/list as it was sent; absent when the list could not be seen. */
  tools: z
    .array(z.object({ page: z.number(), index: z.number(), raw: z.json() }))
    .readonly()
    .optional(),
  /** Every tool of the list: whether a call with good arguments gave a result. Absent when calling was not asked for. */
  calls: z
    .array(z.object({ tool: z.string(), outcome: z.enum(['worked', 'failed', 'not-called']) }))
    .readonly()
    .optional(),
  /** Whether the server was reached from where the check ran and from a directory that was asked. */
  reach: reachAnswerSchema.extend({ here: reachLookSchema.optional() }).optional(),
  exchanges: z.array(z.record(z.string(), z.unknown())),
  /** Names of the static headers that every request to the server carried; their values are nowhere. */
  sentHeaders: z.array(z.string()).readonly().optional(),
  /** Set when tools were read from a file and no server was looked at. */
  source: z.literal('tools-file').optional(),
  /** Set when only some rules were judged: their ids, or groups such as `NET-*`. The verdict is on these alone. */
  only: z.array(z.string()).optional(),
  /** Set when failures known from an earlier report were left out of the verdict. */
  baseline: baselineSchema.optional(),
})

export type Report = z.output<typeof reportSchema>
export type Finding = z.output<typeof findingSchema>
export type Outcome = (typeof outcomes)[number]
export type Verdict = (typeof verdicts)[number]

/** Exit codes of a command that ends with this verdict: 0 ready, 1 blocked, 3 incomplete. (2 is a usage error.) */
export function exitCode(report: Pick<Report, 'verdict'>): 0 | 1 | 3 {
  switch (report.verdict) {
    case 'ready':
      return 0
    case 'blocked':
      return 1
    case 'incomplete':
      return 3
  }
}
