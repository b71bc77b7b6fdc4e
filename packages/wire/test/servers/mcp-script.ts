import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen, type RunningServer } from './listen.ts'

export interface Incoming {
  readonly method: string
  readonly id?: number
  readonly params?: Readonly<Record<string, unknown>>
  readonly headers: IncomingMessage['headers']
}

/** A server that answers each JSON-RPC message as the test's script says, and remembers what it was sent. */
export interface ScriptedServer extends RunningServer {
  readonly url: string
  readonly received: readonly Incoming[]
}

export async function startScript(
  answer: (message: Incoming, response: ServerResponse) => void,
): Promise<ScriptedServer> {
  const received: Incoming[] = []
  const server = await listen((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Omit<Incoming, 'headers'>
      const message = { ...body, headers: request.headers }
      received.push(message)
      answer(message, response)
    })
  })
  return { ...server, url: `${server.origin}/mcp`, received }
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

export function sendResult(
  response: ServerResponse,
  id: number | undefined,
  result: unknown,
  headers: Record<string, string> = {},
): void {
  sendJson(response, { jsonrpc: '2.0', id, result }, 200, headers)
}

/** A plain legacy server with a session. */
export function answerLegacy({ method, id }: Incoming, response: ServerResponse): void {
  if (method === 'initialize') {
    sendResult(
      response,
      id,
      {
        protocolVersion: '2025-06-18',
        capabilities: { tools: {} },
        serverInfo: { name: 'old', version: '1' },
      },
      { 'mcp-session-id': 's-1' },
    )
  } else if (id === undefined) response.writeHead(202).end()
  else if (method === 'tools/list') sendResult(response, id, { tools: [{ name: 'read' }] })
  else
    sendJson(
      response,
      { jsonrpc: '2.0', id: null, error: { code: -32000, message: 'Server not initialized' } },
      400,
    )
}
