import type { StopSignal } from '@connectory/wire'
import type { Call } from '../call.ts'
import { encodeEvent } from '../event-stream.ts'
import { errorMessage, type Refusal, type RpcId } from '../rpc-error.ts'
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

/** Whose stream it is, and what decides whether it may stay open. */
export interface Opener {
  readonly signal: StopSignal
  /** Of the request that opened it: under this the reason goes out when it has to end. */
  readonly id: RpcId | undefined
  sent(bytes: number): void
  finish: Call['finish']
  /** @see watchOpen */
  watch(seen: (why: Refusal | undefined) => void): () => void
  /** Asked before each message. */
  why(): Promise<Refusal | undefined>
}

/** A stream that carries what one server says. */
export function openerOf(call: Call): Opener {
  return {
    signal: call.deadline.signal,
    id: call.message.kind === 'request' ? call.message.id : undefined,
    sent: (bytes) => void (call.meter.responseBytes += bytes),
    finish: (status) => call.finish(status),
    watch: (seen) => watchOpen(call, seen),
    why: () => whyNotOpen(call),
  }
}

/** @param onEnd once, whoever ends it */
export function openOwnStream(opener: Opener, onEnd: () => void): OwnStream {
  const { signal } = opener
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let turn = Promise.resolve()
  let waiting = 0
  const send = (bytes: Uint8Array): void => {
    if (controller === undefined) return
    opener.sent(bytes.byteLength)
    controller.enqueue(bytes)
  }
  const over = (status: Parameters<Call['finish']>[0]): boolean => {
    if (controller === undefined) return false
    controller = undefined
    stopLooking()
    signal.removeEventListener('abort', onAbort)
    onEnd()
    opener.finish(status)
    return true
  }
  const close = (status: Parameters<Call['finish']>[0], last: object | undefined): void => {
    const open = controller
    if (last !== undefined) send(encodeEvent(JSON.stringify(last)))
    if (over(status)) open?.close()
  }
  const refuse = ({ outcome, error }: Refusal): void => {
    close(outcome, opener.id === undefined ? undefined : JSON.parse(errorMessage(opener.id, error)))
  }
  const onAbort = (): void => close('cancelled', undefined)
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void over('cancelled'),
  })
  const stopLooking = opener.watch((why) => (why === undefined ? send(alive) : refuse(why)))
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
        const why = await opener.why()
        waiting -= 1
        if (why === undefined) send(encodeEvent(JSON.stringify(message)))
        else refuse(why)
      })
    },
    // What was said before goes out before.
    end: (last) => void (turn = turn.then(() => close('ok', last))),
  }
}
