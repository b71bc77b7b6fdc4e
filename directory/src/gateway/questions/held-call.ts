import type { Reply } from '@connectory/wire'
import type { Call } from '../call.ts'
import { isObject, type JsonObject } from '../message.ts'
import { hear } from '../relay.ts'
import { OwnDeadline } from '../own-deadline.ts'
import type { OnMessage } from '../relay-progress.ts'
import type { AnswerText, OnQuestion, Question } from './question.ts'

/** A question that waits for its answer. */
export interface OpenQuestion {
  readonly question: Question
  /** @throws Refusal when the server does not take it */
  readonly answer: (text: AnswerText) => Promise<void>
}

/**
 * A call at an older server that outlasts the request of its caller: the server asks, the caller is answered with the
 * question, and comes back with another request. In between nobody is there to hear what the server says.
 */
export interface HeldCall {
  /** What the server has asked and nobody has answered, by the names under which the caller was told. */
  readonly open: Map<string, OpenQuestion>
  /** The server's answer, once it is there, whoever waits for it. */
  readonly reply: Promise<Reply>
  /** Takes what the server asks, wherever it asks it. */
  readonly ask: OnQuestion
  /** From now on this request hears what the server says, and when it ends, the server's work ends. */
  attach(call: Call, onMessage: OnMessage): void
  detach(): void
  /** The server's answer, or that it has asked. @throws what broke the exchange */
  next(): Promise<Reply | 'asked'>
  stop(reason: 'timeout' | 'cancelled'): void
}

/** The longest that a server may work on one call, questions and all. */
const mostMs = 3_600_000
/** Most questions that are open at once: more than any form has fields. */
const mostOpen = 32

/**
 * @param send asks the server; the call that it gets has the time of all rounds together
 * @param mayAsk whether the caller can be asked that
 */
export function holdCall(
  first: Call,
  send: (work: Call, listen: { onMessage: OnMessage; onQuestion: OnQuestion }) => Promise<Reply>,
  mayAsk: (question: Question) => boolean,
): HeldCall {
  const deadline = new OwnDeadline(mostMs)
  const open = new Map<string, OpenQuestion>()
  const token = tokenOf(first)
  let attached: { readonly call: Call; readonly onMessage: OnMessage } | undefined
  let asked = Promise.withResolvers<'asked'>()
  let count = 0
  const onEnd = (): void => deadline.stop(attached?.call.deadline.reason() ?? 'cancelled')
  const onQuestion: OnQuestion = (question, answer) => {
    if (open.size >= mostOpen || !mayAsk(question)) return 'refused'
    open.set(`question-${(count += 1)}`, { question, answer })
    asked.resolve('asked')
    return 'taken'
  }
  const reply = send(
    { ...first, deadline },
    {
      onMessage(message, text) {
        withdraw(open, message)
        if (attached === undefined) return hear(message['method'], first)
        const { call, onMessage } = attached
        const renamed = withToken(message, token, tokenOf(call))
        onMessage(renamed, renamed === message ? text : JSON.stringify(renamed))
      },
      onQuestion,
    },
  )
  // Between two requests nobody waits for it.
  reply.catch(() => undefined)
  const detach = (): void => {
    attached?.call.deadline.signal.removeEventListener('abort', onEnd)
    attached = undefined
  }
  return {
    open,
    reply,
    ask: onQuestion,
    attach(call, onMessage) {
      attached = { call, onMessage }
      asked = Promise.withResolvers<'asked'>()
      call.deadline.signal.addEventListener('abort', onEnd, { once: true })
      if (call.deadline.signal.aborted) onEnd()
    },
    detach,
    next: () => Promise.race([reply, open.size > 0 ? ('asked' as const) : asked.promise]),
    stop: (reason) => deadline.stop(reason),
  }
}

/** A server that has given up its question says so. @see MCP 2025-11-25 basic/utilities/cancellation */
function withdraw(open: Map<string, OpenQuestion>, { method, params }: JsonObject): void {
  if (method !== 'notifications/cancelled' || !isObject(params)) return
  for (const [name, { question }] of open) if (question.id === params['requestId']) open.delete(name)
}

function tokenOf({ message }: Call): unknown {
  const meta = message.kind === 'request' ? message.params['_meta'] : undefined
  return isObject(meta) ? meta['progressToken'] : undefined
}

/** Progress that the first request asked for, under the name that this one has given it. */
function withToken(message: JsonObject, from: unknown, to: unknown): JsonObject {
  const { method, params } = message
  if (from === to || to === undefined || method !== 'notifications/progress') return message
  if (from === undefined || !isObject(params) || params['progressToken'] !== from) return message
  return { ...message, params: { ...params, progressToken: to } }
}
