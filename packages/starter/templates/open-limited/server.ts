import { createServer, type IncomingMessage, type Server } from 'node:http'
import { pathToFileURL } from 'node:url'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { answerForeignPage } from './origins.ts'
import { createTimeServer } from './time-tools.ts'

interface Settings {
  /** One limit for everybody together: an open server cannot tell its callers apart. */
  readonly requestsPerMinute: number
  /** Origins of pages that may ask from a browser. */
  readonly allowedOrigins?: readonly string[]
}

/** A request that reached a server has both. */
type ServerRequest = IncomingMessage & { method: string; url: string }

const claude = ['https://claude.ai']

/**
 * An open MCP server over Streamable HTTP for both protocol eras, with one global limit.
 * Over the limit it answers 429 with Retry-After; put it behind TLS before you publish it.
 */
export function createOpenServer({ requestsPerMinute, allowedOrigins = claude }: Settings): Server {
  const allowed = new Set(allowedOrigins)
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 })
  const mcp = toNodeHandler(createMcpHandler(createTimeServer))
  return createServer(async (request, response) => {
    if (request.url?.split('?')[0] !== '/mcp') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('The MCP endpoint is /mcp.\n')
      return
    }
    if (answerForeignPage(request, response, allowed)) return
    try {
      await limiter.consume('everybody')
    } catch (spent) {
      const wait = Math.ceil(((spent as { msBeforeNext?: number }).msBeforeNext ?? 60_000) / 1000)
      response.writeHead(429, { 'content-type': 'text/plain', 'retry-after': String(wait) })
      response.end(
        `This server answers ${requestsPerMinute} requests a minute in all. Try again in ${wait} seconds.\n`,
      )
      return
    }
    await mcp(request as ServerRequest, response)
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const port = Number(process.env['PORT'] ?? 3000)
  const origins = process.env['ALLOWED_ORIGINS']?.split(',').map((origin) => origin.trim())
  const server = createOpenServer({
    requestsPerMinute: Number(process.env['REQUESTS_PER_MINUTE'] ?? 600),
    ...(origins === undefined ? {} : { allowedOrigins: origins }),
  })
  server.listen(port, process.env['HOST'] ?? '127.0.0.1', () => {
    console.log(`MCP server on http://127.0.0.1:${port}/mcp`)
  })
}
