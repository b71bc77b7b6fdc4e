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
  const capped = withinCap(text, answer, call)
  return { ...capped, text: withWarning(capped.text, call) }
}

function withinCap(text: string, answer: JsonObject, call: Call): CappedAnswer {
  if ('error' in answer) return { text, status: 'rpc-error' }
  const { result } = answer
  if (!isObject(result)) return { text, status: 'ok' }
  const method = call.message.kind === 'request' ? call.message.method : methodOf(result)
  if (method === 'tools/list' && Array.isArray(result['tools'])) call.compare?.(result['tools'])
  if (method === 'tools/list') return { text: listed(text, result, call), status: 'ok' }
  if (method !== 'tools/call') return { text, status: 'ok' }
  const status = result['isError'] === true ? 'tool-error' : 'ok'
  const most = mostOf(call.policy.limits)
  // Neither a token nor a character is less than a byte: what is short fits for certain, uncounted.
  if (text.length <= most && Buffer.byteLength(text) <= most) return { text, status }
  const cap = capOf(call)
  const capped = capResult(result, cap)
  if (cap.unit === 'tokens') call.meter.responseTokens = capped.size
  call.meter.cut = capped.cut
  if (!capped.cut) return { text, status }
  return {
    text: JSON.stringify({ ...answer, result: capped.result }),
    status: capped.result['isError'] === true ? 'tool-error' : 'ok',
  }
}

/** What was asked, of an answer on a stream that carries answers to many requests: only its shape tells. */
function methodOf(result: JsonObject): string | undefined {
  if (Array.isArray(result['tools'])) return 'tools/list'
  return 'content' in result || 'structuredContent' in result ? 'tools/call' : undefined
}

function listed(text: string, result: JsonObject, call: Call): string {
  const kept = withoutBlocked({ text, result }, call)
  return call.policy.limits.continuation === 'tool' ? withReadMore(kept.text, kept.result) : kept.text
}
