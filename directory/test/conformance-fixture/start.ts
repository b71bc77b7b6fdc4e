import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from '@modelcontextprotocol/node'
import {
  createMcpHandler,
  isLegacyRequest,
  WebStandardStreamableHTTPServerTransport,
  type McpServer,
  type ServerEvent,
} from '@modelcontextprotocol/server'
import { createFixtureServer } from './server.ts'

export interface Fixture extends AsyncDisposable {
  readonly url: string
}

export interface FixtureOptions {
  /** Default: both. */
  readonly speaks?: 'both' | 'modern' | 'legacy'
}

/** The fixture server on a port of its own: 2026-07-28 without, the older revisions with sessions. */
export async function startFixture({ speaks = 'both' }: FixtureOptions = {}): Promise<Fixture> {
  let publish: (event: ServerEvent) => void = () => undefined
  const make = () => createFixtureServer((event) => publish(event))
  const modern = createMcpHandler(make, { legacy: 'reject' })
  const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>()
  const older = new Set<McpServer>()
  publish = (event) => {
    modern.bus.publish(event)
    for (const server of older) void tell(server, event)
  }
  const makeOlder = () => {
    const server = make()
    older.add(server)
    return server
  }
  const fetch = async (request: Request): Promise<Response> => {
    const isLegacy = await isLegacyRequest(request)
    if (speaks === 'modern' || (speaks === 'both' && !isLegacy)) return await modern.fetch(request)
    return await answerLegacy(request, sessions, makeOlder)
  }
  const handle = toNodeHandler({ fetch })
  const server = createServer((request, response) => {
    if (isForeign(request)) return void response.writeHead(403).end()
    if (request.url?.split('?')[0] !== '/mcp') return void response.writeHead(404).end()
    void handle(request as IncomingMessage & { method: string; url: string }, response as ServerResponse)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    async [Symbol.asyncDispose]() {
      await modern.close()
      await Promise.all([...sessions.values()].map((session) => session.close()))
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Sessions hear of changes on a stream of their own. */
async function tell(server: McpServer, event: ServerEvent): Promise<void> {
  if (!server.isConnected()) return
  if (event.kind === 'tools_list_changed') server.sendToolListChanged()
  if (event.kind === 'prompts_list_changed') server.sendPromptListChanged()
  if (event.kind === 'resource_updated') await server.server.sendResourceUpdated({ uri: event.uri })
}

const ours: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A page elsewhere may have made its own name point here. */
function isForeign({ headers }: IncomingMessage): boolean {
  const named = [`http://${headers.host ?? ''}`, ...(headers.origin === undefined ? [] : [headers.origin])]
  return named.some((url) => !URL.canParse(url) || !ours.has(new URL(url).hostname))
}

async function answerLegacy(
  request: Request,
  sessions: Map<string, WebStandardStreamableHTTPServerTransport>,
  make: typeof createFixtureServer extends (...given: never[]) => infer S ? () => S : never,
): Promise<Response> {
  const named = request.headers.get('mcp-session-id')
  const known = named === null ? undefined : sessions.get(named)
  if (known !== undefined) return await known.handleRequest(request)
  if (named !== null) return new Response(null, { status: 404 })
  const transport = new WebStandardStreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
    onsessioninitialized: (id) => void sessions.set(id, transport),
    onsessionclosed: (id) => void sessions.delete(id),
  })
  await make().connect(transport)
  return await transport.handleRequest(request)
}
