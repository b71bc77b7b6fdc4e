import { isWireError, type WireError } from '../errors.ts'
import { fetchRecorded, type EvidenceLog, type Exchange } from '../evidence.ts'
import type { JsonObject } from '../json-rpc.ts'
import type { SafeFetch } from '../safe-fetch.ts'
import { parseObject } from './answer-object.ts'

/** What every step of discovery is given. */
export interface DiscoveryOptions {
  readonly fetch: SafeFetch
  readonly evidence?: EvidenceLog
  /** Per document. Default 10,000. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/** One look at one well-known address. */
export interface Attempt {
  readonly url: string
  /**
   * document: a JSON object came · absent: 404, 410 or another 4xx · not-json: HTML (a single-page app answers
   * everything) or other text · refused: redirect or 5xx · failed: no answer, or an address that we do not fetch
   */
  readonly outcome: 'document' | 'absent' | 'not-json' | 'refused' | 'failed'
  readonly status?: number
  /** A sentence. */
  readonly reason: string
  readonly error?: WireError
  readonly exchange?: Exchange
}

export interface LookedUp {
  readonly attempt: Attempt
  readonly document?: JsonObject
}

/** Fetches one metadata document; says what came instead. Never throws for what the server did. */
export async function lookUp(url: string, step: string, options: DiscoveryOptions): Promise<LookedUp> {
  try {
    const { response, text, exchange } = await fetchRecorded(url, {
      fetch: options.fetch,
      evidence: options.evidence,
      step,
      headers: { accept: 'application/json' },
      timeoutMs: options.timeoutMs ?? 10_000,
      maxBytes: 512 * 1024,
      redirects: 2,
      ...(options.signal && { signal: options.signal }),
    })
    const base = { url, status: response.status, ...(exchange && { exchange }) }
    if (response.status !== 200) return { attempt: { ...base, ...badStatus(response.status) } }
    const document = parseObject(text)
    if (document !== undefined)
      return { document, attempt: { ...base, outcome: 'document', reason: 'A JSON document.' } }
    const what = /^\s*</.test(text) ? 'an HTML page' : 'something that is not a JSON object'
    return { attempt: { ...base, outcome: 'not-json', reason: `Status 200 with ${what}.` } }
  } catch (error) {
    if (!isWireError(error)) throw error
    if (error.code === 'cancelled') throw error
    return { attempt: { url, outcome: 'failed', reason: error.message, error } }
  }
}

function badStatus(status: number): Pick<Attempt, 'outcome' | 'reason'> {
  const absent = status >= 400 && status < 500 && status !== 429
  return { outcome: absent ? 'absent' : 'refused', reason: `HTTP status ${status}.` }
}

/** The strings of a list; undefined when it is not a list. */
export function stringList(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined
}

/** The attempts as one readable line. */
export function trace(attempts: readonly Attempt[]): string {
  return attempts.map(({ url, reason }) => `${url}: ${reason}`).join(' · ')
}
