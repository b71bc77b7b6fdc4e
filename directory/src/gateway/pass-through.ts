import { postMessage, requireAnswer, type SafeResponse } from '@connectory/wire'
import { BoundedMap } from '../kernel/index.ts'
import type { Call } from './call.ts'
import { cancelWhenGivenUp } from './cancel-upstream.ts'
import { cleanMessage, gatewayClient } from './clean-message.ts'
import type { GatewayDependencies, GatewayLimits } from './gateway.ts'
import { judgeSession, mayBeLost } from './lost-session.ts'
import { isObject } from './message.ts'
import { mayHaveBody, relayAnswer, type RelayOptions } from './relay.ts'
import { codes, Refusal } from './rpc-error.ts'
import { noSession, type OpenedSession, type SealedSessions, type UpstreamSession } from './sealed-session.ts'
import { sendUpstream, withToken } from './upstream.ts'
import { upstreamHeaders } from './upstream-headers.ts'

export type PassDependencies = Pick<GatewayDependencies, 'connections' | 'fetch' | 'config'> & {
  readonly limits: GatewayLimits
  readonly sessions: SealedSessions
  readonly ended: EndedSessions
}

/** Sealed sessions that their callers have ended: they are not renewed. Per replica, so that another may renew one. */
export type EndedSessions = BoundedMap<string, true>

export function createEndedSessions(): EndedSessions {
  return new BoundedMap(10_000)
}

/** What callers' sealed sessions became after the server had lost them. A cache: without it they are renewed again. */
export type RenewedSessions = BoundedMap<string, Promise<string>>

export function createRenewedSessions(): RenewedSessions {
  return new BoundedMap(10_000)
}

/** A message to a server of the same era. @throws Refusal */
export async function passModern(deps: PassDependencies, call: Call): Promise<Response> {
  const headers = upstreamHeaders(call.headers, 'modern')
  headers['content-type'] = 'application/json'
  const body = cleanMessage(call.message, 'modern')
  const response = await sendUpstream(deps, call, { method: 'POST', headers, body })
  return await answerTo(deps, call, response, { headers: {} })
}

/** As passModern, with the session that the older era may have. @throws Refusal */
export async function passLegacy(
  deps: PassDependencies,
  call: Call,
  renewed: RenewedSessions,
): Promise<Response> {
  const session = callersSession(deps, call)
  const body = cleanMessage(call.message, 'legacy')
  const awaited = cancelWhenGivenUp(deps, call)
  const send = (sessionId: string | undefined): Promise<SafeResponse> => {
    const headers = upstreamHeaders(call.headers, 'legacy')
    headers['content-type'] = 'application/json'
    if (sessionId !== undefined && sessionId !== noSession) headers['mcp-session-id'] = sessionId
    awaited.headers = headers
    return sendUpstream(deps, call, { method: 'POST', headers, body })
  }
  const answered = (response: SafeResponse, more: Readonly<Record<string, string>> = {}): Promise<Response> =>
    answerTo(deps, call, response, { headers: more, awaited })
  if (session === undefined) {
    const response = await send(undefined)
    return await answered(response, newSession(deps, call, response))
  }
  const before = renewed.get(session.sealed)
  // What began with a newer server goes on with one that speaks the older version by now.
  if (session.upstream.id === noSession && before === undefined) {
    return await answered(await send(await renewOnce(deps, call, session, { renewed, before })))
  }
  const response = await send(before === undefined ? session.upstream.id : await before)
  const verdict = mayBeLost(response) ? await judgeSession(response) : { lost: false as const, response }
  if (!verdict.lost) return await answered(verdict.response)
  const sessionId = await renewOnce(deps, call, session, { renewed, before })
  return await answered(await send(sessionId))
}

/** @throws Refusal 404, as a server does that no longer knows a session: the caller initializes anew. */
export function callersSession(
  deps: Pick<PassDependencies, 'sessions' | 'ended'>,
  call: Call,
): OpenedSession | undefined {
  return isInitialize(call) ? undefined : sessionNamed(deps, call.headers, call.connection.id)
}

/** The session that a request names, if any. @throws Refusal 404 */
export function sessionNamed(
  deps: Pick<PassDependencies, 'sessions' | 'ended'>,
  headers: Call['headers'],
  whose: string,
): OpenedSession | undefined {
  const sealed = headers.get('mcp-session-id')
  if (sealed === null) return undefined
  const session = deps.sessions.open(whose, sealed)
  if (session === undefined || deps.ended.get(session.sealed) === true) {
    throw new Refusal(404, codes.invalidRequest, 'This session is not known here. Initialize a new one.')
  }
  return session
}

function isInitialize({ message }: Call): boolean {
  return message.kind === 'request' && message.method === 'initialize'
}

/** The header with our session id when the server has just begun a session. */
function newSession(
  deps: Pick<PassDependencies, 'sessions'>,
  call: Call,
  response: SafeResponse,
): Record<string, string> {
  const id = response.header('mcp-session-id')
  if (id === null || call.message.kind !== 'request' || call.message.method !== 'initialize') return {}
  const { protocolVersion, capabilities } = call.message.params
  return {
    'mcp-session-id': deps.sessions.seal(call.connection.id, {
      id,
      protocolVersion: typeof protocolVersion === 'string' ? protocolVersion : '2025-11-25',
      capabilities: isObject(capabilities) && isShort(capabilities) ? capabilities : {},
    }),
  }
}

/** Our session id travels in a header of every request, and most servers take 16 KiB of headers. */
function isShort(capabilities: object): boolean {
  return JSON.stringify(capabilities).length <= 4096
}

interface Renewal {
  readonly renewed: RenewedSessions
  /** The renewal that the failed call already used. */
  readonly before: Promise<string> | undefined
}

/** Opens the session anew, once for all calls that noticed its loss. */
async function renewOnce(
  deps: PassDependencies,
  call: Call,
  session: OpenedSession,
  { renewed, before }: Renewal,
): Promise<string> {
  const current = renewed.get(session.sealed)
  if (current !== undefined && current !== before) return await current
  const fresh = reopen(deps, call, session.upstream)
  renewed.set(session.sealed, fresh)
  fresh.catch(() => renewed.delete(session.sealed, fresh))
  return await fresh
}

async function reopen(deps: PassDependencies, call: Call, lost: UpstreamSession): Promise<string> {
  return await withToken(deps, call, async (authorization, fetch) => {
    const options = { fetch, signal: call.deadline.signal, timeoutMs: 30_000 }
    const { protocolVersion, capabilities } = lost
    const outcome = await postMessage(
      call.endpoint.serverUrl,
      {
        jsonrpc: '2.0',
        id: 0,
        method: 'initialize',
        params: { protocolVersion, capabilities, clientInfo: gatewayClient },
      },
      { ...options, headers: authorization },
    )
    requireAnswer(outcome)
    if (outcome.problem !== undefined) throw outcome.problem
    const id = outcome.headers.get('mcp-session-id') ?? ''
    await postMessage(
      call.endpoint.serverUrl,
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      {
        ...options,
        headers: {
          ...authorization,
          'mcp-protocol-version': protocolVersion,
          ...(id !== '' && { 'mcp-session-id': id }),
        },
      },
    )
    return id
  })
}

function answerTo(
  deps: PassDependencies,
  call: Call,
  response: SafeResponse,
  { headers, awaited }: Pick<RelayOptions, 'headers' | 'awaited'>,
): Promise<Response> {
  if (call.message.kind !== 'request') return taken(call, response)
  return relayAnswer(response, call, { eventBytes: deps.limits.responseBytes, headers, awaited })
}

async function taken(call: Call, response: SafeResponse): Promise<Response> {
  await response.body.cancel()
  const good = response.status >= 200 && response.status < 300
  call.finish(good ? 'ok' : 'upstream-error')
  if (good) return new Response(null, { status: 202 })
  return new Response(null, { status: mayHaveBody(response.status) ? response.status : 502 })
}
