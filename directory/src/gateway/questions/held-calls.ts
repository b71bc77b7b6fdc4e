import { randomUUID } from 'node:crypto'
import type { Reply } from '@connectory/wire'
import type { PersonId, Vault } from '../../kernel/index.ts'
import type { Call } from '../call.ts'
import type { After } from '../deadline.ts'
import type { RequestMessage } from '../message.ts'
import type { Standing } from '../standing.ts'
import { codes, Refusal } from '../rpc-error.ts'
import type { HeldCall } from './held-call.ts'
import { digestOf, openState, sealState } from './request-state.ts'

interface Deps {
  readonly vault: Vault
  readonly after: After
  /** How long a question waits for its answer, in milliseconds. */
  readonly answerMs: number
  readonly standing: Standing
}

/** Calls whose callers were asked something and have not come back yet. In the memory of this replica alone. */
export interface HeldCalls {
  /** @returns the state by which the caller finds it again, once @throws Refusal when too many wait */
  park(call: Call, message: RequestMessage, held: HeldCall): string
  /** @throws Refusal that says why there is no such call */
  find(call: Call, message: RequestMessage): Found
}

export interface Found {
  readonly held: HeldCall
  /** Takes it: whoever comes later with the same state finds nothing. */
  take(): void
}

interface Parked {
  readonly held: HeldCall
  readonly person: PersonId
  readonly digest: string
  readonly stopWaiting: () => void
  bytes: number
}

const mostInAll = 1_000
const mostOfOnePerson = 16
/** Of requests, and of answers that came while nobody waited for them. */
const mostBytes = 64 * 1024 * 1024

export function createHeldCalls({ vault, after, answerMs, standing }: Deps): HeldCalls {
  const replica = randomUUID()
  const parked = new Map<string, Parked>()
  let bytes = 0
  const remove = (ticket: string): void => {
    const one = parked.get(ticket)
    if (one === undefined) return
    one.stopWaiting()
    parked.delete(ticket)
    bytes -= one.bytes
  }
  const drop = (ticket: string, reason: 'timeout' | 'cancelled'): void => {
    const one = parked.get(ticket)
    remove(ticket)
    one?.held.stop(reason)
  }
  const count = (ticket: string, more: number): void => {
    const one = parked.get(ticket)
    if (one === undefined) return
    one.bytes += more
    bytes += more
    if (bytes > mostBytes) drop(ticket, 'cancelled')
  }
  return {
    park(call, message, held) {
      const { person } = call.caller
      const own = parked.values().filter((one) => one.person === person)
      const size = Buffer.byteLength(message.text)
      if (own.toArray().length >= mostOfOnePerson) throw tooManyOfOne()
      if (parked.size >= mostInAll || bytes + size > mostBytes) throw tooMany()
      const ticket = randomUUID()
      const stopTimer = after(answerMs, () => drop(ticket, 'timeout'))
      const ground = { connection: call.connection.id, grant: call.caller.grant }
      const leave = standing.watch(ground, () => drop(ticket, 'cancelled'))
      const stopWaiting = (): void => {
        stopTimer()
        leave()
      }
      parked.set(ticket, { held, person, digest: digestOf(message), stopWaiting, bytes: 0 })
      count(ticket, size)
      const settled = ({ text }: Reply): void => count(ticket, Buffer.byteLength(text))
      held.reply.then(settled, () => undefined)
      return sealState(vault, call, { replica, ticket })
    },
    find(call, message) {
      const { requestState } = message.params
      const state = typeof requestState === 'string' ? openState(vault, call, requestState) : undefined
      if (state === undefined) throw notOurs()
      if (state.replica !== replica) throw elsewhere()
      const one = parked.get(state.ticket)
      if (one === undefined) throw over()
      if (one.digest !== digestOf(message)) throw anotherRequest()
      return { held: one.held, take: () => remove(state.ticket) }
    },
  }
}

function refused(reason: string, sentence: string): Refusal {
  return new Refusal(200, codes.invalidParams, sentence, { requestState: reason })
}

function notOurs(): Refusal {
  return refused(
    'not-yours',
    'This requestState is not one that this person and client were given here. Make the call again without it.',
  )
}

function anotherRequest(): Refusal {
  return refused(
    'another-request',
    'This requestState belongs to a call with another method, name or arguments. Repeat the call that was asked about.',
  )
}

/** What it held is with that process, or was lost with it: the server's question cannot be answered from here. */
function elsewhere(): Refusal {
  return refused(
    'another-process',
    'The call that asked for this input is held by another process of the gateway, or was lost when that process ended. Nothing was sent to the server. Make the call again without requestState.',
  )
}

function over(): Refusal {
  return refused(
    'over',
    'The call that asked for this input is over: its input was given already, or came too late. Make the call again without requestState.',
  )
}

function tooManyOfOne(): Refusal {
  return new Refusal(
    200,
    codes.upstreamBusy,
    `${mostOfOnePerson} calls of yours wait for input already. Give it, or try again when they are over.`,
    { reason: 'too-many-waiting' },
  )
}

function tooMany(): Refusal {
  return new Refusal(
    200,
    codes.upstreamBusy,
    'The gateway holds as many calls that wait for input as it can. Try again later.',
    { reason: 'too-many-waiting' },
  )
}
