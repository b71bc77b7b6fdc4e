import { isObject, readServerSentEvents, type EvidenceLog, type JsonObject } from '@connectory/wire'

/** One POST and what came back, whole and unmasked: it is judged before the visit ends and then forgotten. */
export interface Heard {
  readonly url: string
  readonly version: string | null
  readonly sent: string
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** What was asked, as far as it is a JSON-RPC request at all: some probes send something else on purpose. */
export interface Asked {
  /** Absent for what is no single request. */
  readonly method?: string
  readonly params?: JsonObject
  /** The ids that an answer may carry; undefined when none could be read. */
  readonly ids?: readonly unknown[]
}

/** A longer body is a probe of the size limit; it asks nothing. */
const MOST_SENT = 256 * 1024

/** The same log, and a list of all POSTs with an answer that go through it. */
export function listening(log: EvidenceLog): { readonly log: EvidenceLog; readonly heard: readonly Heard[] } {
  const heard: Heard[] = []
  return {
    heard,
    log: {
      get exchanges() {
        return log.exchanges
      },
      get hides() {
        return log.hides
      },
      hide: (secret) => log.hide(secret),
      clean: (text) => log.clean(text),
      begin(request) {
        const open = log.begin(request)
        return {
          finish(outcome) {
            const { response } = outcome
            if (response && request.method === 'POST' && request.body !== null && isWhole(response)) {
              heard.push({
                url: request.url,
                version: new Headers(request.headers).get('mcp-protocol-version'),
                sent: request.body,
                status: response.status,
                contentType: response.headers.get('content-type') ?? '',
                body: response.body,
              })
            }
            return open.finish(outcome)
          },
        }
      },
    },
  }
}

/** Longer answers cost too much to keep, and of an event stream the log is told the beginning alone. */
const MOST_HEARD = 1024 * 1024
const MOST_STREAMED = 60 * 1024

function isWhole({ body, headers }: { readonly body: string; readonly headers: Headers }): boolean {
  const streamed = headers.get('content-type')?.toLowerCase().startsWith('text/event-stream')
  return body.length <= (streamed ? MOST_STREAMED : MOST_HEARD)
}

export function askedIn({ sent }: Heard): Asked {
  const request = sent.length > MOST_SENT ? undefined : parsed(sent)
  if (Array.isArray(request)) return { ids: request.map((each) => (isObject(each) ? each['id'] : undefined)) }
  if (!isObject(request)) return {}
  const { jsonrpc, method, params, id } = request
  if (jsonrpc !== '2.0' || typeof method !== 'string') return {}
  const known = { method, ...(isObject(params) ? { params } : {}) }
  return typeof id === 'number' || typeof id === 'string' ? { ...known, ids: [id] } : known
}

/** What was said in one answer, message by message; undefined for a text that is not JSON. */
export async function messagesIn({ body, contentType }: Heard): Promise<unknown[]> {
  if (body.trim() === '') return []
  const whole = parsed(body)
  // Who reads only the first event of a stream hands on its data alone.
  if (whole !== undefined || !contentType.toLowerCase().startsWith('text/event-stream')) return [whole]
  const messages: unknown[] = []
  for await (const { event, data } of readServerSentEvents(new Blob([body]).stream().getReader())) {
    if (event === 'message' && data.trim() !== '') messages.push(parsed(data))
  }
  return messages
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
