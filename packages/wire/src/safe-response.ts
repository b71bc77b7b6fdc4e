import { cappedBody, collect, tooLarge, type BodyLimits } from './capped-body.ts'
import { WireError } from './errors.ts'
import type { ConnectionFacts } from './guarded-connector.ts'
import type { SafeResponse } from './safe-fetch.ts'
import type { Arrived } from './send-request.ts'

interface ResponseParts extends Arrived {
  readonly url: string
  readonly limits: BodyLimits
  readonly facts: ConnectionFacts | undefined
}

/** Reads one text after another; it keeps nothing between them. */
const utf8 = new TextDecoder()

/** The body is taken once, whole or as a stream; only what is compressed or streamed pays for streams. */
export function safeResponse({ url, head, arriving, limits, facts }: ResponseParts): SafeResponse {
  const encoding = head.header('content-encoding')
  let body = isPlain(encoding) ? undefined : cappedBody(arriving.stream(), encoding, limits)
  let whole: Promise<Uint8Array> | undefined
  const bytes = (): Promise<Uint8Array> => {
    if (body !== undefined) return collect(body)
    whole ??= arriving
      .whole(limits.maxBytes, () => tooLarge(url, limits.maxBytes, ''))
      .catch((error: unknown) => {
        throw limits.explain(error)
      })
    return whole
  }
  const text = (): Promise<string> => bytes().then((read) => utf8.decode(read))
  return {
    url,
    status: head.status,
    get headers() {
      return head.headers
    },
    header: (name) => head.header(name),
    address: facts?.address ?? '',
    ...(facts?.tls !== undefined && { tls: facts.tls }),
    get body() {
      body ??= whole === undefined ? cappedBody(arriving.stream(), encoding, limits) : emptyStream()
      return body
    },
    bytes,
    text,
    json: async () => parseJson(await text(), url, head.header('content-type')),
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
