import { createServer as createHttp, type RequestListener, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A server on a free loopback port. */
export interface RunningServer {
  /** Origin with a trailing slash left out: http://127.0.0.1:12345 */
  readonly origin: string
  readonly port: number
  /** How many connections were ever accepted. */
  connections(): number
  close(): Promise<void>
}

export interface Certificate {
  readonly key: string
  readonly cert: string
}

export async function listen(handler: RequestListener, certificate?: Certificate): Promise<RunningServer> {
  const server: Server = certificate ? createHttps(certificate, handler) : createHttp(handler)
  let connections = 0
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
