import type { Posted } from '../arrival.ts'
import { modernVersions } from '../caller-era.ts'
import type { Caller } from '../gateway.ts'
import type { HandlerDependencies } from '../handle-post.ts'
import { errorResponse, Refusal } from '../rpc-error.ts'
import { begunSession } from './begin-session.ts'
import { listenOffered } from './listen-offered.ts'

/** An older caller's GET opens the stream on which it hears of changes, its DELETE ends its session. Newer ones have neither. */
export async function answerMergedVerb(
  deps: HandlerDependencies,
  arrival: Posted,
  caller: Caller,
): Promise<Response> {
  const { method, headers } = arrival
  const version = headers.get('mcp-protocol-version')?.trim() ?? ''
  if (modernVersions.includes(version)) return notAllowed()
  try {
    const begun = await begunSession(deps, caller, headers)
    if (method === 'GET') return await listenOffered(deps, arrival, { caller, message: undefined })
    if (method !== 'DELETE' || begun === undefined) return notAllowed()
    deps.ended.set(begun.name, true)
    return new Response(null, { status: 204 })
  } catch (error) {
    if (error instanceof Refusal) return errorResponse(error, null)
    throw error
  }
}

function notAllowed(): Response {
  return new Response(null, { status: 405, headers: { allow: 'POST, GET, DELETE' } })
}
