import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Clients that run in a browser send the origin of their page. Pages on the list may ask; every other page is refused,
 * because it would ask in the name of whoever visits it. Programs send no origin and are let in.
 * @returns true when the request is answered already
 */
export function answerForeignPage(
  request: IncomingMessage,
  response: ServerResponse,
  allowed: ReadonlySet<string>,
): boolean {
  const { origin } = request.headers
  if (origin !== undefined && !allowed.has(origin)) {
    response
      .writeHead(403, { 'content-type': 'text/plain' })
      .end(`Pages of ${origin} may not ask this server.\n`)
    return true
  }
  if (origin !== undefined) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-expose-headers', 'mcp-session-id, www-authenticate, retry-after')
    response.setHeader('vary', 'origin')
  }
  if (request.method !== 'OPTIONS') return false
  response.writeHead(204, {
    'access-control-allow-methods': 'POST, GET, DELETE',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type',
    'access-control-max-age': '86400',
  })
  response.end()
  return true
}
