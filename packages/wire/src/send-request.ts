import type { Agent, Dispatcher } from 'undici'
import { ArrivingBody } from './arriving-body.ts'
import { WireError } from './errors.ts'
import { ArrivedHead, type RawHeaders } from './arrived-head.ts'
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

interface Course<Answer> {
  readonly budget: Budget
  /** What a good head becomes; what it throws ends the exchange. */
  readonly answer: (arrived: Arrived) => Answer
  readonly explain: (error: unknown) => Error
  readonly onDone: () => void
}

interface Sent {
  readonly url: URL
  readonly request: SafeRequest
  readonly userAgent: string
}

/** One request on a connection of the agent; settles with what becomes of the head of the answer. */
export function sendRequest<Answer>(
  agent: Agent,
  request: Sent,
  { budget, answer, explain, onDone }: Course<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined
    let arriving: ArrivingBody | undefined
    const fail = (error: Error): void => {
      arriving?.fail(error)
      reject(explain(error))
      onDone()
    }
    /** Runs what may throw, and fails with that. */
    const orFail = (run: () => void): void => {
      try {
        run()
      } catch (error) {
        const why = error instanceof Error ? error : new Error(String(error))
        fail(why)
        controller?.abort(why)
      }
    }
    const give = (status: number, raw: RawHeaders): void => {
      const body = new ArrivingBody(flow)
      arriving = body
      orFail(() => resolve(answer({ head: new ArrivedHead(status, raw), arriving: body })))
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
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started
        if (budget.verdict(request.url) !== undefined)
          started.abort(new Error('Nobody waits for this any longer.'))
      },
      onResponseStart(_controller, status, raw) {
        // What comes before the answer (100, 103) says nothing to us.
        if (status >= 200) give(status, raw)
      },
      onResponseData: (_controller, chunk) => arriving?.push(chunk),
      onResponseEnd() {
        arriving?.end()
        onDone()
      },
      onResponseError: (_controller, error) => fail(error),
    }
    orFail(() => agent.dispatch(optionsOf(request), handler))
  })
}

function optionsOf({ url, request, userAgent }: Sent): Dispatcher.DispatchOptions {
  const { method = 'GET', body = null } = request
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method: method.toUpperCase() as Dispatcher.HttpMethod,
    headers: requestHeaders(request, userAgent),
    body,
  }
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
