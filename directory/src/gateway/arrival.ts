import type { IncomingMessage, ServerResponse } from 'node:http'

/** Headers that are only read. What the platform's `Headers` gives, or Node's. */
export interface ReadHeaders extends Iterable<[string, string]> {
  get(name: string): string | null
}

/** A caller's request as the gateway looks at it; the platform's `Request` is one too. */
export interface Posted {
  readonly method: string
  readonly headers: ReadHeaders
  /** Raised when the caller has gone. */
  readonly signal: AbortSignal
  readonly body: AsyncIterable<Uint8Array> | null
}

/** A request of Node without the streams and copies of the platform's. */
export function arrivalOf(request: IncomingMessage, response: ServerResponse): Posted {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  return {
    method: request.method ?? 'GET',
    headers: new NodeHeaders(request),
    signal: gone.signal,
    body: request as AsyncIterable<Uint8Array>,
  }
}

class NodeHeaders implements ReadHeaders {
  readonly #request: IncomingMessage

  constructor(request: IncomingMessage) {
    this.#request = request
  }

  get(name: string): string | null {
    const lower = name.toLowerCase()
    // Node keeps the first of these; a second one must be seen, as the platform's `Headers` show it.
    if (lower === 'authorization') return this.#request.headersDistinct[lower]?.join(', ') ?? null
    const value = this.#request.headers[lower]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  }

  *[Symbol.iterator](): IterableIterator<[string, string]> {
    for (const name of Object.keys(this.#request.headers)) yield [name, this.get(name) ?? '']
  }
}
