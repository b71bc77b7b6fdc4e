import type { Agent, Dispatcher } from 'undici'
import { ArrivingBody, type Flow } from './arriving-body.ts'
import { WireError } from './errors.ts'
import { ArrivedHead, type RawHeaders } from './arrived-head.ts'
import type { SafeRequest } from './safe-fetch.ts'
import type { Budget } from './time-budget.ts'
import { partsOf } from './url-parts.ts'

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
export function sendRequest<Answer>(agent: Agent, request: Sent, course: Course<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    new Exchange(request.url, course, { resolve, reject }).send(agent, request)
  })
}

/** The part of undici's interface that is asked for; the rest is of requests that we do not make. */
type Told = Required<
  Pick<Dispatcher.DispatchHandler, 'onConnect' | 'onHeaders' | 'onData' | 'onComplete' | 'onError'>
>

interface Settle<Answer> {
  resolve(answer: Answer): void
  reject(error: Error): void
}

/**
 * What undici tells of one request. One object with methods, for a closure for each of them takes longer to make and to collect.
 * The methods are those that undici 7 works with itself: the newer ones are called from a second object, which makes a third
 * and reads all headers into a fourth (decision 0078).
 */
class Exchange<Answer> implements Told, Flow {
  readonly #url: URL
  readonly #course: Course<Answer>
  readonly #settle: Settle<Answer>
  #abort: ((reason: Error) => void) | undefined
  #resume: (() => void) | undefined
  #paused = false
  #arriving: ArrivingBody | undefined

  constructor(url: URL, course: Course<Answer>, settle: Settle<Answer>) {
    this.#url = url
    this.#course = course
    this.#settle = settle
    course.budget.onStop(() => this.#failAndAbort(new Error('The time is up, or the caller has gone.')))
  }

  send(agent: Agent, request: Sent): void {
    try {
      agent.dispatch(optionsOf(request), this)
    } catch (error) {
      this.#failAndAbort(error)
    }
  }

  onConnect(abort: (reason?: Error) => void): void {
    this.#abort = abort
    if (this.#course.budget.verdict(this.#url) !== undefined)
      abort(new Error('Nobody waits for this any longer.'))
  }

  onHeaders(status: number, raw: RawHeaders, resume: () => void): boolean {
    // What comes before the answer (100, 103) says nothing to us.
    if (status < 200) return true
    this.#resume = resume
    const arriving = new ArrivingBody(this)
    this.#arriving = arriving
    try {
      this.#settle.resolve(this.#course.answer({ head: new ArrivedHead(status, raw), arriving }))
    } catch (error) {
      this.#failAndAbort(error)
    }
    return true
  }

  /** @returns whether more may come at once */
  onData(chunk: Buffer): boolean {
    this.#arriving?.push(chunk)
    return !this.#paused
  }

  onComplete(): void {
    this.#arriving?.end()
    this.#course.onDone()
  }

  onError(error: Error): void {
    this.#fail(error)
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    if (!this.#paused) return
    this.#paused = false
    this.#resume?.()
  }

  abort(reason: Error): void {
    this.#abort?.(reason)
  }

  #failAndAbort(error: unknown): void {
    const why = error instanceof Error ? error : new Error(String(error))
    this.#fail(why)
    this.abort(why)
  }

  #fail(error: Error): void {
    this.#arriving?.fail(error)
    this.#settle.reject(this.#course.explain(error))
    this.#course.onDone()
  }
}

function optionsOf({ url, request, userAgent }: Sent): Dispatcher.DispatchOptions {
  const { method = 'GET', body = null } = request
  return {
    ...partsOf(url),
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
