import type { Posted } from './arrival.ts'
import type { Endpoint } from '../catalogue/index.ts'
import { newMeter, recordOnce, type Call } from './call.ts'
import { connectionOf } from './connection-of.ts'
import { startDeadline } from './deadline.ts'
import type { Caller } from './gateway.ts'
import type { HandlerDependencies } from './handle-post.ts'
import { listenAtNewer } from './listening/listen-at-newer.ts'
import type { Message } from './message.ts'
import { refuseHeld } from './hold-call.ts'
import { callersSession } from './pass-through.ts'
import { relayOpenStream } from './relay.ts'
import { codes, errorResponse, Refusal } from './rpc-error.ts'
import { noSession } from './sealed-session.ts'
import { isStream, sendUpstream, stillNeedsReconnect } from './upstream.ts'
import { upstreamHeaders } from './upstream-headers.ts'
import { withReference } from './with-reference.ts'

/** GET and DELETE carry no message. */
const noMessage: Message = { kind: 'response', id: null, text: '', members: new Map() }

/**
 * The two verbs of older sessions: GET opens the stream of the server's own messages, DELETE ends the session.
 * Servers of 2026-07-28 have neither. @see MCP 2025-11-25 basic/transports
 */
export async function handleSessionVerb(
  deps: HandlerDependencies,
  request: Posted,
  endpoint: Endpoint,
  caller: Caller,
): Promise<Response> {
  const deadline = startDeadline(undefined, request.signal, deps.after)
  const meter = newMeter()
  const finish = recordOnce(deps, { endpoint, caller, message: noMessage, deadline, meter })
  try {
    refuseHeld(deps, endpoint, noMessage)
    const connection = await connectionOf(deps, endpoint, caller)
    const { headers } = request
    const message = noMessage
    const call: Call = {
      endpoint,
      caller,
      message,
      session: 'caller',
      era: 'legacy',
      connection,
      deadline,
      meter,
      headers,
      compare: request.method === 'GET' ? await deps.holds.comparison(endpoint) : undefined,
      policy: deps,
      away: (work) => work(),
      finish,
    }
    if (connection.state === 'needs-reconnect') throw await stillNeedsReconnect(deps, call)
    return await forward(deps, request.method === 'GET' ? 'GET' : 'DELETE', call)
  } catch (error) {
    finish('refused')
    if (error instanceof Refusal) {
      return errorResponse(await withReference(deps, { caller, endpoint }, error), null)
    }
    throw error
  }
}

async function forward(deps: HandlerDependencies, method: 'GET' | 'DELETE', call: Call): Promise<Response> {
  const era = await deps.openings.eraFor(call)
  const session = callersSession(deps, call)
  if (era === 'modern') return await inOwnSession(deps, { method, call, session })
  if (session === undefined && method === 'DELETE') throw notOffered()
  const renewed = session === undefined ? undefined : await deps.renewed.get(session.sealed)
  const sessionId = renewed ?? session?.upstream.id
  const response = await sendUpstream(deps, call, {
    method,
    headers: {
      ...upstreamHeaders(call.headers, 'legacy'),
      ...(sessionId !== undefined && sessionId !== noSession && { 'mcp-session-id': sessionId }),
    },
  })
  if (method === 'GET' && isStream(response)) {
    return relayOpenStream(response, call, { eventBytes: deps.limits.responseBytes, headers: {} })
  }
  await response.body.cancel()
  call.finish('ok')
  if (response.status >= 200 && response.status < 300) {
    if (session !== undefined) deps.ended.set(session.sealed, true)
    return new Response(null, { status: response.status })
  }
  // A lost session is a 404 to the caller too, whatever the server calls it.
  const lost = response.status === 404 || (response.status === 400 && session !== undefined)
  throw lost
    ? new Refusal(404, codes.invalidRequest, 'The server no longer knows this session. Initialize a new one.')
    : notOffered()
}

interface Own {
  readonly method: 'GET' | 'DELETE'
  readonly call: Call
  readonly session: Awaited<ReturnType<typeof callersSession>>
}

/** What an older caller has with a newer server is a session of ours, which is all in its name. */
async function inOwnSession(deps: HandlerDependencies, { method, call, session }: Own): Promise<Response> {
  if (session === undefined) throw notOffered()
  if (method === 'GET') return await listenAtNewer(deps, call, session.sealed)
  deps.ended.set(session.sealed, true)
  call.finish('ok')
  return new Response(null, { status: 204 })
}

function notOffered(): Refusal {
  return new Refusal(
    405,
    codes.invalidRequest,
    'This endpoint has no stream or session of this kind. Use POST.',
  )
}
