import { z } from 'zod'
import { count, listOfTexts, type Read } from './values.ts'

/** What the gateway passes on, how much of it, and how long calls are remembered. */
export interface CallConfig {
  /** `RESULT_CAP` (default `tokens`: 25,000 of them; or `characters`: 150,000): the most of a tool's result. */
  readonly resultCap: 'tokens' | 'characters'
  /** `RESULT_CONTINUATION` (default `tool`; `resource`, `off`): how a model reads on after a cut. */
  readonly resultContinuation: 'tool' | 'resource' | 'off'
  /** `MERGED_TOOLS` (default 64): with more tools than this the endpoint `/mcp` offers a search in their place. */
  readonly mergedTools: number
  /**
   * `RATE_LIMIT_USER` (default `600/60`), `RATE_LIMIT_TOOL` (`300/60`), `RATE_LIMIT_CONNECTOR` (`6000/60`),
   * `RATE_LIMIT_GLOBAL` (`60000/60`): most calls in so many seconds at the gateway of one replica; `off` is no limit.
   */
  readonly rateLimits: Readonly<Record<'user' | 'tool' | 'connector' | 'global', RateLimit | undefined>>
  /** `CALL_SECONDS` (default 300): how long a call may take at the gateway, and how long a server may be silent. */
  readonly callSeconds: number
  /** `CALL_SECONDS_BY_CLIENT` (default none): `client-id=900,…`: another whole time for calls of these clients. */
  readonly callSecondsByClient: Readonly<Record<string, number>>
  /** `UPSTREAM_CALLS` (default 64): most calls at one server at a time, from each replica; others wait 10 seconds. */
  readonly upstreamCalls: number
  /** `CALL_RECORDS_MONTHS` (default 13): how many whole months records of calls are kept beside the one under way. */
  readonly callRecordMonths: number
}

interface RateLimit {
  readonly most: number
  readonly seconds: number
}

function rateLimit(byDefault: string) {
  return z
    .string()
    .regex(/^([1-9]\d{0,8}\/[1-9]\d{0,5}|off)$/, 'must be calls/seconds such as 600/60, or "off"')
    .default(byDefault)
    .transform((text): RateLimit | undefined => {
      const [most, seconds] = text.split('/').map(Number)
      return most === undefined || seconds === undefined ? undefined : { most, seconds }
    })
}

export const callVariables = {
  RESULT_CAP: z.enum(['tokens', 'characters']).default('tokens'),
  RESULT_CONTINUATION: z.enum(['tool', 'resource', 'off']).default('tool'),
  MERGED_TOOLS: count(64, 10_000),
  RATE_LIMIT_USER: rateLimit('600/60'),
  RATE_LIMIT_TOOL: rateLimit('300/60'),
  RATE_LIMIT_CONNECTOR: rateLimit('6000/60'),
  RATE_LIMIT_GLOBAL: rateLimit('60000/60'),
  CALL_SECONDS: count(300, 3600),
  CALL_SECONDS_BY_CLIENT: listOfTexts
    .refine((all) => all.every((one) => /^[^=\s]+(=[^=\s]+)*=[1-9]\d{0,3}$/.test(one)), {
      error: 'must be client ids with seconds such as my-client=900, separated by commas',
    })
    .transform((all) =>
      Object.fromEntries(
        all.map((one) => [one.slice(0, one.lastIndexOf('=')), Number(one.split('=').at(-1))]),
      ),
    ),
  UPSTREAM_CALLS: count(64, 100_000),
  CALL_RECORDS_MONTHS: count(13, 1_200),
}

export function readCalls(values: Read<typeof callVariables>): CallConfig {
  return {
    resultCap: values.RESULT_CAP,
    resultContinuation: values.RESULT_CONTINUATION,
    mergedTools: values.MERGED_TOOLS,
    rateLimits: {
      user: values.RATE_LIMIT_USER,
      tool: values.RATE_LIMIT_TOOL,
      connector: values.RATE_LIMIT_CONNECTOR,
      global: values.RATE_LIMIT_GLOBAL,
    },
    callSeconds: values.CALL_SECONDS,
    callSecondsByClient: values.CALL_SECONDS_BY_CLIENT,
    upstreamCalls: values.UPSTREAM_CALLS,
    callRecordMonths: values.CALL_RECORDS_MONTHS,
  }
}
