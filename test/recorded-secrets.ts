import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What passed the token endpoint of a stranger's server in this process: codes, verifiers, tokens, secrets. */
export function recordTokenEndpoint(): Disposable & { readonly secrets: ReadonlyMap<string, string> } {
  const secrets = new Map<string, string>()
  const keep = (values: Iterable<readonly [string, unknown]>) => {
    for (const [name, value] of values) {
      if (sensitive.has(name) && typeof value === 'string') secrets.set(value, `the server’s ${name}`)
    }
  }
  const listen = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    if (request.url !== '/token') return
    // In the same tick as the server's own listener, so neither of the two misses a byte.
    request.on('data', (part: Buffer) => keep(new URLSearchParams(part.toString('utf8'))))
    const end = response.end.bind(response)
    response.end = ((body?: unknown, ...rest: never[]) => {
      if (typeof body === 'string' || Buffer.isBuffer(body)) keep(Object.entries(JSON.parse(body.toString())))
      return end(body as never, ...rest)
    }) as typeof response.end
  }
  subscribe('http.server.request.start', listen)
  return { secrets, [Symbol.dispose]: () => void unsubscribe('http.server.request.start', listen) }
}

const sensitive: ReadonlySet<string> = new Set([
  'access_token',
  'refresh_token',
  'id_token',
  'code',
  'code_verifier',
  'client_secret',
])

/** Everything that this process prints from now on. */
export function recordOutput(): Disposable & { printed(): string } {
  const streams = [process.stdout, process.stderr]
  const parts: string[] = []
  const originals = streams.map((stream) => stream.write.bind(stream))
  streams.forEach((stream, index) => {
    stream.write = ((part: string | Uint8Array, ...rest: never[]) => {
      parts.push(Buffer.from(part as string).toString('utf8'))
      return originals[index]?.(part, ...rest) ?? true
    }) as typeof stream.write
  })
  return {
    printed: () => parts.join(''),
    [Symbol.dispose]() {
      streams.forEach((stream, index) => {
        const original = originals[index]
        if (original !== undefined) stream.write = original
      })
    },
  }
}
