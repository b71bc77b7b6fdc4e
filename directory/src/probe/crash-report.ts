import {
  judge,
  rules,
  type Evidence,
  type Looked,
  type Policy,
  type Report,
  type Scope,
} from '@connectory/checker'

interface Crash {
  readonly target: string
  readonly policy: Policy
  readonly scopes: readonly Scope[]
  readonly startedAt: Date
  readonly durationMs: number
  readonly problem: string
}

/** The report of a check that broke: nothing was looked at, so the verdict is incomplete and a person decides. */
export function crashReport({ problem, startedAt, policy, scopes, ...rest }: Crash): Report {
  const missing: Looked<never> = {
    looked: false,
    outcome: 'not-evaluated',
    reason: 'could-not-look',
    because: { code: 'step-failed', params: { problem } },
  }
  const needs = rules.flatMap((rule) => rule.needs.map((need) => [need, missing] as const))
  const evidence: Evidence = {
    ...rest,
    scopes,
    loopback: false,
    startedAt: startedAt.toISOString(),
    parts: Object.fromEntries(needs) as Evidence['parts'],
    server: { era: 'unknown', protocolVersion: null, serverInfo: null, authType: 'unknown', toolCount: null },
    exchanges: [],
  }
  return judge(evidence, { policy, scopes })
}
