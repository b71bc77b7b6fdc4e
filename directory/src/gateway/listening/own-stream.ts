import type { Call } from '../call.ts'
import type { After } from '../deadline.ts'
import { encodeEvent } from '../event-stream.ts'
import { refuseHeld } from '../hold-call.ts'
import { errorMessage, Refusal } from '../rpc-error.ts'

/** A stream of events to the caller that stays open until either side ends it. */
export interface OwnStream {
  readonly response: Response
  /** Sends a message; nothing when the stream is over. */
  say(message: object): void
  /** Ends it, after this message if there is one. */
  end(last?: object): void
}

/** So often a stream without news shows that it is alive: what stands between would cut it off. */
const aliveMs = 15_000
/** More than any reader leaves unread that still reads. */
const mostUnread = 1_000

/** @param onEnd once, whoever ends it */
export function openOwnStream(call: Call, after: After, onEnd: () => void): OwnStream {
  const { signal } = call.deadline
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let stopTimer = (): void => undefined
  const send = (bytes: Uint8Array): void => {
    call.meter.responseBytes += bytes.byteLength
    controller?.enqueue(bytes)
  }
  const over = (status: Parameters<Call['finish']>[0]): boolean => {
    if (controller === undefined) return false
    controller = undefined
    stopTimer()
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
  const onAbort = (): void => close('cancelled', undefined)
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void over('cancelled'),
  })
  /** What an operator has stopped meanwhile says nothing more. */
  const live = (): boolean => {
    try {
      refuseHeld(call.policy, call.endpoint, call.message)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { message } = call
      const isAnswer = message.kind === 'request'
      close(error.outcome, isAnswer ? JSON.parse(errorMessage(message.id, error.error)) : undefined)
    }
    return controller !== undefined
  }
  const beat = (): void => {
    stopTimer = after(aliveMs, () => {
      if (!live()) return
      send(Buffer.from(': open\n\n'))
      beat()
    })
  }
  signal.addEventListener('abort', onAbort, { once: true })
  send(Buffer.from(': open\n\n'))
  beat()
  if (signal.aborted) onAbort()
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
  }
  return {
    response: new Response(body, { headers }),
    say(message) {
      if (controller === undefined || !live()) return
      if ((controller.desiredSize ?? 0) < -mostUnread) return close('cancelled', undefined)
      send(encodeEvent(JSON.stringify(message)))
    },
    end: (last) => close('ok', last),
  }
}
