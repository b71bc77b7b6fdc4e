import type { BurstFacts, RequestLimitFacts } from './call-facts.ts'
import { seen, type Looked } from './evidence.ts'

/** What a burst showed and what the publisher answered, as one part: each says something without the other. */
export function requestLimitsOf(
  burst: Looked<BurstFacts>,
  answer: string | undefined,
): Looked<RequestLimitFacts> {
  const told = answer === undefined ? {} : { answer }
  if (burst.looked) return seen({ burst: burst.value, ...told }, burst.partial)
  if (answer === undefined) return burst
  const broke = burst.outcome === 'not-evaluated' && burst.reason === 'could-not-look'
  return seen(told, broke ? burst.because : undefined)
}
