import { isWireError } from '@connectory/wire'
import type { AskDependencies } from '../ask-server.ts'
import type { Call } from '../call.ts'
import type { After } from '../deadline.ts'
import type { Joined, Listener, SessionStreams } from '../listening/session-streams.ts'
import type { Opened } from '../openings.ts'
import { Refusal } from '../rpc-error.ts'
import type { Standing } from '../standing.ts'

export type HearDependencies = AskDependencies & {
  readonly after: After
  readonly streams: SessionStreams
  readonly standing: Standing
}

/** A server whose stream shows no sign of life is not waited for longer. */
const patienceMs = 100

/** A call that hears what is said on the stream of its session. */
export interface HeardSession extends Pick<Joined, 'leave' | 'others'> {
  /** The server has lost the session: from now on the call is in this one. */
  readonly moveTo: (opening: Opened) => Promise<void>
}

/**
 * Many older servers ask on the stream of their session, without a word about the call in which they ask: it is this
 * one's if no other could be meant. So the stream is open before the call. Where there is none, nothing is asked on it.
 */
export async function hearSession(
  deps: HearDependencies,
  call: Call,
  listener: Listener,
): Promise<HeardSession> {
  let hasLeft = false
  let current: Promise<Joined | undefined> = Promise.resolve(undefined)
  let own: Joined | undefined
  const hear = async (opening: Opened): Promise<void> => {
    const settled = deps.streams.join(deps, call, opening, listener).catch((error: unknown) => {
      if (!(error instanceof Refusal) && !isWireError(error)) throw error
      return undefined
    })
    current = settled
    void settled.then((one) => {
      if (current === settled) own = one
    })
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const stop = deps.after(patienceMs, () => resolve(undefined))
    await Promise.race([settled, promise])
    stop()
  }
  const leave = (): void => void current.then((one) => one?.leave())
  await hear(await deps.openings.of(call))
  return {
    leave() {
      hasLeft = true
      leave()
    },
    others: () => own?.others() ?? [],
    async moveTo(opening) {
      if (hasLeft) return
      leave()
      own = undefined
      await hear(opening)
    },
  }
}
