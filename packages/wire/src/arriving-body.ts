import { Readable } from 'node:stream'

/** Where the bytes come from. */
export interface Flow {
  pause(): void
  resume(): void
  /** Closes the connection. */
  abort(reason: Error): void
}

/** Kept for somebody who has not asked yet; then the server waits. */
const mostWaiting = 64 * 1024

/**
 * The body of an answer while it arrives. It is taken once: whole, which costs next to nothing, or as a stream.
 */
export class ArrivingBody {
  readonly #flow: Flow
  #chunks: Buffer[] = []
  #bytes = 0
  #state: 'arriving' | 'complete' | { readonly failed: Error } = 'arriving'
  #stream: Readable | undefined
  #whole:
    | { readonly mostBytes: number; readonly settle: () => void; readonly tooMany: () => void }
    | undefined

  constructor(flow: Flow) {
    this.#flow = flow
  }

  push(chunk: Buffer): void {
    if (this.#stream !== undefined) {
      if (!this.#stream.push(chunk)) this.#flow.pause()
      return
    }
    this.#chunks.push(chunk)
    this.#bytes += chunk.byteLength
    if (this.#whole !== undefined) this.#watchSize()
    else if (this.#bytes > mostWaiting) this.#flow.pause()
  }

  end(): void {
    if (this.#state !== 'arriving') return
    this.#state = 'complete'
    this.#stream?.push(null)
    this.#whole?.settle()
  }

  fail(error: Error): void {
    if (this.#state !== 'arriving') return
    this.#state = { failed: error }
    this.#stream?.destroy(error)
    this.#whole?.settle()
  }

  /**
   * All of it.
   * @param tooLarge makes the error for a body of more than `mostBytes`, which is not read to its end
   * @param explain what a reader is told of whatever broke it
   */
  whole(mostBytes: number, tooLarge: () => Error, explain: (error: Error) => Error): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        if (typeof this.#state === 'object') reject(explain(this.#state.failed))
        else resolve(this.#take())
      }
      const tooMany = (): void => {
        const error = tooLarge()
        this.#chunks = []
        this.fail(error)
        this.#flow.abort(error)
      }
      this.#whole = { mostBytes, settle, tooMany }
      if (this.#state !== 'arriving') return this.#bytes > mostBytes ? reject(explain(tooLarge())) : settle()
      this.#flow.resume()
      this.#watchSize()
    })
  }

  /** What has come and what will, with back-pressure. Destroying it closes the connection. */
  stream(): Readable {
    const stream = new Readable({
      read: () => this.#flow.resume(),
      destroy: (error, done) => {
        if (this.#state === 'arriving') this.#flow.abort(error ?? new Error('The rest is not wanted.'))
        done(error)
      },
    })
    for (const chunk of this.#chunks) stream.push(chunk)
    this.#chunks = []
    this.#stream = stream
    if (this.#state === 'complete') stream.push(null)
    else if (this.#state !== 'arriving') stream.destroy(this.#state.failed)
    return stream
  }

  #watchSize(): void {
    if (this.#whole !== undefined && this.#bytes > this.#whole.mostBytes) this.#whole.tooMany()
  }

  #take(): Buffer {
    const [first] = this.#chunks
    const all = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks)
    this.#chunks = []
    return all
  }
}
