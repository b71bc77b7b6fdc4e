import {
  createSafeFetch,
  decorateFetch,
  WireError,
  type SafeFetch,
  type SafeRequest,
  type SafeResponse,
} from '@connectory/wire'
import type { Clock } from '../../directory/src/kernel/index.ts'
import { approvedTools } from './tools.ts'

/** How a server can fail, each named as the state that looks must find. */
export const faultKinds = [
  'dns',
  'tls',
  'no-connection',
  'time-out',
  '4xx',
  '5xx',
  'wrong-transport',
  'not-mcp',
  'auth-gated',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** What a server does from `from` until `until`, in milliseconds since 1970. */
export interface Fault {
  /** `rate-limited` is no fault: it says nothing of a server's health. */
  readonly kind: FaultKind | 'rate-limited'
  readonly from: number
  readonly until: number
  /** Only the first look meets it. */
  readonly once?: true
}

/** Other tools than those that were approved. */
export interface Change {
  readonly from: number
  readonly until: number
  readonly tools: readonly unknown[]
}

export interface Server {
  readonly url: string
  readonly era: 'modern' | 'legacy'
  /** Asks for a login, as its listing says. */
  readonly gated: boolean
  /** In the order of time, never two at once. */
  readonly faults: readonly Fault[]
  readonly change?: Change
}

export interface Population {
  /** What monitoring asks instead of the network. */
  readonly fetch: SafeFetch
  /** Looks so far that reached a server. */
  looks(): number
  /** Of one server, oldest first. */
  looksAt(url: string): readonly number[]
  /** Looks that met this fault. */
  met(fault: Fault): number
}

interface Life {
  readonly server: Server
  readonly looks: number[]
  /** The first of the faults that is not over. */
  next: number
  /** When a fault of one look was met. */
  onceAt: number
}

/** While our network is cut nothing is reached, and no server notices. */
export interface Cut {
  readonly from: number
  readonly until: number
}

const control = new URL('https://control.example/')
export const controls = [control]

/** Servers that do at each moment of the simulated time what their script says, behind the door that the product uses. */
export function createPopulation(servers: readonly Server[], clock: Clock, cut?: Cut): Population {
  const lives = new Map<string, Life>()
  for (const server of servers) lives.set(server.url, { server, looks: [], next: 0, onceAt: 0 })
  const met = new Map<Fault, number>()
  let looks = 0
  const answer = async (url: URL, request: SafeRequest): Promise<SafeResponse> => {
    const at = clock.now().getTime()
    if (cut !== undefined && at >= cut.from && at < cut.until) throw failure('dns-failed', url)
    if (url.host === control.host) return reply(url, 204, '')
    const life = lives.get(url.href)
    if (life === undefined) throw failure('dns-failed', url)
    const isNewLook = life.looks.at(-1) !== at
    const fault = faultAt(life, at)
    if (isNewLook) {
      life.looks.push(at)
      looks += 1
      if (fault !== undefined) met.set(fault, (met.get(fault) ?? 0) + 1)
    }
    if (fault !== undefined) return failed(fault.kind, url)
    return life.server.gated ? reply(url, 401, '') : well(life.server, url, String(request.body), at)
  }
  return {
    fetch: decorateFetch(createSafeFetch({ allowLoopback: false }), answer),
    looks: () => looks,
    looksAt: (url) => lives.get(url)?.looks ?? [],
    met: (fault) => met.get(fault) ?? 0,
  }
}

function faultAt(life: Life, at: number): Fault | undefined {
  const { faults } = life.server
  let fault = faults[life.next]
  while (fault !== undefined && (at >= fault.until || (fault.once && life.onceAt > 0 && life.onceAt < at))) {
    life.onceAt = 0
    fault = faults[(life.next += 1)]
  }
  if (fault === undefined || at < fault.from) return undefined
  if (fault.once) life.onceAt = at
  return fault
}

function failed(kind: Fault['kind'], url: URL): SafeResponse {
  switch (kind) {
    case 'dns':
      throw failure('dns-failed', url)
    case 'tls':
      throw failure('tls-failed', url)
    case 'no-connection':
      throw failure('connection-refused', url)
    case 'time-out':
      throw failure('headers-timeout', url)
    case '4xx':
      return reply(url, 404, '{"error":"gone"}')
    case '5xx':
      return reply(url, 503, '')
    case 'wrong-transport':
      return reply(url, 405, '')
    case 'not-mcp':
      return reply(url, 200, '<html><body>It works!</body></html>', 'text/html')
    case 'auth-gated':
      return reply(url, 401, '')
    case 'rate-limited':
      return reply(url, 429, '')
  }
}

function failure(
  code: 'dns-failed' | 'tls-failed' | 'connection-refused' | 'headers-timeout',
  url: URL,
): WireError {
  return new WireError(code, `${url.href}: ${code}, as scripted.`, { url: url.href })
}

/** A healthy answer in the language of the server. @see MCP 2026-07-28 and 2025-11-25 basic/lifecycle */
function well({ era, change }: Server, url: URL, body: string, at: number): SafeResponse {
  const { id, method } = JSON.parse(body) as { readonly id?: number; readonly method: string }
  if (method.startsWith('notifications/')) return reply(url, 202, '')
  if (method === 'tools/list') {
    const changed = change !== undefined && at >= change.from && at < change.until
    return result(url, id, { tools: changed ? change.tools : approvedTools })
  }
  if (era === 'legacy') {
    if (method !== 'initialize') return reply(url, 400, '{"error":"unknown"}')
    return result(url, id, {
      protocolVersion: '2025-11-25',
      capabilities: { tools: {} },
      serverInfo: { name: 'scripted', version: '1' },
    })
  }
  return result(url, id, {
    resultType: 'complete',
    supportedVersions: ['2026-07-28'],
    capabilities: { tools: {} },
    ttlMs: 1000,
    cacheScope: 'private',
    _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'scripted', version: '1' } },
  })
}

function result(url: URL, id: unknown, value: unknown): SafeResponse {
  return reply(url, 200, JSON.stringify({ jsonrpc: '2.0', id, result: value }))
}

function reply(url: URL, status: number, text: string, type = 'application/json'): SafeResponse {
  const headers = new Headers({ 'content-type': type })
  const bytes = new TextEncoder().encode(text)
  return {
    url: url.href,
    status,
    headers,
    header: (name) => headers.get(name),
    address: '192.0.2.1',
    get body() {
      return new ReadableStream<Uint8Array>({
        start(controller) {
          if (bytes.byteLength > 0) controller.enqueue(bytes)
          controller.close()
        },
      })
    },
    bytes: async () => bytes,
    text: async () => text,
    json: async () => JSON.parse(text),
  }
}
