import { randomUUID } from 'node:crypto'
import type { Call } from '../call.ts'
import { codes, Refusal } from '../rpc-error.ts'
import { timedOut } from '../upstream.ts'

/** What older callers were asked on the stream of their call, and have not answered yet. Per replica. */
export interface OpenQuestions {
  /** A question of this call under a new id. @throws Refusal when too many wait */
  ask(call: Call): Asked
  /** Hands an answer to the call that waits for it. What answers no question of ours is left alone. @throws Refusal */
  answer(answering: Answering): void
}

/** A question under its new id, and what becomes of it. */
export interface Asked {
  readonly id: string
  readonly answer: Promise<Message>
  /** From now on nobody waits for the answer, which never comes. */
  drop(): void
  /** From now on it ends with this call. */
  moveTo(call: Call): void
}

/** At the endpoint for everything an answer does not say which connection it is for. */
type Answering = Pick<Call, 'message' | 'caller'> & Partial<Pick<Call, 'connection'>>

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
      let stopHearing = (): void => undefined
      const moveTo = (owner: Call): void => {
        stopHearing()
        const { signal } = owner.deadline
        const onEnd = (): void => reject(owner.deadline.reason() === 'timeout' ? unanswered(owner) : left())
        stopHearing = () => signal.removeEventListener('abort', onEnd)
        waiting.set(id, { call: owner, answer: resolve })
        signal.addEventListener('abort', onEnd, { once: true })
        if (signal.aborted) onEnd()
      }
      moveTo(call)
      const drop = (): void => {
        waiting.delete(id)
        stopHearing()
      }
      const answer = promise.finally(drop)
      // Another question of the same call may have failed before.
      answer.catch(() => undefined)
      return { id, answer, drop, moveTo }
    },
    answer(answering) {
      const { message } = answering
      if (message.kind !== 'response' || typeof message.id !== 'string') return
      const [ours, asker] = message.id.split('.')
      if (ours !== prefix) return
      if (asker !== replica) throw elsewhere()
      const one = waiting.get(message.id)
      if (one === undefined || !isSameCaller(one.call, answering)) throw over()
      one.answer(message)
    },
  }
}

/** Who was asked: this person with this client, at the same endpoint. */
function isSameCaller(asked: Call, answering: Answering): boolean {
  const connection = asked.session === 'caller' ? asked.connection.id : undefined
  return (
    connection === answering.connection?.id &&
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
