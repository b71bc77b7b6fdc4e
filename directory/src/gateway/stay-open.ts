import { isFor } from '../catalogue/index.ts'
import type { Call } from './call.ts'
import { connectionOf, notConnected } from './connection-of.ts'
import { refuseHeld } from './hold-call.ts'
import { liveEndpoint, unknownEndpoint } from './live-endpoint.ts'
import { codes, Refusal } from './rpc-error.ts'

/** So often what stays open is looked at while its server says nothing. */
const lookMs = 15_000

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

/**
 * Looks from time to time whether a call that stays open may go on.
 * @param seen told each time; after a reason nobody looks any more
 * @returns what ends the looking
 */
export function watchOpen(call: Call, seen: (why: Refusal | undefined) => void): () => void {
  if (call.deadline.limitMs !== undefined) return () => undefined
  let over = false
  const look = async (): Promise<void> => {
    const why = await whyNotOpen(call)
    if (over) return
    if (why === undefined) stopTimer = next()
    seen(why)
  }
  const next = (): (() => void) => call.policy.after(lookMs, () => void look())
  let stopTimer = next()
  return () => {
    over = true
    stopTimer()
  }
}
