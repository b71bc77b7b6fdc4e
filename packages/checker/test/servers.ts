import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { createSafeFetch } from '@connectory/wire'
import { check, type CheckOptions, type Finding, type Report } from '../src/index.ts'

export interface Running extends AsyncDisposable {
  readonly url: string
  readonly origin: string
}

/** A real HTTP server on a free port of loopback. */
export async function serve(listener: RequestListener, path = '/mcp'): Promise<Running> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    url: `${origin}${path}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

type Rpc = { id?: number; method: string; params?: Record<string, unknown> }
export type Answer = (rpc: Rpc, request: IncomingMessage, response: ServerResponse) => unknown

/** A server of the eras before 2026-07-28, written by hand so that it can break every rule. */
export function legacyServer(answer: Answer): RequestListener {
  return withManners((request, response) => {
    void readBody(request).then((body) => {
      if (request.method !== 'POST') return void response.writeHead(405).end()
      const rpc = parsed(body)
      if (!rpc) return void response.writeHead(400).end()
      if (rpc.id === undefined) return void response.writeHead(202).end()
      const { 'mcp-protocol-version': version = initialized.protocolVersion } = request.headers
      if (!/^202[4-6]-/.test(String(version))) return void response.writeHead(400).end()
      const result = answer(rpc, request, response) ?? (rpc.method === 'ping' ? {} : undefined)
      if (response.writableEnded || response.headersSent || response.destroyed) return undefined
      const outcome =
        result === undefined ? { error: { code: -32601, message: 'Method not found' } } : { result }
      response.writeHead(200, { 'content-type': 'application/json' })
      return void response.end(JSON.stringify({ jsonrpc: '2.0', id: rpc.id, ...outcome }))
    })
  })
}

export function parsed(body: string): Rpc | undefined {
  try {
    return JSON.parse(body) as Rpc
  } catch {
    return undefined
  }
}

const trustedOrigins: ReadonlySet<string> = new Set(['https://claude.ai'])
const mostBytes = 1024 * 1024

/** What a careful server does before it reads a message: foreign pages and long bodies are refused, trusted pages may ask. */
export function withManners(listener: RequestListener): RequestListener {
  return (request, response) => {
    const { origin } = request.headers
    if (origin !== undefined && !trustedOrigins.has(origin)) return void response.writeHead(403).end()
    if (origin !== undefined) {
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-expose-headers', 'www-authenticate, mcp-session-id')
    }
    if (request.method === 'OPTIONS') {
      const wanted = request.headers['access-control-request-headers'] ?? ''
      return void response.writeHead(204, { 'access-control-allow-headers': wanted }).end()
    }
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
      request.resume()
      return void response.writeHead(413).end()
    }
    return listener(request, response)
  }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

export const initialized = {
  protocolVersion: '2025-11-25',
  capabilities: { tools: {} },
  serverInfo: { name: 'by-hand', version: '1.0.0' },
}

/** Answers initialize, and tools/list with these entries. */
export function withTools(...tools: unknown[]): RequestListener {
  return legacyServer(({ method }) => {
    if (method === 'initialize') return initialized
    return method === 'tools/list' ? { tools } : undefined
  })
}

export function goodTool(name = 'list_notes'): Record<string, unknown> {
  return {
    name,
    description: 'Lists the notes of a notebook, newest first.',
    inputSchema: {
      type: 'object',
      properties: { limit: { type: 'integer', description: 'How many notes at most.' } },
    },
    annotations: { title: 'List notes', readOnlyHint: true, destructiveHint: false, openWorldHint: false },
  }
}

function registerGoodTool(server: McpServer): void {
  const { description, annotations } = goodTool() as { description: string; annotations: object }
  const inputSchema = z.object({ limit: z.int().optional().describe('How many notes at most.') })
  server.registerTool('list_notes', { description, annotations, inputSchema }, () => ({ content: [] }))
}

/** A server of both eras by the official SDK. */
export function modernServer(register = registerGoodTool): RequestListener {
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'clean', version: '2.0.0' })
    register(server)
    return server
  })
  const listen = toNodeHandler(handler)
  type Request = Parameters<typeof listen>[0]
  return withManners((request, response) => void listen(request as IncomingMessage & Request, response))
}

const safeFetch = createSafeFetch({ allowLoopback: true })

export async function checked(url: string, more: Partial<CheckOptions> = {}): Promise<Report> {
  return check({ url, fetch: safeFetch, now: () => new Date(), ...more })
}

/** "RULE case-or-reason target" of everything that neither passed nor did not apply. */
export function problems(report: Report): string[] {
  return report.findings
    .filter(
      ({ outcome, reason }) =>
        outcome !== 'pass' && outcome !== 'not-applicable' && reason !== 'not-requested',
    )
    .map((finding) =>
      `${finding.rule} ${finding.case ?? finding.because} ${finding.target.replace(report.target, '')}`.trim(),
    )
}

export function findingsOf(report: Report, rule: string): Finding[] {
  return report.findings.filter((finding) => finding.rule === rule)
}
