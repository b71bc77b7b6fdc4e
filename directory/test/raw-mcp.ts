import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export interface RawServer {
  /** Sent as they are, so that a test can send what no library would. */
  readonly tools: readonly unknown[]
  /** Before each answer; a function is asked each time. */
  readonly delayMs?: number | (() => number)
  readonly onRequest?: (method: string) => void
}

/** A server of the era of 2025-06-18 that answers in JSON and keeps no session. */
export function rawMcp({ tools, delayMs = 0, onRequest }: RawServer): RequestListener {
  return async (request, response) => {
    if (request.method !== 'POST') return answer(response, 405)
    const message = await readMessage(request)
    if (message === undefined) return answer(response, 400, notJson)
    onRequest?.(message.method)
    const delay = typeof delayMs === 'number' ? delayMs : delayMs()
    if (delay > 0) await pause(delay)
    if (message.id === undefined) return answer(response, 202)
    const result = resultOf(message.method, tools)
    const error = { code: -32_601, message: 'Method not found' }
    const base = { jsonrpc: '2.0', id: message.id }
    answer(response, 200, result === undefined ? { ...base, error } : { ...base, result })
  }
}

/** The answer to a body that is no JSON; a check sends one. */
export const notJson = { jsonrpc: '2.0', id: null, error: { code: -32_700, message: 'Not JSON' } }

async function readMessage(request: IncomingMessage): Promise<{ method: string; id?: unknown } | undefined> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined
  }
}

function resultOf(method: string, tools: readonly unknown[]): unknown {
  if (method === 'tools/list') return { tools }
  if (method !== 'initialize') return undefined
  return {
    protocolVersion: '2025-06-18',
    capabilities: { tools: {} },
    serverInfo: { name: 'raw', version: '1.0.0' },
  }
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) return void response.writeHead(status).end()
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A server that shows nothing without a login: every request is answered with 401 and names its metadata. */
export function behindLogin(): RequestListener {
  return (request, response) => {
    const origin = `http://${request.headers.host}`
    const metadata = metadataOf(origin, request.url ?? '')
    if (metadata !== undefined) return answer(response, 200, metadata)
    if (request.url !== '/mcp') return answer(response, 404)
    const challenge = `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource/mcp"`
    response.writeHead(401, { 'www-authenticate': challenge }).end()
  }
}

function metadataOf(origin: string, path: string): unknown {
  if (path === '/.well-known/oauth-protected-resource/mcp') {
    return { resource: `${origin}/mcp`, authorization_servers: [origin] }
  }
  if (path !== '/.well-known/oauth-authorization-server') return undefined
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    client_id_metadata_document_supported: true,
  }
}
