import { isWireError } from '@connectory/wire'
import type { AskDependencies } from '../ask-server.ts'
import type { Call } from '../call.ts'
import type { After } from '../deadline.ts'
import type { Joined, Listener, SessionStreams } from '../listening/session-streams.ts'
import { Refusal } from '../rpc-error.ts'
import type { Standing } from '../standing.ts'

export type HearDependencies = AskDependencies & {
  readonly after: After
  readonly streams: SessionStreams
  readonly standing: Standing
}

/** A server whose stream shows no sign of life is not waited for longer. */
const patienceMs = 100

/**
 * Many older servers ask on the stream of their session, without a word about the call in which they ask: it is this
 * one's if no other could be meant. So the stream is open before the call. Where there is none, nothing is asked on it.
 * @returns what ends the listening, and who else listens
 */
export async function hearSession(
  deps: HearDependencies,
  call: Call,
  listener: Listener,
): Promise<Pick<Joined, 'leave' | 'others'>> {
  const joined = deps.streams.join(deps, call, await deps.openings.of(call), listener)
  const settled = joined.catch((error: unknown) => {
    if (!(error instanceof Refusal) && !isWireError(error)) throw error
    return undefined
  })
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const stop = deps.after(patienceMs, () => resolve(undefined))
  await Promise.race([settled, promise])
  stop()
  let own: Joined | undefined
  void settled.then((one) => (own = one))
  return { leave: () => void settled.then((one) => one?.leave()), others: () => own?.others() ?? [] }
}
