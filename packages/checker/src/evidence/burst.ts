import { isWireError, openServer } from '@connectory/wire'
import type { BurstFacts } from './call-facts.ts'
import type { CallerOptions } from './caller.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import { whyNot, type Visit } from './visit.ts'

const MOST_REQUESTS = 50
const MOST_MS = 5_000
const AT_ONCE = 10
const MOST_FAILED = 3
const quota = /rate.?limit|too many|quota|throttl|slow down|try again later/i

type Answer = 'answered' | 'limited' | 'failed'

/** Up to 50 small requests within 5 seconds; ends with the first that is refused. Only where it was asked for. */
export async function burst(visit: Visit, options: CallerOptions): Promise<Looked<BurstFacts>> {
  const { fetch, log: evidence, signal, now } = visit
  const count = { answered: 0, limited: 0, failed: 0 }
  let told = { retryAfter: false, quotaWords: false }
  let sent = 0
  try {
    const opening = await openServer(visit.url.href, {
      ...options,
      fetch,
      evidence,
      signal,
      timeoutMs: 15_000,
    })
    const begun = now().getTime()
    const tookMs = (): number => Math.max(0, now().getTime() - begun)
    const ask = async (): Promise<Answer> => {
      try {
        const { status, headers, error } = await opening.request(
          'tools/list',
          {},
          { timeoutMs: 5_000, signal, step: 'burst' },
        )
        const words = quota.test(error?.message ?? '')
        if (status !== 429 && !words) return error && status >= 500 ? 'failed' : 'answered'
        told = { retryAfter: headers.has('retry-after'), quotaWords: words }
        return 'limited'
      } catch (error) {
        if (!isWireError(error)) throw error
        if (error.code !== 'rate-limited') return 'failed'
        const { retryAfter, excerpt } = error.facts
        told = { retryAfter: typeof retryAfter === 'string', quotaWords: quota.test(String(excerpt)) }
        return 'limited'
      }
    }
    const worker = async (): Promise<void> => {
      while (
        sent < MOST_REQUESTS &&
        tookMs() < MOST_MS &&
        count.limited === 0 &&
        count.failed < MOST_FAILED
      ) {
        sent += 1
        count[await ask()] += 1
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    const facts = { requests: sent, tookMs: tookMs(), ...count, ...told }
    await opening.close()
    if (signal.aborted) return couldNotLook('stopped')
    return seen(facts)
  } catch (error) {
    return whyNot(visit, error)
  }
}
