import type { Reply } from '@connectory/wire'
import { capAnswer } from './cap-answer.ts'
import type { Call } from './call.ts'
import { addedForNewer, codeForNewer } from './carried.ts'
import { membersOf, resultIn } from './json-span.ts'
import { isObject, type JsonObject, type RequestMessage } from './message.ts'
import { cannotBeAsked } from './questions/asked-by-newer.ts'
import { codes, errorMessage, upstreamFault, type Refusal } from './rpc-error.ts'

/** An older server's reply as a newer caller reads it. @throws Refusal */
export function relayToNewer(call: Call, message: RequestMessage, reply: Reply): Response {
  if (reply.error === undefined) {
    return relayReply(call, message, reply, (members) => [...addedForNewer(message.method), ...members])
  }
  const error = { ...reply.error, code: codeForNewer(reply.error.code) }
  return relayReply(call, message, { ...reply, error }, (members) => members)
}

/** The reply under the caller's own id, its result byte for byte but for the members that the era asks for. */
export function relayReply(
  call: Call,
  message: RequestMessage,
  reply: Reply,
  change: (members: readonly string[]) => readonly string[],
): Response {
  if (reply.error !== undefined) {
    if (ofOurRequest.has(reply.error.code)) throw refusedOurRequest(call, reply.error)
    return answer(call, { error: reply.error })
  }
  const { text } = reply
  const result = resultIn(text)
  if (result === undefined || text[result.valueStart] !== '{') {
    throw upstreamFault(`${call.endpoint.name} answered without a result.`)
  }
  const members = membersOf(text, result.valueStart)
    .filter(({ name }) => !eraMembers.has(name))
    .map(({ start, end }) => text.slice(start, end))
  const inner = `{${change(members).join(',')}}`
  const whole = `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"result":${inner}}`
  const parsed: unknown = JSON.parse(whole)
  const capped = capAnswer(whole, isObject(parsed) ? parsed : {}, call)
  return json(call, capped.text, capped.status)
}

/** What these say is about headers, abilities and versions of our own request: the caller chose none of them. */
const ofOurRequest: ReadonlySet<number> = new Set([
  codes.headerMismatch,
  codes.missingCapability,
  codes.unsupportedVersion,
])

function refusedOurRequest(call: Call, { code, data }: NonNullable<Reply['error']>): Refusal {
  if (code !== codes.missingCapability || call.era === 'modern') {
    return upstreamFault(
      `${call.endpoint.name} does not take the gateway's translation of this call (${code}).`,
    )
  }
  const required = isObject(data) ? data['requiredCapabilities'] : undefined
  return cannotBeAsked(call, isObject(required) ? Object.keys(required) : [])
}

/** Members that belong to the newer era alone. */
const eraMembers: ReadonlySet<string> = new Set(['resultType', 'ttlMs', 'cacheScope'])

export function answer(
  call: Call,
  body: { readonly result: JsonObject } | { readonly error: NonNullable<Reply['error']> },
): Response {
  const id = call.message.kind === 'request' ? call.message.id : null
  if ('error' in body) return json(call, errorMessage(id, body.error), 'rpc-error')
  return json(call, JSON.stringify({ jsonrpc: '2.0', id, ...body }), 'ok')
}

export function json(call: Call, text: string, status: Parameters<Call['finish']>[0]): Response {
  const bytes = Buffer.from(text)
  call.meter.responseBytes += bytes.byteLength
  call.finish(status)
  return new Response(bytes, { headers: { 'content-type': 'application/json' } })
}
