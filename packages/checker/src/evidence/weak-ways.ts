import { isObject, isWireError, oldVersions, type OldVersion, type PlainAnswer } from '@connectory/wire'
import type { Looked } from './evidence.ts'
import type { OldTlsFacts, PlainTwinFacts, TlsFacts } from './facts.ts'
import type { Visit } from './visit.ts'

/** Harmless everywhere, and an MCP server answers it in JSON-RPC, if only to say that it wants a session first. */
const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })

/** The handshake as it was made, and whether the host is open in weaker ways too. Asked of public servers alone. */
export async function withWeakWays(
  visit: Visit,
  tls: Looked<TlsFacts>,
  loopback: boolean,
): Promise<Looked<TlsFacts>> {
  if (loopback || !tls.looked || tls.value.plain || !tls.value.trusted) return tls
  const [plainTwin, ...oldTls] = await Promise.all([
    lookAtTwin(visit),
    ...oldVersions.map((version) => tryVersion(visit, version)),
  ])
  return { ...tls, value: { ...tls.value, oldTls, plainTwin } }
}

async function tryVersion({ url, fetch, signal }: Visit, version: OldVersion): Promise<OldTlsFacts> {
  try {
    return { version, outcome: await fetch.weak.handshake(url, version, { signal }) }
  } catch (error) {
    return { version, outcome: 'unclear', problem: problemIn(error) }
  }
}

async function lookAtTwin({ url, fetch, log, signal }: Visit): Promise<PlainTwinFacts> {
  const twin = `http://${url.hostname}${url.pathname}`
  const open = log.begin({ step: 'plain http', method: 'POST', url: twin, headers: {}, body: ping })
  try {
    const answer = await fetch.weak.plain(url, ping, { signal })
    const { status, headers, text } = answer
    open.finish({ response: { status, headers, body: text } })
    return { url: twin, outcome: outcomeOf(answer), status }
  } catch (error) {
    open.finish({ error })
    const closed = isWireError(error) && closings.has(error.code)
    if (closed) return { url: twin, outcome: 'closed' }
    return { url: twin, outcome: 'unclear', problem: problemIn(error) }
  }
}

/** Nobody who connects gets an answer: nothing is served there. A filter that drops packets looks like silence. */
const closings: ReadonlySet<string> = new Set([
  'connection-refused',
  'connection-lost',
  'connect-timeout',
  'unreachable',
  'bad-http',
  'timeout',
])

function outcomeOf({ url, status, headers, text }: PlainAnswer): PlainTwinFacts['outcome'] {
  const location = headers.get('location')
  if (status >= 300 && status < 400 && location !== null) {
    const target = URL.canParse(location, url) ? new URL(location, url) : undefined
    return target?.protocol === 'https:' ? 'redirects' : 'page'
  }
  // Who says no, says that https is wanted.
  if (status === 403 || status === 426) return 'refuses'
  const asksForToken = status === 401 && /^bearer\b/i.test(headers.get('www-authenticate') ?? '')
  const streams = status === 200 && /^text\/event-stream\b/i.test(headers.get('content-type') ?? '')
  if (asksForToken || streams || isMessage(text)) return 'mcp'
  return status < 400 ? 'page' : 'refuses'
}

function isMessage(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && value['jsonrpc'] === '2.0'
  } catch {
    return false
  }
}

/** @throws the error itself when it is not a stranger's fault */
function problemIn(error: unknown): string {
  if (isWireError(error)) return error.message
  throw error
}
