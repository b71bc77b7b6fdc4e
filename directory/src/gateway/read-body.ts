import { codes, Refusal } from './rpc-error.ts'

/** The body, counted while it is read. @throws Refusal 413 */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = new Refusal(
    413,
    codes.tooLarge,
    `The request has more than ${most} bytes, which is the most that is taken here.`,
  )
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge
  const chunks: Uint8Array[] = []
  let seen = 0
  if (request.body === null) return new Uint8Array()
  for await (const chunk of request.body) {
    seen += chunk.byteLength
    if (seen > most) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
