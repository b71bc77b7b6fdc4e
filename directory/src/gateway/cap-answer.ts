import { estimateTokens } from '@connectory/wire'
import type { CallStatus } from '../telemetry/index.ts'
import type { Call } from './call.ts'
import { capResult } from './cap-result.ts'
import { isObject, type JsonObject } from './message.ts'

/** The answer within the cap: the same text when it fits, else one with a cut result and a notice. */
export function capAnswer(
  text: string,
  answer: JsonObject,
  call: Call,
  limit: number,
): { readonly text: string; readonly status: CallStatus } {
  if ('error' in answer) return { text, status: 'rpc-error' }
  const { result } = answer
  const isToolCall = call.message.kind === 'request' && call.message.method === 'tools/call'
  if (!isToolCall || !isObject(result)) return { text, status: 'ok' }
  const capped = capResult(result, { limit, count: (part) => estimateTokens(part, limit).tokens })
  call.meter.responseTokens = capped.tokens
  call.meter.cut = capped.cut
  const status = capped.result['isError'] === true ? 'tool-error' : 'ok'
  return capped.cut
    ? { text: JSON.stringify({ ...answer, result: capped.result }), status }
    : { text, status }
}
