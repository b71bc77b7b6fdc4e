import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request as both servers read it. */
export interface Call {
  readonly server: 'resource' | 'authorization'
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** One answer, whole: nothing is sent before a fault has had its say. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function json(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) }
}

export function html(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

export function empty(status: number, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body: '' }
}

export function redirect(location: URL | string): Answer {
  return empty(302, { location: String(location) })
}

/** "POST /token": how faults and routes name a request. */
export function nameOf({ method, url }: Call): string {
  return `${method} ${url.pathname}`
}

export async function readCall(
  server: Call['server'],
  origin: string,
  request: IncomingMessage,
): Promise<Call> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const { method = 'GET', headers } = request
  return { server, method, url: new URL(request.url ?? '/', origin), headers, body }
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body)
}
