import { isWireError, type SafeFetch } from '@connectory/wire'
import { failureOf } from './failure-of.ts'
import type { PageLook } from './look-at-page.ts'

/** Renewals that work by themselves come earlier. */
const soonMs = 14 * 86_400_000

/** How long the certificate of a server lasts; any answer shows it. */
export async function lookAtCertificate(url: string, fetch: SafeFetch, now: Date): Promise<PageLook> {
  try {
    const answer = await fetch(url, { timeoutMs: 15_000 })
    await answer.body.cancel()
    const end = answer.tls?.validTo
    if (end === undefined) return { seen: { outcome: 'could-not-look' }, state: 'ok' }
    const expiresAt = new Date(end)
    const soon = expiresAt.getTime() - now.getTime() < soonMs
    return { seen: { outcome: soon ? 'expires-soon' : 'good', expiresAt }, state: 'ok' }
  } catch (error) {
    if (!isWireError(error)) throw error
    const { seen, state } = failureOf(error)
    // That the server does not answer is for the looks of monitoring.
    return seen.outcome === 'untrusted' ? { seen, state } : { seen: { outcome: 'could-not-look' }, state }
  }
}
