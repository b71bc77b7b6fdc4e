import { headerMark, parameterHeaders, type Reply } from '@connectory/wire'
import type { Call } from './call.ts'
import type { RequestMessage } from './message.ts'
import { toolOf } from './read-tool-list.ts'
import { codes } from './rpc-error.ts'
import type { ToolLists } from './tool-lists.ts'

type SentHeaders = Readonly<Record<string, string>>

/**
 * A newer server may want arguments repeated in headers, which an older caller knows nothing of. Sends them as the
 * tool's schema asks for; a server that finds them wrong has another schema by now, and is asked once more.
 * @see MCP 2026-07-28 basic/transports/streamable-http, custom headers
 */
export async function repeatArguments(
  lists: ToolLists,
  call: Call,
  message: RequestMessage,
  send: (headers: SentHeaders) => Promise<Reply>,
): Promise<Reply> {
  if (message.method !== 'tools/call') return await send({})
  const known = await headersOf(lists, call, message)
  const reply = await send(known)
  if (reply.error?.code !== codes.headerMismatch) return reply
  lists.forget(call.connection.id)
  const fresh = await headersOf(lists, call, message)
  return JSON.stringify(fresh) === JSON.stringify(known) ? reply : await send(fresh)
}

async function headersOf(lists: ToolLists, call: Call, { params }: RequestMessage): Promise<SentHeaders> {
  const { endpoint, caller } = call
  const { tools = [] } = await lists.forCall({ endpoint, caller, connection: call.connection.id })
  const tool = tools.find(({ name }) => name === params['name'])
  // Most tools ask for none, and need not be read.
  if (tool === undefined || !tool.text.includes(headerMark)) return {}
  return parameterHeaders(toolOf(tool)['inputSchema'], params['arguments'])
}
