import type { Call } from './call.ts'
import { codes, Refusal } from './rpc-error.ts'
import type { NoTurn, QueueLimits, UpstreamQueue } from './upstream-queue.ts'
import { timedOut } from './upstream.ts'

/**
 * Waits for a place at the call's server. What only answers or notifies goes straight on, for a call that has its
 * place may wait for it; so does what is meant to stay open.
 * @returns what gives the place back, at once where one is free
 * @throws Refusal
 */
export function takePlace(
  queue: UpstreamQueue,
  limits: QueueLimits,
  call: Call,
): (() => void) | Promise<() => void> {
  if (call.message.kind !== 'request' || call.deadline.limitMs === undefined) return () => undefined
  const { endpoint, caller, deadline } = call
  const found = queue.enter(endpoint.serverUrl, caller.person, deadline.signal)
  const given = (place: Awaited<typeof found>): (() => void) => {
    if (typeof place === 'function') return place
    throw noPlace(place, limits, call)
  }
  return found instanceof Promise ? found.then(given) : given(found)
}

function noPlace(why: NoTurn, limits: QueueLimits, call: Call): Refusal {
  const { name } = call.endpoint
  if (why === 'cancelled') {
    if (call.deadline.reason() === 'timeout') return timedOut(call)
    return new Refusal(499, codes.upstreamFault, 'The caller cancelled the call.', undefined, 'cancelled')
  }
  const { atOnce, waitMs, waitingEach } = limits
  const detail =
    why === 'too-many-waiting'
      ? `and ${waitingEach} calls of yours wait already. Wait for some of them.`
      : `and this call has waited ${waitMs / 1000} seconds for its turn. Try again later.`
  return new Refusal(
    200,
    codes.upstreamBusy,
    `${name} is at work on ${atOnce} calls, the most that it gets at a time, ${detail}`,
    { reason: why },
    'refused',
  )
}
