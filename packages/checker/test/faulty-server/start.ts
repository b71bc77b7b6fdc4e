import {
  createServer,
  type IncomingMessage,
  type Server,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { answerTo } from './answer.ts'
import type { Json } from './content.ts'
import type { Fault, Place } from './fault.ts'
import { releaseToPage } from './gates.ts'
import { createPlan, type Call, type Eras, type Plan } from './plan.ts'
import { isObject, type Reply } from './reply.ts'

export interface FaultyServer extends Place, AsyncDisposable {}

export interface StartOptions {
  readonly eras?: Eras
  readonly faults?: readonly Fault[]
  /** Default: any free port. */
  readonly port?: number
}

/** Starts the exemplary server with these faults on a port of loopback. */
export async function startServer({
  eras = 'both',
  faults = [],
  port = 0,
}: StartOptions): Promise<FaultyServer> {
  const plan = createPlan(eras)
  for (const fault of faults) await fault.change(plan)
  const listener: RequestListener = (request, response) => void serve(plan, request, response)
  const { certificate, oldestTls } = plan
  const old = oldestTls ? { minVersion: oldestTls, ciphers: 'DEFAULT:@SECLEVEL=0' } : {}
  const main = certificate ? createTlsServer({ ...certificate, ...old }, listener) : createServer(listener)
  const servers = [main, ...(plan.plainTwin ? [createServer(listener)] : [])]
  const [at = 0, plainHttpPort] = await Promise.all(servers.map((server) => listen(server, port)))
  const origin = `${certificate ? 'https' : 'http'}://127.0.0.1:${at}`
  return {
    origin,
    url: `${origin}/mcp`,
    ...(certificate ? { certificate } : {}),
    ...(plainHttpPort === undefined ? {} : { plainHttpPort }),
    async [Symbol.asyncDispose]() {
      for (const server of servers) server.closeAllConnections()
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  // A busy machine must not meet a connection that is being closed for idleness.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

async function serve(plan: Plan, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on('error', () => undefined)
  const body = await readBody(request, plan.mostBytes).catch(() => undefined)
  const message = body === undefined ? undefined : parsed(body)
  const method = isObject(message) && typeof message['method'] === 'string' ? message['method'] : ''
  const asked = { request, response, body: body ?? '', method }
  if (plan.onAsked.some((take) => take(asked))) return
  const [reply, call] = replyTo(plan, request, body, message)
  releaseToPage(reply, request)
  for (const change of plan.onReply) change(reply, call)
  if (plan.onSend.some((send) => send(response, reply, call))) return
  response.writeHead(reply.status, reply.headers)
  response.end(reply.body)
}

/** The body as text; undefined when it is longer than the server reads. */
async function readBody(request: IncomingMessage, most: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= most) chunks.push(chunk)
  }
  return bytes > most ? undefined : Buffer.concat(chunks).toString('utf8')
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}

function replyTo(
  plan: Plan,
  request: IncomingMessage,
  body: string | undefined,
  message: Json | undefined,
): [Reply, Call?] {
  for (const gate of plan.gates.values()) {
    const refused = gate({ request, body, message }, plan)
    if (refused) return [refused]
  }
  return answerTo(plan, request.headers, message ?? null)
}
