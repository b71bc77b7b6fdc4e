import { WireError } from './errors.ts'
import type { EvidenceLog, Exchange } from './evidence.ts'
import type { JsonObject, JsonRpcRequest } from './json-rpc.ts'
import { mediaType, readAnswer, type Answer } from './read-answer.ts'
import type { SafeFetch, SafeResponse } from './safe-fetch.ts'
import type { StopSignal } from './stop-signal.ts'
import type { TlsFacts } from './guarded-connector.ts'

export interface PostOptions {
  readonly fetch: SafeFetch
  /** Sent on top of accept and content-type. */
  readonly headers?: Readonly<Record<string, string>>
  /** Goes into the Authorization header and nowhere else. */
  readonly token?: string | undefined
  /** Until the answer is complete. Default 30,000. */
  readonly timeoutMs?: number | undefined
  readonly headersTimeoutMs?: number | undefined
  readonly maxBytes?: number | undefined
  readonly signal?: StopSignal | undefined
  /** Messages that come before the answer: notifications and requests of the server. */
  readonly onMessage?: ((message: JsonObject, text: string) => void) | undefined
  readonly evidence?: EvidenceLog | undefined
  /** What the evidence keeps of the body of the answer; default: all of it, up to its own cap. */
  readonly record?: ((body: string) => string) | undefined
  /** Name of this exchange in the evidence; default: the method. */
  readonly step?: string | undefined
  /** The exact text to send instead of `JSON.stringify(message)` (a gateway forwards byte by byte). */
  readonly text?: string | undefined
}

/** What a server sent back to one message. */
export interface PostOutcome {
  readonly status: number
  readonly headers: Headers
  readonly address: string
  readonly tls?: TlsFacts
  /** Media type in lower case without parameters; '' when missing. */
  readonly contentType: string
  /** The JSON-RPC response to our message, if one came. */
  readonly answer?: Answer
  /** Why there is no usable answer: status, HTML, wrong id, broken stream, ... Absent when there is one. */
  readonly problem?: WireError
  readonly exchange?: Exchange
}

/**
 * Sends one message to a Streamable HTTP endpoint and reads until its answer: JSON or an event stream.
 * Protocol faults come back in `problem`; renewing a lost session is the caller's business.
 * @throws WireError only when no response came at all (connection, time, cancelled)
 * @see MCP 2026-07-28 basic/transports/streamable-http
 */
export async function postMessage(
  url: string,
  message: JsonRpcRequest,
  options: PostOptions,
): Promise<PostOutcome> {
  const body = options.text ?? JSON.stringify(message)
  const headers = postHeaders(options)
  if (options.token !== undefined) options.evidence?.hide(options.token)
  const open = options.evidence?.begin({
    step: options.step ?? message.method,
    method: 'POST',
    url,
    headers,
    body,
  })
  let response: SafeResponse
  try {
    response = await options.fetch(url, {
      method: 'POST',
      headers,
      body,
      ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
      ...(options.headersTimeoutMs !== undefined && { headersTimeoutMs: options.headersTimeoutMs }),
      ...(options.maxBytes !== undefined && { maxBytes: options.maxBytes }),
      ...(options.signal && { signal: options.signal }),
    })
  } catch (error) {
    open?.finish({ error })
    throw error
  }
  const reading = await readAnswer(response, message.id, options.onMessage)
  const exchange = open?.finish({
    response: {
      status: response.status,
      headers: response.headers,
      body: reading.seen,
      ...(options.record && { record: options.record }),
    },
    ...(reading.problem && { error: reading.problem }),
  })
  return {
    status: response.status,
    headers: response.headers,
    address: response.address,
    ...(response.tls && { tls: response.tls }),
    contentType: mediaType(response.headers),
    ...(reading.answer && { answer: reading.answer }),
    ...(reading.problem && { problem: reading.problem }),
    ...(exchange && { exchange }),
  }
}

/** The answer of an outcome. @throws WireError its problem */
export function requireAnswer(outcome: PostOutcome): Answer {
  if (outcome.answer !== undefined) return outcome.answer
  throw (
    outcome.problem ?? new WireError('stream-ended', 'The server accepted the message and sent no answer.')
  )
}

function postHeaders({ headers = {}, token }: PostOptions): Record<string, string> {
  return {
    ...headers,
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
}
