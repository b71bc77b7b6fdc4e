import { capOf, mostOf } from '../answer-policy.ts'
import type { Call } from '../call.ts'
import { codes, Refusal } from '../rpc-error.ts'

/** What a server asks is read by models and people as its results are. It cannot be cut. @throws Refusal */
export function requireShortEnough(question: string, call: Call): void {
  const most = mostOf(call.policy.limits)
  if (question.length <= most && Buffer.byteLength(question) <= most) return
  const { unit, limit, count } = capOf(call)
  if (count(question) <= limit) return
  throw new Refusal(
    200,
    codes.tooLarge,
    `${call.endpoint.name} asks for input with more than ${limit} ${unit}, which is the most that is passed on.`,
    undefined,
    'too-large',
  )
}
