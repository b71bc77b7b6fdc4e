import { isWireError, type SafeFetch, type SafeRequest, type SafeResponse } from '@connectory/wire'
import type { TextParameters } from '../kernel/index.ts'

/** Told of each exchange of a sign-in: where it went, and the shapes of what was sent and of what came. */
export type Watcher = (exchange: TextParameters) => void

const mostNames = 40
const longestName = 60

/**
 * The guarded fetch, watched. Of values only kinds are told, of addresses neither query values nor anything that is long
 * enough to be a secret: a trace can be shown to anybody who helps.
 */
export function watchFetch(fetch: SafeFetch, watcher: Watcher): SafeFetch {
  const watched = async (url: string | URL, request: SafeRequest = {}): Promise<SafeResponse> => {
    const sent = sentShape(url, request.method, request.body)
    const response = await told(watcher, sent, () => fetch(url, request))
    const came = head(response.status, response.headers)
    let silent = false
    const tell = (text?: string): void => {
      if (silent) return
      silent = true
      watcher({ ...sent, ...came, ...(text !== undefined && { received: bodyShape(text) }) })
    }
    // A body that is read as a stream goes on to whoever reads it; only whole answers have a shape.
    return {
      url: response.url,
      status: response.status,
      address: response.address,
      ...(response.tls !== undefined && { tls: response.tls }),
      header: (name) => response.header(name),
      headers: response.headers,
      get body() {
        tell()
        return response.body
      },
      bytes: () => response.bytes().finally(tell),
      json: async () => JSON.parse(await response.text().then((text) => (tell(text), text))) as unknown,
      text: () => response.text().then((text) => (tell(text), text)),
    }
  }
  const asFetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const sent = sentShape(request.url, request.method, await request.clone().text())
    const response = await told(watcher, sent, () => fetch.asFetch(request))
    const received = bodyShape(await response.clone().text())
    watcher({ ...sent, ...head(response.status, response.headers), received })
    return response
  }
  const { allowLoopback, weak } = fetch
  const apart = (): SafeFetch => watchFetch(fetch.apart(), watcher)
  return Object.assign(watched, { asFetch, allowLoopback, weak, apart, close: () => fetch.close() })
}

async function told<Answer>(
  watcher: Watcher,
  sent: TextParameters,
  exchange: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await exchange()
  } catch (error) {
    watcher({ ...sent, status: isWireError(error) ? error.code : 'no answer' })
    throw error
  }
}

function head(status: number, headers: Headers): TextParameters {
  const type = headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  return { status, ...(type !== '' && { type: plain(type) }) }
}

function sentShape(address: string | URL, method = 'GET', body?: unknown): TextParameters {
  const { origin, pathname, searchParams } = new URL(address)
  const path = pathname.replaceAll(/[^/]{32,}/g, '…')
  const query = searchParams.size > 0 ? `?${names([...searchParams.keys()])}` : ''
  const sent = typeof body === 'string' && body !== '' ? bodyShape(body) : ''
  return { method, address: `${origin}${path}${query}`, ...(sent !== '' && { sent }) }
}

/** `access_token: text, expires_in: number` of JSON, `grant_type, code` of a form, else what it is. */
export function bodyShape(text: string): string {
  if (text === '') return ''
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return kindOf(value)
    return names(Object.entries(value).map(([name, member]) => `${plain(name)}: ${kindOf(member)}`))
  } catch {
    if (/^[\w.~%+-]+=[^<\s]*$/.test(text)) return names([...new URLSearchParams(text).keys()])
    return /^\s*</.test(text) ? 'HTML' : `${text.length} characters`
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return `list of ${value.length}`
  if (value === null) return 'null'
  return (
    { string: 'text', object: 'object', number: 'number', boolean: 'yes or no' }[typeof value as string] ??
    'other'
  )
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, mostNames).map((name) => name.slice(0, longestName))
  return shown.join(', ') + (all.length > mostNames ? ', …' : '')
}

/** A stranger's word: no control characters, no end of line. */
function plain(text: string): string {
  return text.slice(0, longestName).replaceAll(/[^\x20-\x7e]/g, '?')
}
