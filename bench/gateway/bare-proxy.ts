/**
 * The floor: passes a request on and its answer back with Node's own server and client, connections kept open. It reads
 * nothing of either. UPSTREAM names the server; it sends its port when it listens.
 */
import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

const upstream = new URL(process.env['UPSTREAM'] ?? '')
const agent = new Agent({ keepAlive: true })

const server = createServer((request, response) => {
  const { method = 'GET', headers } = request
  const { hostname, port, pathname, host } = upstream
  const onward = send(
    { agent, hostname, port, path: pathname, method, headers: { ...headers, host } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  onward.once('error', () => response.destroy())
  request.pipe(onward)
})
server.keepAliveTimeout = 600_000
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
