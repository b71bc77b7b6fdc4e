import type { ArrivedHead } from './arrived-head.ts'
import type { ArrivingBody } from './arriving-body.ts'
import { cappedBody, collect, tooLarge, type BodyLimits } from './capped-body.ts'
import { WireError } from './errors.ts'
import type { ConnectionFacts, TlsFacts } from './guarded-connector.ts'
import type { SafeResponse } from './safe-fetch.ts'
import type { Arrived } from './send-request.ts'

interface ResponseParts extends Arrived {
  readonly url: string
  readonly limits: BodyLimits
  readonly facts: ConnectionFacts | undefined
}

/** Reads one text after another; it keeps nothing between them. */
const utf8 = new TextDecoder()
const decode = (bytes: Uint8Array): string => utf8.decode(bytes)

/** The body is taken once, whole or as a stream; only what is compressed or streamed pays for streams. */
export function safeResponse(parts: ResponseParts): SafeResponse {
  return new Answered(parts)
}

/**
 * A class, for getters written in an object literal are functions of that object alone: V8 then keeps a description of
 * each such object apart, and until the next full collection it holds all that the exchange was made of.
 */
class Answered implements SafeResponse {
  readonly url: string
  readonly status: number
  readonly address: string
  readonly tls?: TlsFacts
  readonly #head: ArrivedHead
  readonly #arriving: ArrivingBody
  readonly #limits: BodyLimits
  #body: ReadableStream<Uint8Array> | undefined
  #whole: Promise<Uint8Array> | undefined

  constructor({ url, head, arriving, limits, facts }: ResponseParts) {
    this.url = url
    this.status = head.status
    this.address = facts?.address ?? ''
    if (facts?.tls !== undefined) this.tls = facts.tls
    this.#head = head
    this.#arriving = arriving
    this.#limits = limits
    // An encoding that nobody reads is refused at once.
    if (!isPlain(this.#encoding())) this.#body = this.#stream()
  }

  get headers(): Headers {
    return this.#head.headers
  }

  header(name: string): string | null {
    return this.#head.header(name)
  }

  get body(): ReadableStream<Uint8Array> {
    this.#body ??= this.#whole === undefined ? this.#stream() : emptyStream()
    return this.#body
  }

  bytes(): Promise<Uint8Array> {
    if (this.#whole !== undefined) return this.#whole
    const { url, maxBytes, explain } = this.#limits
    this.#whole =
      this.#body === undefined
        ? this.#arriving.whole(maxBytes, () => tooLarge(url, maxBytes, ''), explain)
        : collect(this.#body)
    return this.#whole
  }

  text(): Promise<string> {
    return this.bytes().then(decode)
  }

  async json(): Promise<unknown> {
    return parseJson(await this.text(), this.url, this.header('content-type'))
  }

  #encoding(): string | null {
    return this.#head.header('content-encoding')
  }

  #stream(): ReadableStream<Uint8Array> {
    return cappedBody(() => this.#arriving.stream(), this.#encoding(), this.#limits)
  }
}

function isPlain(encoding: string | null): boolean {
  return encoding === null || encoding.trim() === ''
}

/** What is left of a body that was taken whole. */
function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() })
}

function parseJson(text: string, url: string, contentType: string | null): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const what = /^\s*</.test(text)
      ? 'HTML'
      : text.trim() === ''
        ? 'an empty body'
        : 'something that is not JSON'
    throw new WireError(
      'not-json',
      `${url} answers with ${what} (content-type ${contentType ?? 'missing'}) where JSON is expected.`,
      { url, contentType, excerpt: text.slice(0, 300) },
      { cause: error },
    )
  }
}
