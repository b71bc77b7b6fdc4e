import type { Call } from '../call.ts'
import { encodeEvent } from '../event-stream.ts'
import { errorMessage, type Refusal } from '../rpc-error.ts'
import { watchOpen, whyNotOpen } from '../stay-open.ts'

/** A stream of events to the caller that stays open until either side ends it. */
export interface OwnStream {
  readonly response: Response
  /** Sends a message; nothing when the stream is over. */
  say(message: object): void
  /** Ends it, after this message if there is one. */
  end(last?: object): void
}

/** More than any reader leaves unread that still reads. */
const mostUnread = 1_000

/** A stream without news shows that it is alive: what stands between would cut it off. */
const alive = Buffer.from(': open\n\n')

/** @param onEnd once, whoever ends it */
export function openOwnStream(call: Call, onEnd: () => void): OwnStream {
  const { signal } = call.deadline
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let turn = Promise.resolve()
  let waiting = 0
  const send = (bytes: Uint8Array): void => {
    if (controller === undefined) return
    call.meter.responseBytes += bytes.byteLength
    controller.enqueue(bytes)
  }
  const over = (status: Parameters<Call['finish']>[0]): boolean => {
    if (controller === undefined) return false
    controller = undefined
    stopLooking()
    signal.removeEventListener('abort', onAbort)
    onEnd()
    call.finish(status)
    return true
  }
  const close = (status: Parameters<Call['finish']>[0], last: object | undefined): void => {
    const open = controller
    if (last !== undefined) send(encodeEvent(JSON.stringify(last)))
    if (over(status)) open?.close()
  }
  const refuse = ({ outcome, error }: Refusal): void => {
    const { message } = call
    close(outcome, message.kind === 'request' ? JSON.parse(errorMessage(message.id, error)) : undefined)
  }
  const onAbort = (): void => close('cancelled', undefined)
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void over('cancelled'),
  })
  const stopLooking = watchOpen(call, (why) => (why === undefined ? send(alive) : refuse(why)))
  signal.addEventListener('abort', onAbort, { once: true })
  send(alive)
  if (signal.aborted) onAbort()
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
  }
  return {
    response: new Response(body, { headers }),
    say(message) {
      if (controller === undefined) return
      if (waiting - (controller.desiredSize ?? 0) > mostUnread) return close('cancelled', undefined)
      waiting += 1
      turn = turn.then(async () => {
        const why = await whyNotOpen(call)
        waiting -= 1
        if (why === undefined) send(encodeEvent(JSON.stringify(message)))
        else refuse(why)
      })
    },
    // What was said before goes out before.
    end: (last) => void (turn = turn.then(() => close('ok', last))),
  }
}
