import { z } from 'zod'

/** An exchange as a reviewer reads it: two blocks of text that look like HTTP. */
export interface ShownExchange {
  readonly id: string
  readonly step: string
  /** Null when there was no answer. */
  readonly status: number | null
  readonly request: string
  readonly response: string | null
  readonly cut: boolean
  readonly error: string | null
}

const headers = z.record(z.string(), z.string()).catch({})

/** Stored by an engine that may be newer or older than this page: what is not there is left out. */
const schema = z.object({
  id: z.string().catch(''),
  step: z.string().catch(''),
  durationMs: z.number().catch(0),
  request: z
    .object({
      method: z.string().catch(''),
      url: z.string().catch(''),
      headers,
      body: z.string().nullable().catch(null),
    })
    .catch({ method: '', url: '', headers: {}, body: null }),
  response: z
    .object({ status: z.number(), headers, body: z.string().catch(''), truncated: z.boolean().catch(false) })
    .nullable()
    .catch(null),
  error: z.object({ code: z.string(), message: z.string() }).nullable().catch(null),
})

export function readExchange(stored: unknown): ShownExchange {
  const { id, step, request, response, error } = schema.parse(stored)
  return {
    id,
    step,
    status: response?.status ?? null,
    request: message(`${request.method} ${request.url}`, request.headers, request.body ?? ''),
    response: response === null ? null : message(String(response.status), response.headers, response.body),
    cut: response?.truncated ?? false,
    error: error === null ? null : `${error.code}: ${error.message}`,
  }
}

const mostHops = 4

/** What an address answered, wherever it led; undefined when nothing readable came. */
export function answerIn(
  exchanges: readonly unknown[],
  address: string,
): { readonly body: string; readonly truncated: boolean } | undefined {
  let url = address
  const all = exchanges.map((exchange) => schema.parse(exchange))
  for (let hop = 0; hop < mostHops; hop += 1) {
    const response = all.findLast(({ request }) => isAt(request, url))?.response
    if (response === undefined || response === null) return undefined
    const { status, body, truncated } = response
    const location = response.headers['location']
    if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url)) {
      url = new URL(location, url).href
    } else return status === 200 && body !== '' ? { body, truncated } : undefined
  }
  return undefined
}

function isAt({ method, url }: { readonly method: string; readonly url: string }, address: string): boolean {
  if (method !== 'GET' || !URL.canParse(url) || !URL.canParse(address)) return false
  return new URL(url).href === new URL(address).href
}

function message(first: string, lines: Readonly<Record<string, string>>, body: string): string {
  const head = [first, ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`)].join('\n')
  return body === '' ? head : `${head}\n\n${pretty(body)}`
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
