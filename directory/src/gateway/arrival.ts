import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StopSignal } from '@connectory/wire'
import { StopSwitch } from './stop-switch.ts'

/** Headers that are only read. What the platform's `Headers` gives, or Node's. */
export interface ReadHeaders extends Iterable<[string, string]> {
  get(name: string): string | null
  /** In lower case. */
  keys(): Iterable<string>
}

/** A caller's request as the gateway looks at it; the platform's `Request` is one too. */
export interface Posted {
  readonly method: string
  readonly headers: ReadHeaders
  /** Raised when the caller has gone. */
  readonly signal: StopSignal
  readonly body: AsyncIterable<Uint8Array> | null
}

/** A request of Node without the streams and copies of the platform's. */
export function arrivalOf(request: IncomingMessage, response: ServerResponse): Posted {
  const gone = new StopSwitch()
  response.on('close', () => {
    if (!response.writableFinished) gone.raise()
  })
  return {
    method: request.method ?? 'GET',
    headers: new NodeHeaders(request),
    signal: gone,
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
    if (lower === 'authorization') return this.#every(lower)
    const value = this.#request.headers[lower]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  }

  keys(): readonly string[] {
    return Object.keys(this.#request.headers)
  }

  #every(name: string): string | null {
    const { headers, rawHeaders } = this.#request
    if (typeof headers[name] !== 'string') return null
    let all: string | undefined
    for (let at = 0; at < rawHeaders.length; at += 2) {
      const raw = rawHeaders[at] ?? ''
      if (raw.length !== name.length || raw.toLowerCase() !== name) continue
      const value = rawHeaders[at + 1] ?? ''
      all = all === undefined ? value : `${all}, ${value}`
    }
    return all ?? null
  }

  *[Symbol.iterator](): IterableIterator<[string, string]> {
    for (const name of this.keys()) yield [name, this.get(name) ?? '']
  }
}
