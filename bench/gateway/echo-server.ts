/**
 * The server behind every path, in a process of its own: one port for each era of the protocol, and one whose tools
 * hang, drip, send far too much, or send what is no answer. It sends its ports when it listens.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { echo, type EchoMessage } from './echo.ts'

const sessions = new Set<string>()

async function bodyOf(request: IncomingMessage): Promise<EchoMessage> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as EchoMessage
}

function end(
  response: ServerResponse,
  status: number,
  text = '',
  headers: Record<string, string> = {},
): void {
  const type = text === '' ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(text), ...headers }).end(text)
}

const legacy: RequestListener = async (request, response) => {
  if (request.method !== 'POST') return end(response, request.method === 'DELETE' ? 200 : 405)
  const message = await bodyOf(request)
  const answer = echo(message, false)
  const session = request.headers['mcp-session-id']
  if (message.method === 'initialize') {
    const id = randomUUID()
    sessions.add(id)
    return end(response, 200, answer, { 'mcp-session-id': id })
  }
  if (typeof session !== 'string' || !sessions.has(session)) return end(response, 400, error)
  end(response, answer === undefined ? 202 : 200, answer)
}

const error = JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32000, message: 'No session' } })

const modern: RequestListener = async (request, response) => {
  if (request.method !== 'POST') return end(response, 405)
  const answer = echo(await bodyOf(request), true)
  end(response, answer === undefined ? 202 : 200, answer)
}

const tenMegabytes = 'x'.repeat(10_000_000)

const faulty: RequestListener = async (request, response) => {
  if (request.method !== 'POST') return end(response, 405)
  const message = await bodyOf(request)
  const json = { 'content-type': 'application/json' }
  switch (message.method === 'tools/call' ? message.params?.arguments?.text : undefined) {
    case 'hangs':
      return
    case 'drips': {
      response.writeHead(200, json).write('{')
      const drip = setInterval(() => response.write(' '), 50)
      response.once('close', () => clearInterval(drip))
      return
    }
    case 'closes':
      response.writeHead(200, json).write('{"jsonrpc":', () => response.destroy())
      return
    case 'floods':
      return end(
        response,
        200,
        `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"result":"${tenMegabytes}"}`,
      )
    case 'babbles':
      return end(response, 200, '{"jsonrpc":"2.0","result":')
    case 'confuses':
      return end(response, 200, '{"jsonrpc":"2.0","id":"another","result":{"content":[]}}')
    case undefined:
    default:
      end(response, 200, echo(message, true))
  }
}

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  server.keepAliveTimeout = 600_000
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

process.on('disconnect', () => process.exit())
process.send?.({ legacy: await listen(legacy), modern: await listen(modern), faulty: await listen(faulty) })
