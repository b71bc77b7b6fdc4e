import type { Reply } from '@connectory/wire'
import { ask } from '../ask-server.ts'
import type { Call } from '../call.ts'
import type { RequestMessage } from '../message.ts'
import { OwnDeadline } from '../own-deadline.ts'
import type { OnMessage, Say } from '../relay-progress.ts'
import { hearSession, type HearDependencies } from './hear-session.ts'
import { createLiveQuestions } from './live-questions.ts'
import type { OpenQuestions } from './open-questions.ts'

type Deps = HearDependencies & { readonly questions: OpenQuestions }

interface Heard {
  readonly onMessage: OnMessage
  readonly say: Say
}

/**
 * An older caller's request to an older server in a session of the gateway: what the server asks in the middle of its work
 * is asked on the stream of the call, and the answers go to the server while it works. @throws Refusal
 */
export async function answeredLive(
  deps: Deps,
  call: Call,
  message: RequestMessage,
  { onMessage, say }: Heard,
): Promise<Reply> {
  const live = createLiveQuestions(deps.questions, call, say)
  const session = await hearSession(deps, call, live.listener)
  // What breaks the call here ends the server's work, and its caller is still there to be told.
  const deadline = new OwnDeadline(call.deadline.limitMs)
  const onEnd = (): void => {
    live.handOver(session.others())
    deadline.stop(call.deadline.reason() ?? 'cancelled')
  }
  const { signal } = call.deadline
  signal.addEventListener('abort', onEnd, { once: true })
  if (signal.aborted) onEnd()
  const reply = ask(deps, { ...call, deadline }, message, {
    era: 'legacy',
    onMessage: (said, text) => {
      live.hear(said)
      onMessage(said, text)
    },
    onQuestion: live.ask,
    onReopened: session.moveTo,
  })
  try {
    return await Promise.race([reply, live.broken])
  } catch (error) {
    deadline.cancel()
    reply.catch(() => undefined)
    // Who did not answer in time is told that, not that the server was slow.
    if (signal.aborted && live.isOpen()) return await live.broken
    throw error
  } finally {
    signal.removeEventListener('abort', onEnd)
    live.handOver(session.others())
    live.close()
    session.leave()
  }
}
