import { pipeline, Transform, type Readable } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { WireError } from './errors.ts'

export interface BodyLimits {
  readonly url: string
  /** Most bytes, counted on the wire and again after decompression. */
  readonly maxBytes: number
  /** Turns what broke the stream into what the caller is told. */
  readonly explain: (error: unknown) => WireError
  /** Called once when the body has ended, failed or was dropped. */
  readonly onDone: () => void
}

/**
 * The body as a web stream: decoded by us, counted before and after decoding, unbuffered (each chunk is
 * passed on as it comes, so server-sent events flow) and with back-pressure. Cancelling it closes the
 * connection to the server.
 * @param open begins to take the body, once its encoding is seen to be one that is read here
 * @throws WireError bad-encoding
 */
export function cappedBody(
  open: () => Readable,
  encoding: string | null,
  limits: BodyLimits,
): ReadableStream<Uint8Array> {
  const decoders = decodersFor(encoding, limits)
  const before = byteCounter(limits, decoders.length > 0 ? ' before decompression' : '')
  const steps: Transform[] =
    decoders.length > 0 ? [before, ...decoders, byteCounter(limits, ' after decompression')] : [before]
  const last = steps.at(-1) ?? before
  // An error of any step destroys all of them; the last one reports it to the reader.
  pipeline([open(), ...steps], () => limits.onDone())
  return toWebStream(last, limits)
}

/** Counts bytes and stops at the cap. */
function byteCounter({ url, maxBytes }: BodyLimits, where: string): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.byteLength
      if (seen <= maxBytes) done(null, chunk)
      else done(tooLarge(url, maxBytes, where))
    },
  })
}

export function tooLarge(url: string, maxBytes: number, where: string): WireError {
  return new WireError(
    'body-too-large',
    `The answer of ${url} is larger than ${maxBytes} bytes${where}; reading stopped. Make the answer smaller or page it.`,
    { url, maxBytes, where: where.trim() },
  )
}

function decodersFor(encoding: string | null, limits: BodyLimits): Transform[] {
  const names = (encoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
  // Stacked encodings multiply a bomb's power and no honest server sends them.
  if (names.length > 1) throw badEncoding(limits.url, names.join(', '))
  const [name] = names
  // Sync flushing hands out what is decoded so far: a compressed event stream must not wait for its end.
  const zlib = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }
  switch (name) {
    case undefined:
      return []
    case 'gzip':
    case 'x-gzip':
      return [createGunzip(zlib)]
    case 'deflate':
      return [eitherDeflate(zlib, limits)]
    case 'br':
      return [
        createBrotliDecompress({
          flush: constants.BROTLI_OPERATION_FLUSH,
          finishFlush: constants.BROTLI_OPERATION_FLUSH,
        }),
      ]
    default:
      throw badEncoding(limits.url, name)
  }
}

/** "deflate" means zlib-wrapped in RFC 9110 section 8.4.1.2, but some servers send it raw. The first byte tells. */
function eitherDeflate(options: { flush: number; finishFlush: number }, limits: BodyLimits): Transform {
  let inner: Transform | undefined
  let decodedBytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (inner === undefined) {
        inner = ((chunk[0] ?? 0) & 0x0f) === 0x08 ? createInflate(options) : createInflateRaw(options)
        inner.on('data', (decoded: Buffer) => {
          decodedBytes += decoded.byteLength
          if (decodedBytes <= limits.maxBytes) this.push(decoded)
          else this.destroy(tooLarge(limits.url, limits.maxBytes, ' after decompression'))
        })
        inner.on('error', (error) => this.destroy(error))
      }
      inner.write(chunk, () => done())
    },
    flush(done) {
      if (inner === undefined) return done()
      inner.once('end', () => done())
      inner.end()
    },
    destroy(error, done) {
      inner?.destroy()
      done(error)
    },
  })
}

function badEncoding(url: string, encoding: string): WireError {
  return new WireError(
    'bad-encoding',
    `${url} answers with content-encoding "${encoding}". Send gzip, br, deflate or no compression.`,
    { url, encoding },
  )
}

/** Like Readable.toWeb, but with a byte-counted queue and our own errors. */
function toWebStream(source: Readable, limits: BodyLimits): ReadableStream<Uint8Array> {
  let open = true
  const once = (act: () => void): void => {
    if (!open) return
    open = false
    act()
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        source.on('data', (chunk: Buffer) => {
          if (!open) return
          controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
          if ((controller.desiredSize ?? 0) <= 0) source.pause()
        })
        source.once('end', () => once(() => controller.close()))
        source.once('error', (error) => once(() => controller.error(limits.explain(error))))
        source.once('close', () => once(() => controller.error(limits.explain(new Error('closed early')))))
        source.pause()
      },
      pull() {
        source.resume()
      },
      cancel() {
        once(() => source.destroy())
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 64 * 1024 }),
  )
}

/** Reads a whole capped stream. */
export async function collect(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
