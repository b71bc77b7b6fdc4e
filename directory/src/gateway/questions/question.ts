import { isWireError } from '@connectory/wire'
import type { Call } from '../call.ts'
import type { GatewayDependencies } from '../gateway.ts'
import { isObject, type JsonObject } from '../message.ts'
import { codes, Refusal, upstreamFault } from '../rpc-error.ts'
import { sendUpstream } from '../upstream.ts'
import { startOf } from '../json-span.ts'
import { lastMembers, withoutMembers } from './raw-members.ts'

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
 * @returns `refused`: nobody will answer; `unclear`: nobody knows who is asked
 */
export type OnQuestion = (
  question: Question,
  answer: (text: AnswerText) => Promise<void>,
) => 'taken' | 'refused' | 'unclear'

type Deps = Pick<GatewayDependencies, 'connections' | 'fetch' | 'config'> & {
  readonly limits: { readonly callMs: number; readonly responseBytes: number }
}

type Headers = Readonly<Record<string, string>>

/** The question in a message that came before an answer; undefined for a notification. */
export function questionIn({ id, method, params }: JsonObject, text: string): Question | undefined {
  if (typeof method !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) return undefined
  return { id, method, params: isObject(params) ? params : {}, text }
}

/** Of the older era alone, or of who asks: none of it helps to answer. */
const ofQuestion: ReadonlySet<string> = new Set(['_meta', 'task', 'elicitationId'])

/** Its params as its caller gets them, as JSON; undefined when it has none. */
export function paramsOf({ text }: Question, { naming }: Pick<Call, 'naming'>): string | undefined {
  const params = lastMembers(text, startOf(text)).get('params')
  if (params === undefined || text[params.valueStart] !== '{') return undefined
  const own = withoutMembers(text, params.valueStart, ofQuestion)
  return naming?.question(own) ?? own
}

interface Answered {
  readonly question: Question
  readonly answer: AnswerText
  /** Of the session in which it was asked. */
  readonly headers: Headers
}

/** @throws Refusal when the server does not take the answer */
async function answerQuestion(
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

/** Asks who can answer. Whom nobody can answer is told so at once, and need not wait; a ping is answered. */
export function passQuestion(
  deps: Deps,
  call: Call,
  { question, headers }: Omit<Answered, 'answer'>,
  ask: OnQuestion | undefined,
): void {
  const answer = (text: AnswerText) => answerQuestion(deps, call, { question, answer: text, headers })
  const taken = question.method === 'ping' ? 'refused' : (ask?.(question, answer) ?? 'refused')
  if (taken === 'taken') return
  answerUnwaited(answer, refusal(question, taken))
}

/** Nobody waits for this answer: whether the server takes it is all the same. */
export function answerUnwaited(answer: (text: AnswerText) => Promise<void>, text: AnswerText): void {
  answer(text).catch((failed: unknown) => {
    if (!isWireError(failed) && !(failed instanceof Refusal)) throw failed
  })
}

function refusal({ method }: Question, why: 'refused' | 'unclear'): AnswerText {
  if (method === 'ping') return '"result":{}'
  const message =
    why === 'refused'
      ? `This client cannot be asked "${method.slice(0, 100)}".`
      : 'More than one call is open in this session, so nobody knows which of them asks. Ask on the stream of the call.'
  return `"error":${JSON.stringify({ code: codes.methodNotFound, message })}`
}
