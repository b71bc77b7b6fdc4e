import { randomUUID } from 'node:crypto'
import type { Call } from '../call.ts'
import { codes, Refusal } from '../rpc-error.ts'
import { timedOut } from '../upstream.ts'

/** What older callers were asked on the stream of their call, and have not answered yet. Per replica. */
export interface OpenQuestions {
  /** A question of this call under a new id. @throws Refusal when too many wait */
  ask(call: Call): { readonly id: string; readonly answer: Promise<Message> }
  /** Hands an answer to the call that waits for it. What answers no question of ours is left alone. @throws Refusal */
  answer(call: Call): void
}

type Message = Call['message']

interface Waiting {
  readonly call: Call
  readonly answer: (message: Message) => void
}

const mostInAll = 10_000
const mostOfOneCall = 32
const prefix = 'connectory-question'

export function createOpenQuestions(): OpenQuestions {
  const replica = randomUUID().slice(0, 8)
  const waiting = new Map<string, Waiting>()
  return {
    ask(call) {
      const own = waiting.values().filter((one) => one.call === call)
      if (waiting.size >= mostInAll || own.toArray().length >= mostOfOneCall) throw tooMany(call)
      const id = `${prefix}.${replica}.${randomUUID()}`
      const { promise, resolve, reject } = Promise.withResolvers<Message>()
      const { signal } = call.deadline
      const onEnd = (): void => reject(call.deadline.reason() === 'timeout' ? unanswered(call) : left())
      waiting.set(id, { call, answer: resolve })
      signal.addEventListener('abort', onEnd, { once: true })
      if (signal.aborted) onEnd()
      const answer = promise.finally(() => {
        waiting.delete(id)
        signal.removeEventListener('abort', onEnd)
      })
      // Another question of the same call may have failed before.
      answer.catch(() => undefined)
      return { id, answer }
    },
    answer(call) {
      const { message } = call
      if (message.kind !== 'response' || typeof message.id !== 'string') return
      const [ours, asker] = message.id.split('.')
      if (ours !== prefix) return
      if (asker !== replica) throw elsewhere()
      const one = waiting.get(message.id)
      if (one === undefined || !isSameCaller(one.call, call)) throw over()
      one.answer(message)
    },
  }
}

/** Who was asked: this person with this client, over this connection. */
function isSameCaller(asked: Call, answering: Call): boolean {
  return (
    asked.connection.id === answering.connection.id &&
    asked.caller.person === answering.caller.person &&
    asked.caller.organisation === answering.caller.organisation &&
    asked.caller.client === answering.caller.client
  )
}

function elsewhere(): Refusal {
  return new Refusal(
    400,
    codes.invalidRequest,
    'The call that asked is held by another process of the gateway, or was lost when that process ended. The answer was not passed on; the call ends when its time is over.',
  )
}

function over(): Refusal {
  return new Refusal(400, codes.invalidRequest, 'No call of this client waits for this answer any more.')
}

function tooMany({ endpoint }: Call): Refusal {
  return new Refusal(
    200,
    codes.upstreamBusy,
    `${endpoint.name} asks for more input than the gateway can ask for at a time. Try again later.`,
  )
}

function unanswered(call: Call): Refusal {
  const { status, error, outcome } = timedOut(call)
  const sentence = `${call.endpoint.name} asked for input, and this client did not answer in the time that a call has.`
  return new Refusal(status, error.code, sentence, undefined, outcome)
}

function left(): Refusal {
  return new Refusal(499, codes.upstreamFault, 'The caller cancelled the call.', undefined, 'cancelled')
}
