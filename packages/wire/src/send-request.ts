import type { Agent, Dispatcher } from 'undici'
import { ArrivingBody } from './arriving-body.ts'
import { WireError } from './errors.ts'
import { ArrivedHead } from './arrived-head.ts'
import type { SafeRequest } from './safe-fetch.ts'
import type { Budget } from './time-budget.ts'

export const ownName = 'connectory'
/** Ours to set: they decide where a request goes and where it ends. */
const reservedHeaders: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'expect',
])

/** The head of an answer; its body is on the way. */
export interface Arrived {
  readonly head: ArrivedHead
  readonly arriving: ArrivingBody
}

interface Course {
  readonly budget: Budget
  readonly onDone: () => void
}

interface Sent {
  readonly url: URL
  readonly request: SafeRequest
  readonly userAgent: string
}

/** One request on a connection of the agent; settles with the head of the answer. */
export function sendRequest(
  agent: Agent,
  { url, request, userAgent }: Sent,
  { budget, onDone }: Course,
): Promise<Arrived> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined
    let arriving: ArrivingBody | undefined
    const fail = (error: Error): void => {
      arriving?.fail(error)
      reject(error)
      onDone()
    }
    budget.onStop(() => {
      const error = new Error('The time is up, or the caller has gone.')
      fail(error)
      controller?.abort(error)
    })
    const flow = {
      pause: () => controller?.pause(),
      resume: () => controller?.resume(),
      abort: (reason: Error) => controller?.abort(reason),
    }
    const { method = 'GET', body = null } = request
    const headers = requestHeaders(request, userAgent)
    agent.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method: method.toUpperCase() as Dispatcher.HttpMethod,
        headers,
        body,
      },
      {
        onRequestStart(started) {
          controller = started
          if (budget.verdict(url) !== undefined) started.abort(new Error('Nobody waits for this any longer.'))
        },
        onResponseStart(_controller, status, raw) {
          // What comes before the answer (100, 103) says nothing to us.
          if (status < 200) return
          arriving = new ArrivingBody(flow)
          resolve({ head: new ArrivedHead(status, raw), arriving })
        },
        onResponseData: (_controller, chunk) => arriving?.push(chunk),
        onResponseEnd() {
          arriving?.end()
          onDone()
        },
        onResponseError: (_controller, error) => fail(error),
      },
    )
  })
}

/** A name as nearly all are, in lower case: it needs no copy. */
const plainName = /^[a-z0-9-]+$/
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const fieldValue = /^[\t\u0020-\u007e\u0080-\u00ff]*$/

function requestHeaders(request: SafeRequest, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = {
    accept: '*/*',
    'user-agent': userAgent,
    'accept-encoding': 'gzip, deflate, br',
  }
  const given: Readonly<Record<string, string>> =
    request.headers instanceof Headers ? Object.fromEntries(request.headers) : (request.headers ?? {})
  for (const name of Object.keys(given)) {
    const value = (given[name] ?? '').trim()
    const plain = plainName.test(name)
    if (!(plain || token.test(name)) || !fieldValue.test(value)) {
      throw new WireError('bad-request', 'A request header has a malformed name or value.', {})
    }
    const lower = plain ? name : name.toLowerCase()
    if (!reservedHeaders.has(lower)) headers[lower] = value
  }
  return headers
}
