import { legacyHeaders, modernHeaders, postMessage, replyOf, type Reply } from '@connectory/wire'
import type { Endpoint } from '../catalogue/index.ts'
import type { CallId } from '../kernel/index.ts'
import { cancelUpstream } from './cancel-upstream.ts'
import { capAnswer } from './cap-answer.ts'
import type { Call } from './call.ts'
import { addedForNewer, cacheHint, carriedCapabilities, codeForNewer, isCarried } from './carried.ts'
import { retargetRequest } from './clean-message.ts'
import { agreedVersion, knownVersions } from './caller-era.ts'
import type { GatewayDependencies, GatewayLimits } from './gateway.ts'
import { membersOf, resultIn } from './json-span.ts'
import { mentionsSession } from './lost-session.ts'
import { isObject, type JsonObject, type RequestMessage } from './message.ts'
import type { Opened, Openings } from './openings.ts'
import { repeatArguments } from './repeat-arguments.ts'
import { relayProgress, type OnMessage } from './relay-progress.ts'
import { codes, errorMessage, Refusal, upstreamFault } from './rpc-error.ts'
import type { RunningCalls } from './running-calls.ts'
import type { ToolLists } from './tool-lists.ts'
import { asksForMore, withToken } from './upstream.ts'

export type TranslateDependencies = Pick<GatewayDependencies, 'connections' | 'fetch' | 'config' | 'ids'> & {
  readonly limits: GatewayLimits
  readonly openings: Openings
  readonly running: RunningCalls
  readonly lists: ToolLists
}

/** A caller of 2026-07-28 and a server of before. @throws Refusal */
export async function modernToLegacy(deps: TranslateDependencies, call: Call): Promise<Response> {
  const { message } = call
  if (message.kind !== 'request') return dropped(call)
  if (message.method === 'server/discover') {
    return answer(call, { result: discovered(await deps.openings.of(call)) })
  }
  if (!isCarried(message.method)) throw notCarried(call, message.method, 404)
  return await relayProgress(call, async (onMessage) => {
    const reply = await ask(deps, call, message, { era: 'legacy', onMessage })
    if (reply.error !== undefined) {
      const error = { ...reply.error, code: codeForNewer(reply.error.code) }
      return relayReply(call, message, { ...reply, error }, (members) => members)
    }
    return relayReply(call, message, reply, (members) => [...addedForNewer(message.method), ...members])
  })
}

/** A caller of before and a server of 2026-07-28. @throws Refusal */
export async function legacyToModern(deps: TranslateDependencies, call: Call): Promise<Response> {
  const { message } = call
  if (message.kind !== 'request') {
    deps.running.cancel(call)
    return dropped(call)
  }
  if (message.method === 'ping') return answer(call, { result: {} })
  if (message.method === 'initialize') {
    const opening = await deps.openings.of(call)
    return answer(call, { result: initialized(opening, call.endpoint, message.params['protocolVersion']) })
  }
  if (!isCarried(message.method)) throw notCarried(call, message.method, 200)
  return await relayProgress(call, async (onMessage) => {
    const asked = { era: 'modern', onMessage } as const
    const reply = await deps.running.during(call, () =>
      repeatArguments(deps.lists, call, message, (headers) =>
        ask(deps, call, message, { ...asked, headers }),
      ),
    )
    refuseQuestions(call, reply)
    return relayReply(call, message, reply, (members) => members)
  })
}

/** A caller of before without a session of its own, and a server of before. @throws Refusal */
export async function legacyInOurSession(deps: TranslateDependencies, call: Call): Promise<Response> {
  const { message } = call
  if (message.kind !== 'request') return dropped(call)
  return await relayProgress(call, async (onMessage) => {
    const asked = { era: 'legacy', onMessage } as const
    const reply = await deps.running.during(call, () => ask(deps, call, message, asked))
    return relayReply(call, message, reply, (members) => members)
  })
}

/** @throws Refusal when the result is a question: its caller does not know such results */
function refuseQuestions(call: Call, { result }: Reply): void {
  if (isObject(result) && result['resultType'] !== undefined && result['resultType'] !== 'complete') {
    throw new Refusal(
      200,
      codes.notTranslated,
      `${call.endpoint.name} asks for further input before it answers, which a client of this protocol version cannot give through the gateway. Use a client of version 2026-07-28.`,
      undefined,
      'rpc-error',
    )
  }
}

function discovered(opening: Opened): JsonObject {
  return {
    resultType: 'complete',
    supportedVersions: knownVersions,
    capabilities: carriedCapabilities(opening.capabilities),
    ...(opening.instructions !== undefined && { instructions: opening.instructions }),
    ...cacheHint,
    _meta: { 'io.modelcontextprotocol/serverInfo': opening.serverInfo ?? null },
  }
}

function initialized(opening: Opened, endpoint: Endpoint, wanted: unknown): JsonObject {
  return {
    protocolVersion: agreedVersion(wanted),
    capabilities: carriedCapabilities(opening.capabilities),
    serverInfo: isObject(opening.serverInfo)
      ? opening.serverInfo
      : { name: endpoint.slug, version: `${endpoint.version}.0.0` },
    ...(opening.instructions !== undefined && { instructions: opening.instructions }),
  }
}

/** Asks the server in its own era; a lost session is opened anew and the request repeated once. */
async function ask(
  deps: TranslateDependencies,
  call: Call,
  message: RequestMessage,
  asked: Asked,
): Promise<Reply> {
  const opening = await deps.openings.of(call)
  const first = await askOnce(deps, call, message, { ...asked, opening })
  if (first !== 'session-lost') return first
  deps.openings.drop(call, opening)
  const again = await askOnce(deps, call, message, { ...asked, opening: await deps.openings.of(call) })
  if (again !== 'session-lost') return again
  throw upstreamFault(`${call.endpoint.name} lost the session twice in a row.`)
}

interface Asked {
  readonly era: 'modern' | 'legacy'
  readonly headers?: Readonly<Record<string, string>>
  readonly onMessage: OnMessage
}

async function askOnce(
  deps: TranslateDependencies,
  call: Call,
  message: RequestMessage,
  { opening, era, onMessage, headers: more }: Asked & { readonly opening: Opened },
): Promise<Reply | 'session-lost'> {
  const id = deps.ids.next<CallId>()
  const text = retargetRequest(message, id, era)
  const headers =
    era === 'modern'
      ? { ...modernHeaders(message.method, message.params), ...more }
      : legacyHeaders(opening.protocolVersion, opening.session.id)
  try {
    return await withToken(deps, call, async (authorization) => {
      const outcome = await postMessage(
        call.endpoint.serverUrl,
        { jsonrpc: '2.0', id, method: message.method },
        {
          fetch: deps.fetch,
          text,
          headers: { ...headers, ...authorization },
          timeoutMs: (call.deadline.limitMs ?? deps.limits.callMs) + 60_000,
          maxBytes: deps.limits.responseBytes,
          signal: call.deadline.signal,
          onMessage,
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

function isLost(outcome: Awaited<ReturnType<typeof postMessage>>): boolean {
  const error = outcome.answer === undefined ? undefined : replyOf(outcome).error
  if (outcome.status === 404) return error?.code !== codes.methodNotFound
  return outcome.status === 400 && mentionsSession(error)
}

/** The reply under the caller's own id, its result byte for byte but for the members that the era asks for. */
function relayReply(
  call: Call,
  message: RequestMessage,
  reply: Reply,
  change: (members: readonly string[]) => readonly string[],
): Response {
  if (reply.error !== undefined) {
    if (ofOurRequest.has(reply.error.code)) throw refusedOurRequest(call, reply.error.code)
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

function refusedOurRequest({ endpoint, era }: Call, code: number): Refusal {
  if (code !== codes.missingCapability || era === 'modern') {
    return upstreamFault(`${endpoint.name} does not take the gateway's translation of this call (${code}).`)
  }
  return new Refusal(
    200,
    codes.notTranslated,
    `${endpoint.name} asks its clients for more than the gateway can offer for one of this protocol version. Use a client of version 2026-07-28.`,
    undefined,
    'rpc-error',
  )
}

/** Members that belong to the newer era alone. */
const eraMembers: ReadonlySet<string> = new Set(['resultType', 'ttlMs', 'cacheScope'])

function answer(
  call: Call,
  body: { readonly result: JsonObject } | { readonly error: NonNullable<Reply['error']> },
): Response {
  const id = call.message.kind === 'request' ? call.message.id : null
  if ('error' in body) return json(call, errorMessage(id, body.error), 'rpc-error')
  return json(call, JSON.stringify({ jsonrpc: '2.0', id, ...body }), 'ok')
}

function json(call: Call, text: string, status: Parameters<Call['finish']>[0]): Response {
  const bytes = Buffer.from(text)
  call.meter.responseBytes += bytes.byteLength
  call.finish(status)
  return new Response(bytes, { headers: { 'content-type': 'application/json' } })
}

function dropped(call: Call): Response {
  call.finish('ok')
  return new Response(null, { status: 202 })
}

function notCarried({ endpoint, era }: Call, method: string, status: number): Refusal {
  const theirs = era === 'modern' ? 'a version before 2026-07-28' : '2026-07-28'
  return new Refusal(
    status,
    codes.methodNotFound,
    `${endpoint.name} speaks ${theirs} of the protocol, and "${method}" is not translated.`,
  )
}
