import { headerMark, parameterHeaders, type Reply } from '@connectory/wire'
import type { Call } from './call.ts'
import type { RequestMessage } from './message.ts'
import { toolOf, type Listed } from './read-list.ts'
import { codes } from './rpc-error.ts'
import type { ServerLists } from './server-lists.ts'

type SentHeaders = Readonly<Record<string, string>>

/**
 * A newer server may want arguments repeated in headers, which an older caller knows nothing of. Sends them as far as
 * the tool's schema is known; a server that misses one says so before it does anything, and is then asked for it.
 * @see MCP 2026-07-28 basic/transports/streamable-http, custom headers
 */
export async function repeatArguments(
  lists: ServerLists,
  call: Call,
  message: RequestMessage,
  send: (headers: SentHeaders) => Promise<Reply>,
): Promise<Reply> {
  const { endpoint, caller, connection } = call
  const subject = { endpoint, caller, connection: connection.id }
  if (message.method === 'tools/list') {
    const reply = await send({})
    // Most servers want no such headers, and are not asked twice.
    if (reply.text.includes(headerMark)) await lists.forCall(subject)
    return reply
  }
  if (message.method !== 'tools/call') return await send({})
  const known = headersFor(lists.known(subject), message)
  const reply = await send(known)
  if (reply.error?.code !== codes.headerMismatch) return reply
  lists.forget(connection.id)
  const { items = [] } = await lists.forCall(subject)
  const fresh = headersFor(items, message)
  return JSON.stringify(fresh) === JSON.stringify(known) ? reply : await send(fresh)
}

function headersFor(tools: readonly Listed[], { params }: RequestMessage): SentHeaders {
  const tool = tools.find(({ name }) => name === params['name'])
  return tool === undefined ? {} : argumentHeaders(tool, params['arguments'])
}

/** The headers in which a call of this tool repeats its arguments. */
export function argumentHeaders(tool: Listed, given: unknown): SentHeaders {
  // Most tools ask for none, and need not be read.
  return tool.text.includes(headerMark) ? parameterHeaders(toolOf(tool)['inputSchema'], given) : {}
}
