import type { ResponseHead } from './safe-fetch.ts'

/** Names and values in turn, as they arrived. */
export type RawHeaders = readonly Buffer[]

const notLatin = /[^\t\u0020-\u007e\u0080-\u00ff]/g

/**
 * Status and headers of an answer. Most readers ask for one header or two, which are looked for in the bytes; the platform's
 * `Headers`, which take longer to fill than the answer takes to read, are made for those who ask for all.
 */
export class ArrivedHead implements ResponseHead {
  readonly status: number
  readonly #raw: RawHeaders
  #headers: Headers | undefined

  constructor(status: number, raw: RawHeaders) {
    this.status = status
    this.#raw = raw
  }

  /** What `headers.get(name)` gives. @param name in lower case */
  header(name: string): string | null {
    let found: string | null = null
    for (let at = 0; at < this.#raw.length; at += 2) {
      const own = this.#raw[at]
      if (own?.length !== name.length || text(own).toLowerCase() !== name) continue
      const value = readable(text(this.#raw[at + 1]))
      found = found === null ? value : `${found}, ${value}`
    }
    return found
  }

  get headers(): Headers {
    this.#headers ??= platformHeaders(this.#raw)
    return this.#headers
  }
}

function text(bytes: Buffer | undefined): string {
  return bytes?.toString('latin1') ?? ''
}

/** As nearly all are: nothing around them and nothing strange in them. */
const plain = /^[\u0021-\u007e](?:[\t\u0020-\u007e]*[\u0021-\u007e])?$/

/** Without the white space around it, as `Headers` give it. */
function readable(value: string): string {
  if (plain.test(value)) return value
  return value.replaceAll(notLatin, '?').replace(/^[\t ]+|[\t ]+$/g, '')
}

/** A value with strange bytes would make `Headers` throw; a stranger must not get that far. */
function platformHeaders(raw: RawHeaders): Headers {
  const headers = new Headers()
  for (let at = 0; at < raw.length; at += 2) {
    try {
      headers.append(text(raw[at]), text(raw[at + 1]).replaceAll(notLatin, '?'))
    } catch {
      // A malformed header name carries nothing that anybody here would read.
    }
  }
  return headers
}
