import { isObject, isWireError, readServerSentEvents, type SafeResponse } from '@connectory/wire'
import { couldNotLook, seen, type Because, type Looked } from './evidence.ts'
import type { OddAnswer } from './odd-facts.ts'
import { whyNot, type Visit } from './visit.ts'

export interface OddRequest {
  readonly step: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Text is kept in the evidence; bytes are not. */
  readonly body?: string | Uint8Array
  readonly timeoutMs?: number
}

/** The answer for a collector: `odd` goes into the evidence, the rest is for deciding what to ask next. */
export interface Heard {
  readonly odd: OddAnswer
  readonly headers: Headers
  /** The JSON-RPC message of the body, when it is one. */
  readonly message?: Readonly<Record<string, unknown>>
}

export type Ask = (request: OddRequest) => Promise<Looked<Heard>>

const stepMs = 5_000
const MOST_SILENCES = 2
const MOST_BYTES = 8 * 1024 * 1024
/** A longer body repeats a list that the evidence has already; masking it again takes long. */
const MOST_KEPT = 64 * 1024
const MOST_EXCERPT = 300

/**
 * Sends odd requests one by one and reads as little of each answer as it takes. A server that stayed silent twice is
 * not asked again: each silence costs the whole time of a step.
 */
export function createAsk(visit: Visit): Ask {
  let silences = 0
  return async (request) => {
    if (silences >= MOST_SILENCES) return couldNotLook('fell-silent')
    const heard = await askOnce(visit, request)
    if (!heard.looked && heard.outcome === 'not-evaluated' && heard.because.code === 'fell-silent') {
      silences += 1
    }
    return heard
  }
}

async function askOnce(visit: Visit, request: OddRequest): Promise<Looked<Heard>> {
  const { step, method = 'POST', headers = {}, body = null, timeoutMs = stepMs } = request
  const url = visit.url.href
  const open = visit.log.begin({ step, method, url, headers, body: typeof body === 'string' ? body : null })
  let response: SafeResponse | undefined
  try {
    response = await visit.fetch(url, {
      method,
      headers,
      body,
      timeoutMs,
      maxBytes: MOST_BYTES,
      signal: visit.signal,
    })
    const text = await textOf(response, method)
    const { status } = response
    open.finish({ response: { status, headers: response.headers, body: kept(text) } })
    if (status === 429) return couldNotLook('too-many-requests', { step })
    return seen(heardOf(response, text))
  } catch (error) {
    open.finish({ ...(response && { response: { ...response, body: '' } }), error })
    const code = isWireError(error) ? error.code : ''
    const silent = code === 'timeout' || code === 'headers-timeout'
    if (silent && !visit.signal.aborted) return couldNotLook('fell-silent')
    return whyNot(visit, error, 'step-failed')
  }
}

function kept(text = ''): string {
  return text.length > MOST_KEPT ? '' : text
}

/** The body, or the first message of an event stream; undefined for a stream that a GET opened. */
async function textOf(response: SafeResponse, method: string): Promise<string | undefined> {
  const streams = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')
  if (!streams) return response.text()
  const reader = response.body.getReader()
  try {
    return method === 'GET' ? undefined : await firstMessage(reader)
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function firstMessage(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  for await (const { event, data } of readServerSentEvents(reader)) {
    if (event !== 'message' || data.trim() === '') continue
    const message = messageIn(data)
    if (message && !('method' in message)) return data
  }
  return ''
}

function heardOf({ status, headers }: SafeResponse, text: string | undefined): Heard {
  const contentType = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const message = text === undefined ? undefined : messageIn(text)
  const error = message && isObject(message['error']) ? message['error'] : undefined
  const code = error?.['code']
  return {
    headers,
    ...(message ? { message } : {}),
    odd: {
      status,
      ...(contentType === '' ? {} : { contentType }),
      body: kindOf(text, message),
      ...(typeof code === 'number' ? { code } : {}),
      excerpt: (text ?? '').slice(0, MOST_EXCERPT),
    },
  }
}

function kindOf(text: string | undefined, message: Heard['message']): OddAnswer['body'] {
  if (text === undefined) return 'stream'
  if (text.trim() === '') return 'empty'
  if (message === undefined) return 'other'
  return 'result' in message ? 'result' : isObject(message['error']) ? 'error' : 'other'
}

function messageIn(text: string): Heard['message'] {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && value['jsonrpc'] === '2.0' ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Several answers as one part: what was not heard is left out and said in `partial`, so that a rule may fail on the
 * rest and not pass. Nothing heard at all is the first reason.
 */
export function together<Name extends string>(answers: { readonly [Key in Name]?: Looked<Heard> }): Looked<{
  readonly [Key in Name]?: OddAnswer
}> {
  const value: { [Key in Name]?: OddAnswer } = {}
  let missing: Exclude<Looked<Heard>, { looked: true }> | undefined
  let why: Because | undefined
  for (const [name, answer] of Object.entries<Looked<Heard> | undefined>(answers)) {
    if (!answer) continue
    if (answer.looked) value[name as Name] = answer.value.odd
    else {
      missing ??= answer
      why ??= answer.because
    }
  }
  if (missing && Object.keys(value).length === 0) return missing
  return seen(value, why)
}
