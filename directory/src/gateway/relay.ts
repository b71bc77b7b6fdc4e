import { holdsTooManyValues, isWireError, nestsTooDeep, type SafeResponse } from '@connectory/wire'
import type { Call } from './call.ts'
import type { AwaitedAnswer } from './cancel-upstream.ts'
import { capAnswer } from './cap-answer.ts'
import { encodeEvent, eventsOf, withData } from './event-stream.ts'
import { isObject, type JsonObject } from './message.ts'
import { changedBy } from './list-kinds.ts'
import { messageText } from './message-text.ts'
import { ReadyAnswer } from './ready-answer.ts'
import { errorMessage, Refusal, upstreamFault, type RpcId } from './rpc-error.ts'
import { endWhenFallen, requireOpen } from './stay-open.ts'
import { explain, isStream, mediaType, timedOut, tooMuchInside } from './upstream.ts'
import { withReference } from './with-reference.ts'

export interface RelayOptions {
  /** Most bytes of one event; a stream of them may be longer. */
  readonly eventBytes: number
  /** Sent with the answer: our session id. */
  readonly headers: Readonly<Record<string, string>>
  /** Of an older server: whether it has come, or may still be fetched, is noted here. */
  readonly awaited?: AwaitedAnswer | undefined
}

/**
 * The server's answer to a request, byte for byte, once it is seen to be one: right id, JSON-RPC, within the cap of
 * tokens. Event streams are passed on event by event as they come.
 * @throws Refusal
 */
export async function relayAnswer(
  response: SafeResponse,
  call: Call,
  options: RelayOptions,
): Promise<Response> {
  if (isStream(response)) return relayStream(response, call, options)
  let text: string
  try {
    text = await messageText(response)
  } catch (error) {
    throw explain(error, call)
  }
  const answer = readAnswer(parse(text, call), requestId(call))
  if (answer === undefined) throw noAnswer(response, text, call)
  const { text: capped, status } = capAnswer(text, answer, call)
  call.meter.responseBytes += Buffer.byteLength(capped)
  call.finish(status)
  const sent = mayHaveBody(response.status) ? response.status : 200
  return ReadyAnswer.of(capped, sent, { ...options.headers, 'content-type': 'application/json' })
}

/** Servers send any three digits; the platform takes neither an answer of 700 nor a body with 205. */
export function mayHaveBody(status: number): boolean {
  return status >= 200 && status <= 599 && ![204, 205, 304].includes(status)
}

function requestId(call: Call): RpcId {
  return call.message.kind === 'request' ? call.message.id : null
}

/** The message when it answers this id; an error that names no id answers whatever was asked. */
function readAnswer(value: unknown, id: RpcId): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(value) || value['jsonrpc'] !== '2.0' || 'method' in value) return undefined
  const nameless = value['id'] === null || value['id'] === undefined
  if ('error' in value && nameless) return value
  return ('result' in value || 'error' in value) && value['id'] === id ? value : undefined
}

/** @throws Refusal for what would hold up everybody else while it is read */
function parse(text: string, call: Call): unknown {
  if (holdsTooManyValues(text) || nestsTooDeep(text)) throw tooMuchInside(call)
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function noAnswer(response: SafeResponse, text: string, call: Call): Refusal {
  const { name } = call.endpoint
  const type = mediaType(response.header('content-type'))
  const { status } = response
  if (status === 403) {
    return upstreamFault(`${name} refused the call (403): the access that was given does not cover it.`, {
      status,
    })
  }
  if (status === 429) {
    const retryAfter = response.header('retry-after')
    return upstreamFault(`${name} takes no more calls for now (429). Try again later.`, {
      status,
      retryAfter,
    })
  }
  if (status < 200 || status >= 300)
    return upstreamFault(`${name} answered with HTTP status ${status}.`, { status })
  const value = parse(text, call)
  if (isObject(value) && 'id' in value) {
    return upstreamFault(`${name} answered another request than the one that was sent (wrong id).`)
  }
  return upstreamFault(
    `${name} answered with something that is not a JSON-RPC message (${type || 'no content type'}).`,
  )
}

function relayStream(response: SafeResponse, call: Call, options: RelayOptions): Response {
  return streamed(relayEvents(response, call, options), call, options)
}

function streamed(events: AsyncGenerator<Uint8Array>, call: Call, options: RelayOptions): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await events.next()
      if (done === true) return controller.close()
      call.meter.responseBytes += value.byteLength
      controller.enqueue(value)
    },
    async cancel() {
      call.deadline.cancel()
      await events.return(undefined)
      call.finish('cancelled')
    },
  })
  const headers = { ...options.headers, 'content-type': 'text/event-stream', 'cache-control': 'no-cache' }
  return new Response(body, { headers: { ...headers, 'x-accel-buffering': 'no' } })
}

async function* relayEvents(
  response: SafeResponse,
  call: Call,
  { eventBytes, awaited = { headers: undefined, mayBeResumed: false, arrived: false } }: RelayOptions,
): AsyncGenerator<Uint8Array> {
  const id = requestId(call)
  // Who may not go on may not come back either.
  const watch = endWhenFallen(call, () => (awaited.mayBeResumed = false))
  try {
    for await (const { raw, data } of eventsOf(response.body, eventBytes)) {
      await requireOpen(call)
      awaited.mayBeResumed ||= call.era === 'legacy' && hasId(raw)
      const value = readEvent(data, call)
      if (value === notJson) throw upstreamFault(`${call.endpoint.name} sent an event that is not JSON.`)
      if (isObject(value)) hear(value['method'], call)
      if (!isAnswer(value) || data === undefined) {
        yield raw
        continue
      }
      const answer = readAnswer(value, id)
      if (answer === undefined) {
        throw upstreamFault(
          `${call.endpoint.name} answered another request than the one that was sent (wrong id).`,
        )
      }
      const capped = capAnswer(data, answer, call)
      awaited.arrived = true
      yield capped.text === data ? raw : withData(raw, capped.text)
      call.finish(capped.status)
    }
    if (!awaited.arrived && !awaited.mayBeResumed) {
      throw upstreamFault(`${call.endpoint.name} ended its answer before it was complete.`)
    }
    // An older server may end the stream and keep the answer for who comes back. @see MCP 2025-11-25 basic/transports
    if (!awaited.arrived) call.finish('ok')
  } catch (error) {
    const refusal = watch.ended() ?? asRefusal(error, call)
    if (!awaited.arrived && refusal.outcome !== 'cancelled') {
      const { error: told } = await withReference(call.policy, call, refusal)
      yield encodeEvent(errorMessage(id, told))
    }
    call.finish(refusal.outcome)
  } finally {
    watch.stop()
    await response.body.cancel().catch(() => undefined)
    call.finish('cancelled')
  }
}

const notJson = Symbol('not JSON')

/**
 * What an event says; undefined where it carries nothing.
 * @throws Refusal for answers in a batch: 2025-03-26 had them, so there are clients that would read on where the cap,
 *   the comparison and the blocks do not
 */
function readEvent(data: string | undefined, call: Call): unknown {
  if (data === undefined || data.trim() === '') return undefined
  const value = parse(data, call)
  if (Array.isArray(value) && value.some(isAnswer)) {
    throw upstreamFault(`${call.endpoint.name} sent answers in a batch. One message per event is taken here.`)
  }
  return value === undefined ? notJson : value
}

/** Whoever has a result answers, whatever else it calls itself: readers differ in what they take such a message for. */
function isAnswer(value: unknown): value is JsonObject {
  return isObject(value) && ('result' in value || 'error' in value)
}

/** What a server says beside its answer, where it matters to us. */
export function hear(method: unknown, call: Call): void {
  if (method === 'notifications/progress') call.deadline.progress()
  for (const kind of changedBy.get(method) ?? []) call.policy.lists[kind].changed(call.connection.id)
}

function hasId(raw: Uint8Array): boolean {
  return /^id: *\S/m.test(Buffer.from(raw).toString('latin1'))
}

function asRefusal(error: unknown, call: Call): Refusal {
  const explained = explain(error, call)
  if (explained instanceof Refusal) return explained
  if (call.deadline.reason() === 'timeout') return timedOut(call)
  throw error
}

/**
 * A stream without a request: the server's own messages of a session, and answers that an older server kept for who came
 * back. These go through what every answer goes through: else a server could keep each for the stream, and no cap,
 * comparison or block would ever see it. Passed on until either side ends it, or the server is stopped.
 */
export function relayOpenStream(response: SafeResponse, call: Call, options: RelayOptions): Response {
  return streamed(openEvents(response, call, options), call, options)
}

async function* openEvents(
  response: SafeResponse,
  call: Call,
  { eventBytes }: RelayOptions,
): AsyncGenerator<Uint8Array> {
  const watch = endWhenFallen(call)
  try {
    for await (const { raw, data } of eventsOf(response.body, eventBytes)) {
      await requireOpen(call)
      const value = readEvent(data, call)
      // Some read what is almost JSON, such as a number that is none.
      if (value === notJson) continue
      if (isObject(value)) hear(value['method'], call)
      const answer = isAnswer(value) ? value : undefined
      const text = data === undefined || answer === undefined ? data : capAnswer(data, answer, call).text
      yield text === undefined || text === data ? raw : withData(raw, text)
    }
  } catch (error) {
    if (!(isWireError(error) || error instanceof Refusal)) throw error
  } finally {
    watch.stop()
    await response.body.cancel().catch(() => undefined)
    call.finish('ok')
  }
}
