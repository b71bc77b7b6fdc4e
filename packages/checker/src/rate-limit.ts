import type { BurstFacts, RequestLimitFacts } from './evidence/call-facts.ts'
import type { Draft } from './rule.ts'

/** The publisher was asked and left it empty. */
export function isBlank(answer: string | undefined): boolean {
  return answer !== undefined && answer.trim() === ''
}

/** What a burst of requests showed about a limit. That none was seen proves nothing: a person asks. */
export function* limitsIn({ burst, answer = '' }: RequestLimitFacts): Generator<Draft> {
  const told: Draft = { case: 'told', outcome: 'needs-human', params: { answer }, excerpt: answer }
  if (!burst) {
    if (!isBlank(answer)) yield told
    return
  }
  const { requests, tookMs, retryAfter, quotaWords, limited, failed } = burst
  const params = { requests, seconds: (tookMs / 1000).toFixed(1), failed }
  if (failed > 0) yield { case: 'breaks', params }
  if (limited > 0) {
    if (!retryAfter && !quotaWords) yield { case: 'no-retry-after', params }
  } else if (failed === 0)
    yield isBlank(answer) ? { case: 'none-seen', outcome: 'needs-human', params } : told
}

/** A burst that a server with a limit answers well, for the examples of rules. */
export const goodBurst: BurstFacts = {
  requests: 31,
  tookMs: 900,
  answered: 30,
  limited: 1,
  retryAfter: true,
  quotaWords: false,
  failed: 0,
}

export const unlimitedBurst: BurstFacts = {
  ...goodBurst,
  requests: 50,
  answered: 50,
  limited: 0,
  retryAfter: false,
}
export const silentBurst: BurstFacts = { ...goodBurst, retryAfter: false }
export const brokenBurst: BurstFacts = { ...unlimitedBurst, requests: 20, answered: 17, failed: 3 }
