import type { CallStatus } from '../telemetry/index.ts'
import { withWarning } from './hold-call.ts'
import { capOf, mostOf } from './answer-policy.ts'
import type { Call } from './call.ts'
import { capResult } from './cap-result.ts'
import { withoutBlocked } from './ask-person.ts'
import { isObject, type JsonObject } from './message.ts'
import { withReadMore } from './read-more.ts'

interface CappedAnswer {
  readonly text: string
  readonly status: CallStatus
}

/** The answer within the cap: the same text when it fits, else one with a cut result and a notice, and a warning beside it. */
export function capAnswer(text: string, answer: JsonObject, call: Call): CappedAnswer {
  const named = call.naming?.answer(text, answer) ?? text
  const capped = withinCap(named, named === text ? answer : JSON.parse(named), call)
  return { ...capped, text: withWarning(capped.text, call) }
}

function withinCap(text: string, answer: JsonObject, call: Call): CappedAnswer {
  const { result } = answer
  // A result counts beside an error too, such as one of null: there are readers that take it.
  const status = 'error' in answer ? 'rpc-error' : 'ok'
  if (!isObject(result)) return { text, status }
  // On a stream that carries answers to many requests only the shape tells what was asked, and a result may have both.
  const asked = call.message.kind === 'request' ? call.message.method : undefined
  const isList = asked === undefined ? Array.isArray(result['tools']) : asked === 'tools/list'
  const isCall =
    asked === undefined ? 'content' in result || 'structuredContent' in result : asked === 'tools/call'
  const list = isList ? listed({ text, result }, call) : { text, result }
  return isCall ? cut(list, answer, call) : { text: list.text, status }
}

interface Read {
  readonly text: string
  readonly result: JsonObject
}

function cut({ text, result }: Read, answer: JsonObject, call: Call): CappedAnswer {
  const statusOf = ({ isError }: JsonObject): CallStatus =>
    'error' in answer ? 'rpc-error' : isError === true ? 'tool-error' : 'ok'
  const most = mostOf(call.policy.limits)
  // Neither a token nor a character is less than a byte: what is short fits for certain, uncounted.
  if (text.length <= most && Buffer.byteLength(text) <= most) return { text, status: statusOf(result) }
  const cap = capOf(call)
  const capped = capResult(result, cap)
  if (cap.unit === 'tokens') call.meter.responseTokens = capped.size
  call.meter.cut = capped.cut
  if (!capped.cut) return { text, status: statusOf(result) }
  return { text: JSON.stringify({ ...answer, result: capped.result }), status: statusOf(capped.result) }
}

function listed(list: Read, call: Call): Read {
  if (Array.isArray(list.result['tools'])) call.compare?.(list.result['tools'])
  const kept = withoutBlocked(list, call)
  if (call.policy.limits.continuation !== 'tool') return kept
  return { ...kept, text: withReadMore(kept.text, kept.result) }
}
