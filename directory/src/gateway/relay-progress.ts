import type { Call } from './call.ts'
import { encodeEvent } from './event-stream.ts'
import { isObject, type JsonObject } from './message.ts'
import { hear } from './relay.ts'
import { errorMessage, Refusal } from './rpc-error.ts'
import { withReference } from './with-reference.ts'

/** Takes what a server says before its answer. */
export type OnMessage = (message: JsonObject, text: string) => void

/** Sends a message to the caller before its answer. */
export type Say = (text: string) => void

/**
 * A translated answer, and before it the progress that its caller asked for: alone it is JSON, after the first progress
 * it is the end of a stream. Both eras write progress alike.
 * @throws Refusal while nothing was sent; later it is the last event
 */
export async function relayProgress(
  call: Call,
  ask: (onMessage: OnMessage, say: Say) => Promise<Response>,
): Promise<Response> {
  const token = progressToken(call)
  let events: ReadableStreamDefaultController<Uint8Array> | undefined
  const streamed = Promise.withResolvers<Response>()
  const send = (bytes: Uint8Array): void => {
    call.meter.responseBytes += bytes.byteLength
    // After the caller has gone there is nobody to send it to.
    if (call.deadline.reason() !== 'cancelled') events?.enqueue(bytes)
  }
  const say: Say = (text) => {
    if (events === undefined) streamed.resolve(eventStream(call, (controller) => (events = controller)))
    send(encodeEvent(text))
  }
  const answered = ask((message, text) => {
    const { method, params } = message
    hear(method, call)
    if (method !== 'notifications/progress') return
    if (token !== undefined && isObject(params) && params['progressToken'] === token) say(text)
  }, say)
  const first = await Promise.race([answered, streamed.promise])
  if (events !== undefined) void finishStream(call, answered, { events, send })
  return first
}

interface Sink {
  readonly events: ReadableStreamDefaultController<Uint8Array>
  readonly send: (bytes: Uint8Array) => void
}

async function finishStream(call: Call, answered: Promise<Response>, { events, send }: Sink): Promise<void> {
  const gone = (): boolean => call.deadline.reason() === 'cancelled'
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
  call: Call,
  start: (controller: ReadableStreamDefaultController<Uint8Array>) => void,
): Response {
  const body = new ReadableStream<Uint8Array>({ start, cancel: () => call.deadline.cancel() })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' },
  })
}

function progressToken({ message }: Call): unknown {
  const meta = message.kind === 'request' ? message.params['_meta'] : undefined
  return isObject(meta) ? meta['progressToken'] : undefined
}
