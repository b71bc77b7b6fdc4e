import { IncomingMessage } from 'node:http'
import type { Posted } from './arrival.ts'
import { codes, Refusal } from './rpc-error.ts'

/** The body, counted while it is read. @throws Refusal 413 */
export function readBody(request: Posted, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return Promise.reject(tooLarge(most))
  const { body } = request
  if (body === null) return Promise.resolve(new Uint8Array())
  return body instanceof IncomingMessage ? readIncoming(body, most) : readStream(body, most)
}

async function readStream(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let seen = 0
  for await (const chunk of body) {
    seen += chunk.byteLength
    if (seen > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** By its events: iterating it costs as much as all else that is done with a small body. */
function readIncoming(body: IncomingMessage, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] | undefined
    let seen = 0
    body.on('data', (chunk: Buffer) => {
      seen += chunk.byteLength
      if (seen > most) {
        body.removeAllListeners('data').pause()
        reject(tooLarge(most))
      } else if (chunks === undefined) chunks = [chunk]
      else chunks.push(chunk)
    })
    // Each comes once at most; `once` would wrap every function and take it off again.
    body.on('end', () => {
      const [first, second] = chunks ?? []
      resolve(first !== undefined && second === undefined ? first : Buffer.concat(chunks ?? []))
    })
    body.on('error', () => reject(brokenOff()))
    body.on('close', () => body.readableEnded || reject(brokenOff()))
    // Whoever left while the token was looked at says nothing more.
    if (body.destroyed) reject(brokenOff())
  })
}

/** Made only when it is said: an error remembers where it was made, which takes long. */
function tooLarge(most: number): Refusal {
  return new Refusal(
    413,
    codes.tooLarge,
    `The request has more than ${most} bytes, which is the most that is taken here.`,
  )
}

/** Nobody is left to read it. */
function brokenOff(): Refusal {
  return new Refusal(400, codes.parse, 'The request ended before its body did.')
}
