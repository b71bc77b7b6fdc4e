import { isWireError } from '@connectory/wire'
import type { Call } from '../call.ts'
import type { GatewayDependencies } from '../gateway.ts'
import { isObject, type JsonObject } from '../message.ts'
import { codes, Refusal, upstreamFault } from '../rpc-error.ts'
import { sendUpstream } from '../upstream.ts'

/** What an older server asks its client while it works on a call. */
export interface Question {
  readonly id: string | number
  readonly method: string
  readonly params: JsonObject
  /** The message as it came. */
  readonly text: string
}

/** The member of a JSON-RPC response, as JSON. */
export type AnswerText = `"result":${string}` | `"error":${string}`

/**
 * @param answer sends the answer to the server; throws a Refusal when it does not take it
 * @returns `refused`: nobody will answer
 */
export type OnQuestion = (
  question: Question,
  answer: (text: AnswerText) => Promise<void>,
) => 'taken' | 'refused'

type Deps = Pick<GatewayDependencies, 'connections' | 'fetch' | 'config'> & {
  readonly limits: { readonly callMs: number; readonly responseBytes: number }
}

type Headers = Readonly<Record<string, string>>

/** The question in a message that came before an answer; undefined for a notification. */
export function questionIn({ id, method, params }: JsonObject, text: string): Question | undefined {
  if (typeof method !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) return undefined
  return { id, method, params: isObject(params) ? params : {}, text }
}

export interface Answered {
  readonly question: Question
  readonly answer: AnswerText
  /** Of the session in which it was asked. */
  readonly headers: Headers
}

/** @throws Refusal when the server does not take the answer */
export async function answerQuestion(
  deps: Deps,
  call: Call,
  { question, answer, headers }: Answered,
): Promise<void> {
  const response = await sendUpstream(deps, call, {
    method: 'POST',
    headers: {
      ...headers,
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
    },
    body: `{"jsonrpc":"2.0","id":${JSON.stringify(question.id)},${answer}}`,
  })
  const { status } = response
  await response.body.cancel()
  if (status >= 200 && status < 300) return
  throw upstreamFault(
    `${call.endpoint.name} did not take the answer to its own question (HTTP status ${status}).`,
    { status },
  )
}

/**
 * Whom nobody can answer is told so at once, and need not wait; a ping is answered. Nobody waits for this.
 * @param why default: its client has not said that it can be asked that
 */
export function refuseQuestion(
  deps: Deps,
  call: Call,
  question: Question,
  headers: Headers,
  why = `This client cannot be asked "${question.method.slice(0, 100)}".`,
): void {
  const error = { code: codes.methodNotFound, message: why }
  const answer: AnswerText = question.method === 'ping' ? '"result":{}' : `"error":${JSON.stringify(error)}`
  answerQuestion(deps, call, { question, answer, headers }).catch((failed: unknown) => {
    if (!isWireError(failed) && !(failed instanceof Refusal)) throw failed
  })
}
