import { isFor } from '../catalogue/index.ts'
import type { Call } from './call.ts'
import { connectionOf, notConnected } from './connection-of.ts'
import { refuseHeld } from './hold-call.ts'
import { liveEndpoint, unknownEndpoint } from './live-endpoint.ts'
import { codes, Refusal } from './rpc-error.ts'
import type { Fall } from './standing.ts'

/** So often what stays open is looked at while its server says nothing. */
export const lookMs = 15_000

/**
 * Why what stays open for as long as it likes has to end now; undefined while it may go on, and for every call that has
 * its time. A new call would be refused for the same: its server was stopped or taken down, or its person has
 * disconnected it. What cannot be looked up does not go on.
 */
export async function whyNotOpen(call: Call): Promise<Refusal | undefined> {
  if (call.deadline.limitMs !== undefined) return undefined
  try {
    await requireAllowed(call)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    call.policy.log.error({ err: error }, 'Whether a stream may stay open could not be looked up')
    const sentence = 'The gateway could not look up whether this may go on. Open it again.'
    return new Refusal(500, codes.internal, sentence)
  }
}

/** @throws Refusal */
async function requireAllowed({ endpoint, caller, connection, message, policy }: Call): Promise<void> {
  const now = liveEndpoint(await policy.catalogue.endpointOf(endpoint.slug))
  if (now?.listing !== endpoint.listing || !isFor(now, caller)) throw unknownEndpoint()
  refuseHeld(policy, now, message)
  const current = await connectionOf(policy, now, caller)
  // Connected again since: what was opened with the old connection is not the new one's.
  if (current.id !== connection.id) throw notConnected(policy, now)
}

/** @throws Refusal when it has to end */
export async function requireOpen(call: Call): Promise<void> {
  const why = await whyNotOpen(call)
  if (why !== undefined) throw why
}

/** What a call is told that has to end because of what its person did. */
function fallen({ policy, endpoint }: Call, fall: Fall): Refusal {
  return fall === 'disconnected' ? notConnected(policy, endpoint) : accessEnded()
}

export function accessEnded(): Refusal {
  const sentence = 'The access of this client was ended by its person. Nothing more is passed on.'
  return new Refusal(401, codes.invalidRequest, sentence, { reason: 'access-ended' })
}

/**
 * Looks whether a call may go on: whether its person still lets it, all the time; and from time to time, where it stays
 * open for as long as it likes, whether its server may be called.
 * @param seen told each time; after a reason nobody looks any more
 * @returns what ends the looking
 */
export function watchOpen(call: Call, seen: (why: Refusal | undefined) => void): () => void {
  const { policy, connection, caller, deadline } = call
  let over = false
  let stopTimer = (): void => undefined
  const tell = (why: Refusal | undefined): void => {
    if (over) return
    if (why === undefined) stopTimer = next()
    else stop()
    seen(why)
  }
  const next = (): (() => void) => policy.after(lookMs, () => void whyNotOpen(call).then((why) => tell(why)))
  const leave = policy.standing.watch({ connection: connection.id, grant: caller.grant }, (fall) =>
    tell(fallen(call, fall)),
  )
  const stop = (): void => {
    over = true
    stopTimer()
    leave()
  }
  if (deadline.limitMs === undefined) stopTimer = next()
  return stop
}

/** As watchOpen, for a call that ends when its deadline is raised: it is cancelled at its server too, also when that says nothing. */
export function endWhenFallen(
  call: Call,
  before: () => void = () => undefined,
): { ended(): Refusal | undefined; stop(): void } {
  let ended: Refusal | undefined
  const stop = watchOpen(call, (why) => {
    ended = why
    if (why === undefined) return
    before()
    call.deadline.cancel()
  })
  return { ended: () => ended, stop }
}
