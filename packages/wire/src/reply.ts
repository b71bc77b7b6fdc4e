import { WireError } from './errors.ts'
import type { Exchange } from './evidence.ts'
import { errorIn, type JsonObject, type JsonRpcError } from './json-rpc.ts'
import { requireAnswer, type PostOutcome } from './post-message.ts'

/** A JSON-RPC response as it came, success or error. */
export interface Reply {
  /** Present when the server answered with a result; parsed and judged by nobody. */
  readonly result?: unknown
  readonly error?: JsonRpcError
  readonly message: JsonObject
  /** The exact text of the message. */
  readonly text: string
  readonly status: number
  readonly headers: Headers
  /** A fault that did not hide the answer (a wrong content-type, an error status). */
  readonly problem?: WireError
  readonly exchange?: Exchange
}

/** The reply in an outcome. @throws WireError its problem when there is none */
export function replyOf(outcome: PostOutcome): Reply {
  const { message, text } = requireAnswer(outcome)
  const error = errorIn(message)
  return {
    ...('result' in message && { result: message['result'] }),
    ...(error && { error }),
    message,
    text,
    status: outcome.status,
    headers: outcome.headers,
    ...(outcome.problem && { problem: outcome.problem }),
    ...(outcome.exchange && { exchange: outcome.exchange }),
  }
}

/** The result of a reply. @throws WireError rpc-error */
export function requireResult(reply: Reply, method: string, url: string): unknown {
  if (reply.error !== undefined || !('result' in reply)) throw rpcError(url, method, reply)
  return reply.result
}

/** A JSON-RPC error (or a response without result) as an error of ours. */
export function rpcError(url: string, method: string, { error, status }: Reply): WireError {
  const what =
    error === undefined ? 'neither result nor error' : `error ${error.code}: ${error.message.slice(0, 300)}`
  return new WireError('rpc-error', `${url} answers ${method} with ${what}`, { url, method, status, error })
}
