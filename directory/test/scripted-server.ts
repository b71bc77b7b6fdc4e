import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { listen } from './login-server.ts'
import { notJson } from './raw-mcp.ts'

/** One request as it came over the wire. */
export interface Received {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  /** Names and values as sent, in order. */
  readonly rawHeaders: readonly string[]
  readonly body: string
  /** The parsed body; {} when there is none. */
  readonly message: {
    readonly id?: unknown
    readonly method?: string
    readonly params?: Record<string, unknown>
  }
}

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string
  readonly received: Received[]
}

/** What a server does with one request. */
export type Script = (
  received: Received,
  response: ServerResponse,
  request: IncomingMessage,
) => void | Promise<void>

/**
 * A server that does exactly what its script says, also what no library would do. `server/discover` and `initialize`
 * are answered for its era unless the script wants them.
 */
export async function scriptedServer(
  era: 'modern' | 'legacy',
  script: Script,
  options: { readonly opening?: 'script' } = {},
): Promise<ScriptedServer> {
  const received: Received[] = []
  const server = await listen(() => async (request, response) => {
    // Whoever asks may be killed in the middle of the question.
    const parts = await request.toArray().catch(() => undefined)
    if (parts === undefined) return
    const body = Buffer.concat(parts).toString('utf8')
    const message = messageIn(body)
    if (message === undefined) return reply(response, 400, notJson)
    const { method = '', headers, rawHeaders } = request
    const one: Received = { method, headers, rawHeaders, body, message }
    received.push(one)
    if (options.opening === undefined && answerOpening(era, one, response)) return
    await script(one, response, request)
  })
  return {
    url: `${server.origin}/mcp`,
    received,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function messageIn(body: string): Received['message'] | undefined {
  try {
    return body === '' ? {} : JSON.parse(body)
  } catch {
    return undefined
  }
}

function answerOpening(era: 'modern' | 'legacy', { message }: Received, response: ServerResponse): boolean {
  const { method, id } = message
  if (method === 'server/discover') {
    if (era === 'legacy')
      reply(response, 400, { jsonrpc: '2.0', id: null, error: { code: -32000, message: 'no' } })
    else {
      reply(response, 200, {
        jsonrpc: '2.0',
        id,
        result: {
          resultType: 'complete',
          supportedVersions: ['2026-07-28'],
          capabilities: { tools: {} },
          instructions: 'Be kind.',
          ttlMs: 1000,
          cacheScope: 'private',
          _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'scripted', version: '1' } },
        },
      })
    }
    return true
  }
  if (method === 'initialize' && era === 'modern') {
    const data = { supported: ['2026-07-28'], requested: '2025-11-25' }
    reply(response, 400, {
      jsonrpc: '2.0',
      id,
      error: { code: -32022, message: 'Unsupported version', data },
    })
    return true
  }
  if (method === 'initialize') {
    const result = {
      protocolVersion: '2025-11-25',
      capabilities: { tools: {} },
      serverInfo: { name: 'scripted', version: '1' },
    }
    reply(response, 200, { jsonrpc: '2.0', id, result })
    return true
  }
  if (method?.startsWith('notifications/') === true) {
    response.writeHead(202).end()
    return true
  }
  return false
}

export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
