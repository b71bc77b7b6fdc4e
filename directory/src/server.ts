import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { App } from './app.ts'
import { createRoutes } from './routes.ts'

/** How long open requests may take to end when the process is asked to stop. */
const drainMs = 5_000

/**
 * How long a connection waits for its next request. Longer than proxies before us keep one (60 s is usual): whoever closes
 * second never sends a request into a connection that the other side is closing.
 */
const keepAliveMs = 75_000

export interface RunningServer {
  readonly port: number
  stop(): Promise<void>
}

/** Listens on HOST and PORT, with TLS when the configuration has certificates. */
export async function listen(app: App): Promise<RunningServer> {
  const { config, authorization, gateway } = app
  const pages = getRequestListener(createRoutes(app).fetch, { overrideGlobalObjects: false })
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    // First what is asked for most.
    if (gateway.handles(request)) {
      void gateway.nodeHandler(request, response)
      return
    }
    if (authorization.handles(request)) {
      void authorization.nodeHandler(request, response)
      return
    }
    // Addresses come from configuration, never from what a request claims.
    request.headers.host = config.publicUrl.host
    void pages(request, response)
  }
  const server = build(app, answer)
  server.requestTimeout = 330_000
  server.keepAliveTimeout = keepAliveMs
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  return { port: portOf(server), stop: () => stop(server) }
}

function build(
  { config }: App,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  if (config.tls === undefined) return createServer(answer)
  return createTlsServer(
    { cert: readFileSync(config.tls.certFile), key: readFileSync(config.tls.keyFile) },
    answer,
  )
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const impatient = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(impatient)
}
