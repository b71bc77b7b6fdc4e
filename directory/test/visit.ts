import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface Visit {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly url: URL
}

/** A browser without a screen: keeps cookies, follows redirects one at a time. */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  readonly #ca: string | undefined

  constructor(ca?: string) {
    this.#ca = ca
  }

  async open(
    url: URL,
    form?: URLSearchParams | string,
    type = 'application/x-www-form-urlencoded',
  ): Promise<Visit> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    return await new Promise((resolve, reject) => {
      const outgoing = send(
        url,
        {
          method: form === undefined ? 'GET' : 'POST',
          headers: { cookie, ...(form !== undefined && { 'content-type': type, origin: url.origin }) },
          ...(this.#ca !== undefined && { ca: this.#ca }),
        },
        (incoming) => {
          for (const line of incoming.headers['set-cookie'] ?? []) this.#keep(line)
          const parts: Buffer[] = []
          incoming.on('data', (part: Buffer) => parts.push(part))
          incoming.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8')
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, url })
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(form?.toString())
    })
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    this.#cookies.set(name, value.join('='))
  }
}

/** Walks through oidc-provider's sign-in with the two buttons. @returns the address that it sends the browser back to */
export async function signIn(to: URL, callback: string, answer: 'allow' | 'deny', ca?: string): Promise<URL> {
  const visitor = new Visitor(ca)
  let visit = await visitor.open(to)
  for (let hop = 0; hop < 10; hop += 1) {
    const { location } = visit.headers
    if (location === undefined) {
      if (visit.status !== 200)
        throw new Error(`The sign-in answered ${visit.status}: ${visit.text.slice(0, 500)}`)
      visit = await visitor.open(visit.url, new URLSearchParams({ answer }))
      continue
    }
    const next = new URL(location, visit.url)
    if (next.href.startsWith(callback)) return next
    visit = await visitor.open(next)
  }
  throw new Error('The sign-in did not end.')
}
