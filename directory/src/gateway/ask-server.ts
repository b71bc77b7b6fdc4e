import { legacyHeaders, modernHeaders, postMessage, replyOf, type Reply } from '@connectory/wire'
import type { CallId } from '../kernel/index.ts'
import type { Era } from '../telemetry/index.ts'
import { cancelUpstream } from './cancel-upstream.ts'
import type { Call } from './call.ts'
import { retargetRequest, type Retargeted } from './clean-message.ts'
import type { GatewayDependencies, GatewayLimits } from './gateway.ts'
import { mentionsSession } from './lost-session.ts'
import type { RequestMessage } from './message.ts'
import type { Opened, Openings } from './openings.ts'
import { passQuestion, questionIn, type OnQuestion } from './questions/question.ts'
import type { OnMessage } from './relay-progress.ts'
import { codes, upstreamFault } from './rpc-error.ts'
import { asksForMore, withToken } from './upstream.ts'

export type AskDependencies = Pick<GatewayDependencies, 'connections' | 'fetch' | 'config' | 'ids'> & {
  readonly limits: GatewayLimits
  readonly openings: Openings
}

export interface Asked extends Partial<Retargeted> {
  readonly era: Era
  readonly headers?: Readonly<Record<string, string>>
  readonly onMessage: OnMessage
  /** Takes what an older server asks inside the call. Without it every question is refused at once. */
  readonly onQuestion?: OnQuestion
  /** Before the request is repeated in a new session, which has streams of its own. */
  readonly onReopened?: (opening: Opened) => Promise<void>
}

/** Asks the server in its own era; a lost session is opened anew and the request repeated once. */
export async function ask(
  deps: AskDependencies,
  call: Call,
  message: RequestMessage,
  asked: Asked,
): Promise<Reply> {
  const opening = await deps.openings.of(call)
  const first = await askOnce(deps, call, message, { ...asked, opening })
  if (first !== 'session-lost') return first
  deps.openings.drop(call, opening)
  const reopened = await deps.openings.of(call)
  await asked.onReopened?.(reopened)
  const again = await askOnce(deps, call, message, { ...asked, opening: reopened })
  if (again !== 'session-lost') return again
  throw upstreamFault(`${call.endpoint.name} lost the session twice in a row.`)
}

async function askOnce(
  deps: AskDependencies,
  call: Call,
  message: RequestMessage,
  { opening, ...asked }: Asked & { readonly opening: Opened },
): Promise<Reply | 'session-lost'> {
  const id = deps.ids.next<CallId>()
  const { era } = asked
  const text = retargetRequest(message, id, { target: era, ...asked })
  const headers =
    era === 'modern'
      ? { ...modernHeaders(message.method, message.params), ...asked.headers }
      : legacyHeaders(opening.protocolVersion, opening.session.id)
  try {
    return await withToken(deps, call, async (authorization, fetch) => {
      const outcome = await postMessage(
        call.endpoint.serverUrl,
        { jsonrpc: '2.0', id, method: message.method },
        {
          fetch,
          text,
          headers: { ...headers, ...authorization },
          timeoutMs: (call.deadline.limitMs ?? deps.limits.callMs) + 60_000,
          maxBytes: deps.limits.responseBytes,
          signal: call.deadline.signal,
          onMessage: era === 'modern' ? asked.onMessage : hearing(deps, call, asked, headers),
        },
      )
      const lost = opening.session.id !== undefined && isLost(outcome)
      if (lost) return 'session-lost'
      if (
        outcome.problem !== undefined &&
        (outcome.answer === undefined || outcome.status === 401 || asksForMore(outcome.problem))
      ) {
        throw outcome.problem
      }
      return replyOf(outcome)
    })
  } catch (error) {
    if (call.deadline.reason() !== undefined && era === 'legacy') cancelUpstream(deps, call, headers, id)
    throw error
  }
}

/** An older server's messages inside a call, its questions apart: it waits until each has an answer. */
function hearing(
  deps: AskDependencies,
  call: Call,
  { onMessage, onQuestion }: Asked,
  headers: Readonly<Record<string, string>>,
): OnMessage {
  return (message, text) => {
    const question = questionIn(message, text)
    if (question === undefined) return onMessage(message, text)
    passQuestion(deps, call, { question, headers }, onQuestion)
  }
}

function isLost(outcome: Awaited<ReturnType<typeof postMessage>>): boolean {
  const error = outcome.answer === undefined ? undefined : replyOf(outcome).error
  if (outcome.status === 404) return error?.code !== codes.methodNotFound
  return outcome.status === 400 && mentionsSession(error)
}
