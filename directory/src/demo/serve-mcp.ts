import type { IncomingMessage, ServerResponse } from 'node:http'
import { toNodeHandler, type FetchLikeMcpHandler } from '@modelcontextprotocol/node'

/** Hands a request to an MCP handler. A request that reached a server has a method and a URL; its type does not say so. */
export function serveMcp(
  handler: FetchLikeMcpHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return toNodeHandler(handler)(request as IncomingMessage & { method: string; url: string }, response)
}
