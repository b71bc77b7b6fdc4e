import { createEvidenceLog, type SafeFetch } from '@connectory/wire'
import { connect } from './evidence/connect.ts'
import type { ReachLook } from './evidence/reach-facts.ts'
import { startDeadline } from './evidence/visit.ts'

/**
 * Whether one opening reaches the server from where this runs, as a check would see it.
 * @param timeoutMs for the whole look
 */
export async function reachFromHere(
  url: URL,
  { fetch, now, timeoutMs = 25_000 }: { fetch: SafeFetch; now: () => Date; timeoutMs?: number },
): Promise<ReachLook> {
  const deadline = startDeadline(timeoutMs)
  const seconds = Math.round(timeoutMs / 1000)
  try {
    const log = createEvidenceLog({ now })
    return (await connect({ url, fetch, log, now, signal: deadline.signal, seconds })).look
  } finally {
    deadline.end()
  }
}
