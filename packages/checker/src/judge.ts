import type { Evidence } from './evidence/evidence.ts'
import { defaultPolicy } from './policies.ts'
import type { Policy } from './policy.ts'
import type { Report } from './report.ts'
import { callsOf } from './report-calls.ts'
import { rules } from './rules.ts'
import { run } from './run.ts'
import { selection } from './selection.ts'
import type { Scope } from './scope.ts'

/** Name and version of this engine, as a report states them. */
export const engine = 'connectory-checker/0.1.0'

export interface JudgeOptions {
  readonly policy?: Policy
  /** Defaults to the scopes that the evidence was collected with. */
  readonly scopes?: readonly Scope[]
  /** Judge these rules alone: ids, or groups such as `NET-*`. */
  readonly only?: readonly string[]
}

/** The verdict on evidence that was collected before. Pure. */
export function judge(evidence: Evidence, options: JudgeOptions = {}): Report {
  const { policy = defaultPolicy, scopes = evidence.scopes, only } = options
  const calls = callsOf(evidence)
  const reach = reachOf(evidence)
  return {
    schema: 'connectory-report/1',
    target: evidence.target,
    policy: policy.id,
    engine,
    scopes: [...scopes],
    loopback: evidence.loopback,
    startedAt: evidence.startedAt,
    durationMs: evidence.durationMs,
    ...run(rules, evidence, policy, scopes, only && selection(only)),
    server: evidence.server,
    ...(evidence.parts.tools.looked ? { tools: evidence.parts.tools.value.list } : {}),
    ...(calls === undefined ? {} : { calls }),
    ...(reach === undefined ? {} : { reach }),
    exchanges: evidence.exchanges.map((exchange) => ({ ...exchange })),
    ...(evidence.sentHeaders === undefined ? {} : { sentHeaders: evidence.sentHeaders }),
    ...(evidence.source === undefined ? {} : { source: evidence.source }),
    ...(only ? { only: [...only] } : {}),
  }
}

/** Both looks side by side; a directory alone has nothing to compare. */
function reachOf({ parts: { reach } }: Evidence): Report['reach'] {
  return reach.looked && reach.value.here !== undefined ? reach.value : undefined
}
