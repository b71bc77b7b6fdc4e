import type { Call } from './call.ts'
import { encodeEvent } from './event-stream.ts'
import { isLogFor, wantedBy } from './log-level.ts'
import { isObject, type JsonObject } from './message.ts'
import { hear } from './relay.ts'
import { errorMessage, Refusal } from './rpc-error.ts'
import { endWhenFallen } from './stay-open.ts'
import { withReference } from './with-reference.ts'

/** Takes what a server says before its answer. */
export type OnMessage = (message: JsonObject, text: string) => void

/** Sends a message to the caller before its answer. */
export type Say = (text: string) => void

/**
 * A translated answer, and before it the progress that its caller asked for: alone it is JSON, after the first progress
 * it is the end of a stream. Both eras write progress alike, and messages too, which are passed on as far as they are wanted.
 * @throws Refusal while nothing was sent; later it is the last event
 */
export async function relayProgress(
  call: Call,
  ask: (onMessage: OnMessage, say: Say) => Promise<Response>,
  logLevel = wantedBy(call),
): Promise<Response> {
  const token = progressToken(call)
  const watch = endWhenFallen(call)
  let left = false
  // What has to end says so; who has gone, or has cancelled, hears nothing.
  const gone = (): boolean => left || (watch.ended() === undefined && call.deadline.reason() === 'cancelled')
  let events: ReadableStreamDefaultController<Uint8Array> | undefined
  const streamed = Promise.withResolvers<Response>()
  const send = (bytes: Uint8Array): void => {
    call.meter.responseBytes += bytes.byteLength
    if (!gone()) events?.enqueue(bytes)
  }
  const say: Say = (text) => {
    if (events === undefined)
      streamed.resolve(
        eventStream(
          (controller) => (events = controller),
          () => {
            left = true
            call.deadline.cancel()
          },
        ),
      )
    send(encodeEvent(text))
  }
  const onMessage: OnMessage = (message, text) => {
    const { method, params } = message
    hear(method, call)
    if (isLogFor(logLevel, message)) say(text)
    if (method !== 'notifications/progress') return
    if (token !== undefined && isObject(params) && params['progressToken'] === token) say(text)
  }
  const answered = ask(onMessage, say)
    .catch((error: unknown) => {
      throw watch.ended() ?? error
    })
    .finally(() => watch.stop())
  const first = await Promise.race([answered, streamed.promise])
  if (events !== undefined) void finishStream(call, answered, { events, send, gone })
  return first
}

interface Sink {
  readonly events: ReadableStreamDefaultController<Uint8Array>
  readonly send: (bytes: Uint8Array) => void
  readonly gone: () => boolean
}

async function finishStream(
  call: Call,
  answered: Promise<Response>,
  { events, send, gone }: Sink,
): Promise<void> {
  try {
    send(encodeEvent(await (await answered).text()))
  } catch (error) {
    call.finish(error instanceof Refusal ? error.outcome : 'upstream-error')
    if (!(error instanceof Refusal)) return gone() ? undefined : events.error(error)
    const id = call.message.kind === 'request' ? call.message.id : null
    send(encodeEvent(errorMessage(id, (await withReference(call.policy, call, error)).error)))
  }
  try {
    events.close()
  } catch (error) {
    // A stream that its reader cancelled is closed already.
    if (!gone()) throw error
  }
}

function eventStream(
  start: (controller: ReadableStreamDefaultController<Uint8Array>) => void,
  cancel: () => void,
): Response {
  const body = new ReadableStream<Uint8Array>({ start, cancel })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' },
  })
}

function progressToken({ message }: Call): unknown {
  const meta = message.kind === 'request' ? message.params['_meta'] : undefined
  return isObject(meta) ? meta['progressToken'] : undefined
}
