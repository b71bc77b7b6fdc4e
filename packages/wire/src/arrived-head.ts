import type { ResponseHead } from './safe-fetch.ts'

export type RawHeaders = Readonly<Record<string, string | string[] | undefined>>

const notLatin = /[^\t\u0020-\u007e\u0080-\u00ff]/g

/**
 * Status and headers as undici gives them, names in lower case. Most readers ask for one header or two; the platform's
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
    const value = Object.hasOwn(this.#raw, name) ? this.#raw[name] : undefined
    if (value === undefined) return null
    return Array.isArray(value) ? value.map(readable).join(', ') : readable(value)
  }

  get headers(): Headers {
    this.#headers ??= platformHeaders(this.#raw)
    return this.#headers
  }
}

/** As nearly all are: nothing around them and nothing strange in them. */
const plain = /^[\u0021-\u007e](?:[\t\u0020-\u007e]*[\u0021-\u007e])?$/

/** Without the white space around it, as `Headers` give it. */
function readable(value: string): string {
  if (plain.test(value)) return value
  return value.replaceAll(notLatin, '?').replace(/^[\t ]+|[\t ]+$/g, '')
}

/** A header value outside Latin-1 would make `Headers` throw; a stranger must not get that far. */
function platformHeaders(raw: RawHeaders): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) {
      try {
        headers.append(name, each.replaceAll(notLatin, '?'))
      } catch {
        // A malformed header name carries nothing that anybody here would read.
      }
    }
  }
  return headers
}
