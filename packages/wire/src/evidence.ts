import { isWireError } from './errors.ts'
import { mask, maskBody, maskHeaders, maskUrl } from './mask.ts'
import type { SafeFetch, SafeRequest, SafeResponse } from './safe-fetch.ts'

/** One request and what came back, with secrets masked. Plain data, safe to store and to show. */
export interface Exchange {
  /** 'x1', 'x2', ... in the order of sending. */
  readonly id: string
  /** What we were doing: 'server/discover', 'oauth: protected resource metadata', ... */
  readonly step: string
  /** ISO 8601. */
  readonly startedAt: string
  readonly durationMs: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string | null
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    /** At most 16 KiB of characters. */
    readonly body: string
    readonly truncated: boolean
  } | null
  readonly error: { readonly code: string; readonly message: string } | null
}

/** The record of all exchanges of one check or one flow. */
export interface EvidenceLog {
  readonly exchanges: readonly Exchange[]
  /**
   * A value that must never appear, wherever a server echoes it, also in what was recorded before. Add each token
   * before it is sent.
   */
  hide(secret: string): void
  /** Whether any value was hidden. */
  readonly hides: boolean
  /** A text of ours without the values that were hidden. */
  clean(text: string): string
  begin(request: EvidenceRequest): OpenExchange
}

export interface EvidenceRequest {
  readonly step: string
  readonly method: string
  readonly url: string
  readonly headers: Headers | Readonly<Record<string, string>>
  readonly body: string | null
}

export interface OpenExchange {
  /** Call once. `error` tells what was wrong with the answer, or why there was none. */
  finish(outcome: {
    readonly response?: {
      readonly status: number
      readonly headers: Headers
      readonly body: string
      /** What is kept of the body; default: all, up to the cap. */
      readonly record?: (body: string) => string
    }
    readonly error?: unknown
  }): Exchange
}

const maxExcerpt = 16 * 1024

export interface EvidenceLogOptions {
  /** The caller's clock: packages have none of their own. */
  readonly now: () => Date
  /** Names of headers that the fetch adds by itself; they are written down, their values are not. */
  readonly addedHeaders?: (url: string) => readonly string[]
}

export function createEvidenceLog({ now, addedHeaders = () => [] }: EvidenceLogOptions): EvidenceLog {
  const exchanges: Exchange[] = []
  const hidden = new Set<string>()
  let sent = 0
  const clean = (text: string): string => {
    let cleaned = text
    for (const secret of hidden) cleaned = cleaned.replaceAll(secret, mask)
    return cleaned
  }
  const cleanHeaders = (headers: EvidenceRequest['headers']): Record<string, string> =>
    Object.fromEntries(Object.entries(maskHeaders(headers)).map(([name, value]) => [name, clean(value)]))
  return {
    exchanges,
    hide(secret) {
      // A very short value would blank out unrelated text.
      if (secret.length < 6) return
      for (const way of waysToWrite(secret)) {
        if (hidden.has(way)) continue
        hidden.add(way)
        for (const [index, each] of exchanges.entries()) exchanges[index] = without(each, way)
      }
    },
    get hides() {
      return hidden.size > 0
    },
    clean,
    begin({ step, method, url, headers, body }) {
      const started = now()
      const id = `x${(sent += 1)}`
      return {
        finish({ response, error }) {
          const exchange: Exchange = {
            id,
            step,
            startedAt: started.toISOString(),
            durationMs: Math.max(0, now().getTime() - started.getTime()),
            request: {
              method,
              url: clean(maskUrl(url)),
              headers: {
                ...Object.fromEntries(addedHeaders(url).map((name) => [name.toLowerCase(), mask])),
                ...cleanHeaders(headers),
              },
              body: body === null ? null : clean(maskBody(body)).slice(0, maxExcerpt),
            },
            response: response ? excerptOf(response, clean, cleanHeaders) : null,
            error: error === undefined ? null : errorOf(error, clean),
          }
          exchanges.push(exchange)
          return exchange
        },
      }
    },
  }
}

/** As it is, in a URL or a form, and in JSON. */
function waysToWrite(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  return [secret, encodeURIComponent(secret), json, json.replaceAll('/', String.raw`\/`)]
}

/** What a server told by mistake is noticed only after it was recorded. */
function without(exchange: Exchange, secret: string): Exchange {
  const { response } = exchange
  if (!response?.body.includes(secret)) return exchange
  return { ...exchange, response: { ...response, body: response.body.replaceAll(secret, mask) } }
}

function excerptOf(
  response: {
    readonly status: number
    readonly headers: Headers
    readonly body: string
    readonly record?: (body: string) => string
  },
  clean: (text: string) => string,
  cleanHeaders: (headers: Headers) => Record<string, string>,
): NonNullable<Exchange['response']> {
  // Masked before it is cut: half a secret at the cut would not be recognised.
  const kept = response.record ? response.record(response.body) : response.body
  const body = clean(maskBody(kept))
  return {
    status: response.status,
    headers: cleanHeaders(response.headers),
    body: body.slice(0, maxExcerpt),
    truncated: kept.length < response.body.length || body.length > maxExcerpt,
  }
}

function errorOf(error: unknown, clean: (text: string) => string): NonNullable<Exchange['error']> {
  if (isWireError(error)) return { code: error.code, message: clean(maskUrl(error.message)) }
  return { code: 'unknown', message: clean(error instanceof Error ? error.message : String(error)) }
}

export interface RecordedRequest extends SafeRequest {
  readonly fetch: SafeFetch
  readonly evidence?: EvidenceLog | undefined
  readonly step: string
}

export interface RecordedAnswer {
  readonly response: SafeResponse
  /** The whole body; '' when it could not be read. */
  readonly text: string
  readonly exchange?: Exchange
}

/**
 * Fetches a short document as text and records it.
 * @throws WireError after recording it
 */
export async function fetchRecorded(
  url: string,
  { fetch, evidence, step, ...request }: RecordedRequest,
): Promise<RecordedAnswer> {
  const open = evidence?.begin({
    step,
    method: request.method ?? 'GET',
    url,
    headers: request.headers ?? {},
    body: typeof request.body === 'string' ? request.body : null,
  })
  let response: SafeResponse | undefined
  try {
    response = await fetch(url, request)
    const text = await response.text()
    const exchange = open?.finish({
      response: { status: response.status, headers: response.headers, body: text },
    })
    return { response, text, ...(exchange && { exchange }) }
  } catch (error) {
    open?.finish({
      ...(response && { response: { status: response.status, headers: response.headers, body: '' } }),
      error,
    })
    throw error
  }
}
