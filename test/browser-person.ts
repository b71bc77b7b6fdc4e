import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** One answer, exactly as it came: no redirect followed, no header changed. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly cookies: readonly string[]
  readonly text: string
}

export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly ca?: string
}

/** HTTP with every header in the caller's hand, also Host and Origin, which fetch keeps for itself. */
export async function send(url: URL, { method = 'GET', headers = {}, body, ca }: Sent = {}): Promise<Answer> {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest
  return await new Promise((resolve, reject) => {
    // A connection each: a server may close one after an answer, and a kept one would then fail the next request.
    const options = { method, headers, agent: false, ...(ca !== undefined && { ca }) }
    const outgoing = open(url, options, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.once('error', reject)
      incoming.once('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          cookies: incoming.headers['set-cookie'] ?? [],
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

export interface Posted {
  /** The page that has the form; its token is sent along. Default: the path itself. */
  readonly from?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Instead of the page's own token. */
  readonly token?: string
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** Somebody's browser, without scripts: keeps cookies, sends forms with the token of the page, follows nothing. */
export class BrowserPerson {
  readonly home: URL
  readonly jar = new Map<string, string>()
  readonly #ca: string | undefined

  constructor(home: URL, ca?: string) {
    this.home = home
    this.#ca = ca
  }

  cookieHeader(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(path: string | URL, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return await this.#send(path, { headers })
  }

  async post(path: string | URL, fields: Fields = {}, posted: Posted = {}): Promise<Answer> {
    const token = posted.token ?? (await this.formToken(posted.from ?? String(path)))
    const body = new URLSearchParams({ _token: token })
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one)
    }
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: this.home.origin,
      'sec-fetch-site': 'same-origin',
      ...posted.headers,
    }
    return await this.#send(path, { method: 'POST', headers, body: body.toString() })
  }

  async formToken(page: string): Promise<string> {
    const { text, status } = await this.get(page)
    const token = /name="_token" value="([^"]+)"/.exec(text)?.[1]
    if (token === undefined) throw new Error(`${page} answered ${status} without a form token.`)
    return token
  }

  async #send(path: string | URL, sent: Sent): Promise<Answer> {
    const headers = { cookie: this.cookieHeader(), accept: 'text/html', ...sent.headers }
    const ca = this.#ca === undefined ? {} : { ca: this.#ca }
    const answer = await send(new URL(path, this.home), { ...sent, headers, ...ca })
    for (const line of answer.cookies) this.#keep(line)
    return answer
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const at = pair.indexOf('=')
    const gone = attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970.*)$/i.test(attribute))
    if (gone) this.jar.delete(pair.slice(0, at))
    else this.jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

/** HTML as a person would read it, near enough for looking for sentences. */
export function readable(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
