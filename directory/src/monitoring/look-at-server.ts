import { listTools, openServer, type Era, type SafeFetch } from '@connectory/wire'
import type { Clock } from '../kernel/index.ts'
import { classify } from './classify.ts'
import type { Look } from './model.ts'

const messageMs = 10_000

/**
 * Opens the server and reads the first page of its tools, as a client does. In the era that it spoke last time; when
 * that fails, both are tried.
 */
export async function lookAtServer(
  url: string,
  era: Era | null,
  { fetch, clock }: { readonly fetch: SafeFetch; readonly clock: Clock },
): Promise<Look> {
  // The next look is a quarter of an hour away: a connection kept until then, or for some seconds, serves nobody.
  const own = fetch.apart()
  try {
    const at = clock.now()
    const first = await attempt(url, era ?? 'auto', own)
    const retry = era !== null && ['not-mcp', 'unknown', '4xx'].includes(first.state)
    const { state, spoken } = retry ? await attempt(url, 'auto', own) : first
    const latencyMs = clock.now().getTime() - at.getTime()
    return { state, at, latencyMs, ...(spoken !== undefined && { era: spoken }) }
  } finally {
    await own.close()
  }
}

async function attempt(
  url: string,
  era: Era | 'auto',
  fetch: SafeFetch,
): Promise<{ readonly state: Look['state']; readonly spoken?: Era }> {
  try {
    const opening = await openServer(url, { fetch, era, timeoutMs: messageMs, probeTimeoutMs: messageMs / 2 })
    const list = await listTools(opening, { maxPages: 1, timeoutMs: messageMs })
    await opening.close()
    if (list.error !== undefined) return { state: classify(list.error), spoken: opening.era }
    return { state: list.ended === 'error' ? 'not-mcp' : 'ok', spoken: opening.era }
  } catch (error) {
    return { state: classify(error) }
  }
}
