/**
 * An answer whose text is here already. In most calls nobody asks for more than to send it, so what the platform's
 * `Response` can do besides is made when it is asked for.
 */
export class ReadyAnswer {
  readonly status: number
  /** What is sent. */
  readonly content: string
  readonly #given: Record<string, string>
  #headers: Headers | undefined
  #platform: Response | undefined

  private constructor(content: string, status: number, headers: Record<string, string>) {
    this.content = content
    this.status = status
    this.#given = headers
  }

  /**
   * As the platform's `Response`, as far as this gateway and its callers use one.
   * @param headers names in lower case; its own from here on
   */
  static of(content: string, status: number, headers: Record<string, string>): Response {
    return new ReadyAnswer(content, status, headers) as unknown as Response
  }

  get headers(): Headers {
    this.#headers ??= new Headers(this.#given)
    return this.#headers
  }

  /** In place of those of the same name. */
  add(more: Readonly<Record<string, string>>): void {
    if (this.#headers === undefined) Object.assign(this.#given, more)
    else for (const [name, value] of Object.entries(more)) this.#headers.set(name, value)
  }

  /** For Node, with the length of what is sent. */
  plainHeaders(): Readonly<Record<string, string>> {
    const headers = this.#headers === undefined ? this.#given : Object.fromEntries(this.#headers)
    headers['content-length'] = String(Buffer.byteLength(this.content))
    return headers
  }

  platform(): Response {
    const { content, status, headers } = this
    this.#platform ??= new Response(content, { status, headers })
    return this.#platform
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  get body(): ReadableStream<Uint8Array> | null {
    return this.platform().body
  }

  text(): Promise<string> {
    return this.platform().text()
  }

  json(): Promise<unknown> {
    return this.platform().json()
  }
}

/** The same answer with more headers, names in lower case. */
export function withHeaders(answer: Response, more: Readonly<Record<string, string>>): Response {
  const any: unknown = answer
  if (any instanceof ReadyAnswer) any.add(more)
  else for (const [name, value] of Object.entries(more)) answer.headers.set(name, value)
  return answer
}

/** For those who can send nothing else. */
export function asPlatform(answer: Response): Response {
  const any: unknown = answer
  return any instanceof ReadyAnswer ? any.platform() : answer
}
