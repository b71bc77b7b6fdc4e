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

/** Of whom all of it was asked for. */
interface WholeWanted {
  readonly mostBytes: number
  readonly tooLarge: () => Error
  readonly explain: (error: Error) => Error
  readonly resolve: (all: Buffer) => void
  readonly reject: (error: Error) => void
}

/**
 * The body of an answer while it arrives. It is taken once: whole, which costs next to nothing, or as a stream.
 */
export class ArrivingBody {
  readonly #flow: Flow
  /** Undefined while there is none: most answers come in one. */
  #chunks: Buffer[] | undefined
  #bytes = 0
  #state: 'arriving' | 'complete' | { readonly failed: Error } = 'arriving'
  #stream: Readable | undefined
  #whole: WholeWanted | undefined

  constructor(flow: Flow) {
    this.#flow = flow
  }

  push(chunk: Buffer): void {
    if (this.#stream !== undefined) {
      if (!this.#stream.push(chunk)) this.#flow.pause()
      return
    }
    if (this.#chunks === undefined) this.#chunks = [chunk]
    else this.#chunks.push(chunk)
    this.#bytes += chunk.byteLength
    if (this.#whole !== undefined) this.#watchSize()
    else if (this.#bytes > mostWaiting) this.#flow.pause()
  }

  end(): void {
    if (this.#state !== 'arriving') return
    this.#state = 'complete'
    this.#stream?.push(null)
    this.#settle()
  }

  fail(error: Error): void {
    if (this.#state !== 'arriving') return
    this.#state = { failed: error }
    this.#stream?.destroy(error)
    this.#settle()
  }

  /**
   * All of it.
   * @param tooLarge makes the error for a body of more than `mostBytes`, which is not read to its end
   * @param explain what a reader is told of whatever broke it
   */
  whole(mostBytes: number, tooLarge: () => Error, explain: (error: Error) => Error): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#whole = { mostBytes, tooLarge, explain, resolve, reject }
      if (this.#state !== 'arriving') {
        if (this.#bytes > mostBytes) reject(explain(tooLarge()))
        else this.#settle()
        return
      }
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
    for (const chunk of this.#chunks ?? []) stream.push(chunk)
    this.#chunks = undefined
    this.#stream = stream
    if (this.#state === 'complete') stream.push(null)
    else if (this.#state !== 'arriving') stream.destroy(this.#state.failed)
    return stream
  }

  #watchSize(): void {
    if (this.#whole === undefined || this.#bytes <= this.#whole.mostBytes) return
    const error = this.#whole.tooLarge()
    this.#chunks = undefined
    this.fail(error)
    this.#flow.abort(error)
  }

  #settle(): void {
    if (this.#whole === undefined) return
    if (typeof this.#state === 'object') this.#whole.reject(this.#whole.explain(this.#state.failed))
    else this.#whole.resolve(this.#take())
  }

  #take(): Buffer {
    const chunks = this.#chunks ?? []
    const [first] = chunks
    this.#chunks = undefined
    return chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks)
  }
}
