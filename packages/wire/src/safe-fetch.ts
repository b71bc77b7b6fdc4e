import { Agent } from 'undici'
import { checkUrl } from './check-url.ts'
import { explainFailure } from './connection-error.ts'
import { WireError } from './errors.ts'
import { asPlatformFetch } from './platform-fetch.ts'
import { safeResponse } from './safe-response.ts'
import { ownName, sendRequest, type Arrived } from './send-request.ts'
import type { StopSignal } from './stop-signal.ts'
import { startBudget, type Budget } from './time-budget.ts'
import { partsOf } from './url-parts.ts'
import { createWeakDoor, type WeakDoor } from './weak-door.ts'
import {
  createGuardedConnector,
  resolveBySystem,
  type ConnectionFacts,
  type Resolve,
  type TlsFacts,
} from './guarded-connector.ts'

export interface SafeFetchOptions {
  /** Development, demo and tests: loopback addresses, also on plain http. Never private networks. */
  readonly allowLoopback: boolean
  /** Extra trust anchors (PEM), beside the public ones. */
  readonly trustedCertificates?: readonly string[]
  /** Name resolution; default: the operating system. Every address it returns is judged. */
  readonly resolve?: Resolve
  readonly userAgent?: string
  /** Where the weak door looks for plain http. Default 80. */
  readonly plainHttpPort?: number
}

export interface SafeRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>> | Headers
  readonly body?: string | Uint8Array | null
  /** From the call to the last byte of the body. Default 30,000; a gateway passes 300,000. */
  readonly timeoutMs?: number
  /** From the call to the end of the response headers. Default: `timeoutMs`. */
  readonly headersTimeoutMs?: number
  /** Cap of the body, on the wire and decompressed; a function decides by the headers. Default 8 MiB. */
  readonly maxBytes?: number | ((head: ResponseHead) => number)
  /** Redirects that are followed, same origin only, each one checked anew. Default 0: a 3xx is returned as it is. */
  readonly redirects?: number
  /** Aborting it closes the connection to the server, also in the middle of the body. */
  readonly signal?: StopSignal
}

export interface ResponseHead {
  readonly status: number
  readonly headers: Headers
  /** What `headers.get(name)` gives, for a fraction of its price. @param name in lower case */
  header(name: string): string | null
}

export interface SafeResponse {
  /** Where the answer came from, after redirects. */
  readonly url: string
  readonly status: number
  /** As sent, content-encoding included, although `body` is already decoded. */
  readonly headers: Headers
  /** What `headers.get(name)` gives, for a fraction of its price. @param name in lower case */
  header(name: string): string | null
  /** The IP address that was dialled for this origin. */
  readonly address: string
  readonly tls?: TlsFacts
  /** Decoded, capped, unbuffered. Read it or cancel it, else the connection stays busy until the time cap. */
  readonly body: ReadableStream<Uint8Array>
  bytes(): Promise<Uint8Array>
  /** UTF-8; what is not UTF-8 becomes U+FFFD. */
  text(): Promise<string>
  /** @throws WireError not-json */
  json(): Promise<unknown>
}

/**
 * The only door to addresses that strangers name. https and public unicast addresses only; the address is
 * judged when it is dialled; time, headers and bytes are capped; no redirect crosses an origin, so no
 * credential does.
 * @throws WireError
 */
export interface SafeFetch {
  (url: string | URL, request?: SafeRequest): Promise<SafeResponse>
  /** The same door in the shape of the platform's fetch, for libraries that take one. */
  readonly asFetch: typeof globalThis.fetch
  readonly allowLoopback: boolean
  /** Shows whether a host is open in weaker ways too. Nothing that decorates this fetch reaches it. */
  readonly weak: WeakDoor
  /** The same door with connections of its own, which its `close` ends: for who will not come back soon. */
  apart(): SafeFetch
  /** Closes all connections, running exchanges and those of doors opened apart included. */
  close(): Promise<void>
}

const defaults = { timeoutMs: 30_000, maxBytes: 8 * 1024 * 1024, connectTimeoutMs: 10_000 }
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

export function createSafeFetch(options: SafeFetchOptions): SafeFetch {
  const { allowLoopback, resolve = resolveBySystem, plainHttpPort = 80, userAgent = ownName } = options
  const connections = new Map<string, ConnectionFacts>()
  const connect = createGuardedConnector({
    allowLoopback,
    resolve,
    trustedCertificates: options.trustedCertificates ?? [],
    connectTimeoutMs: defaults.connectTimeoutMs,
    onConnected: (origin, facts) => remember(connections, origin, facts),
  })
  const check = rememberedCheck(allowLoopback)
  const weak = createWeakDoor({ allowLoopback, resolve, plainHttpPort, userAgent })
  const agents = new Set<Agent>()
  const open = (isApart: boolean): SafeFetch => {
    // Ours are exact and cover name resolution too; undici's tick once a second.
    const agent = new Agent({ connect, headersTimeout: 0, bodyTimeout: 0 })
    agents.add(agent)
    const door: Door = { agent, connections, options, check }
    const safeFetch = (url: string | URL, request: SafeRequest = {}): Promise<SafeResponse> => {
      try {
        return travel(door, door.check(url), request)
      } catch (error) {
        return Promise.reject(error)
      }
    }
    return Object.assign(safeFetch, {
      asFetch: asPlatformFetch(safeFetch),
      allowLoopback,
      weak,
      apart: () => open(true),
      async close() {
        const ends = isApart ? [agent] : [...agents]
        for (const end of ends) agents.delete(end)
        await Promise.all(ends.map((end) => end.destroy()))
      },
    })
  }
  return open(false)
}

interface Door {
  readonly agent: Agent
  readonly check: (url: string | URL) => URL
  readonly connections: Map<string, ConnectionFacts>
  readonly options: SafeFetchOptions
}

const mostChecked = 1000
const longestChecked = 2000

/** What `checkUrl` says depends on the text alone, and a gateway asks for the same addresses again and again. */
function rememberedCheck(allowLoopback: boolean): Door['check'] {
  const checked = new Map<string, URL>()
  return (input) => {
    const text = String(input)
    // A query may hold what nobody should keep.
    if (text.includes('?') || text.length > longestChecked) return checkUrl(text, allowLoopback)
    const known = checked.get(text)
    if (known !== undefined) return known
    const url = checkUrl(text, allowLoopback)
    if (checked.size >= mostChecked) checked.clear()
    checked.set(text, url)
    return url
  }
}

/** Remembers the newest connection per origin, for a bounded number of origins. */
function remember(connections: Map<string, ConnectionFacts>, origin: string, facts: ConnectionFacts): void {
  connections.delete(origin)
  connections.set(origin, facts)
  const oldest = connections.keys().next()
  if (connections.size > 1000 && oldest.done !== true) connections.delete(oldest.value)
}

function travel(door: Door, url: URL, request: SafeRequest): Promise<SafeResponse> {
  const totalMs = request.timeoutMs ?? defaults.timeoutMs
  const budget = startBudget({
    totalMs,
    headersMs: request.headersTimeoutMs ?? totalMs,
    signal: request.signal,
  })
  const follows = (request.redirects ?? 0) > 0
  return follows
    ? followRedirects(door, url, request, budget)
    : exchange(door, url, request, budget, budget.end)
}

async function followRedirects(
  door: Door,
  url: URL,
  request: SafeRequest,
  budget: Budget,
): Promise<SafeResponse> {
  try {
    return await hopFrom(door, url, request, budget)
  } catch (error) {
    budget.end()
    throw error
  }
}

async function hopFrom(door: Door, start: URL, request: SafeRequest, budget: Budget): Promise<SafeResponse> {
  const allowed = request.redirects ?? 0
  let url = start
  let hop = request
  for (let followed = 0; ; followed += 1) {
    // The end of a hop's body is the end of the budget only when that hop is the last, which its head says.
    let [last, done] = [false, false]
    const endOnce = (): void => {
      if (last && done) budget.end()
    }
    const response = await exchange(door, url, hop, budget, () => {
      done = true
      endOnce()
    })
    const location = response.header('location')
    if (!redirectStatuses.has(response.status) || location === null) {
      last = true
      endOnce()
      return response
    }
    await response.body.cancel()
    const target = redirectTarget(url, location, response.status, door.options.allowLoopback)
    if (followed >= allowed) throw tooManyRedirects(url, followed)
    hop = redirected(hop, response.status)
    url = target
    budget.restart()
  }
}

function redirectTarget(from: URL, location: string, status: number, allowLoopback: boolean): URL {
  const text = URL.canParse(location, from.href) ? new URL(location, from.href).href : location
  const target = checkUrl(text, allowLoopback)
  if (target.origin === from.origin) return target
  throw new WireError(
    'redirect-refused',
    `${from.host} redirects to another origin, ${target.origin}. It is not followed; use the final URL.`,
    { from: from.href, to: target.href, status },
  )
}

function tooManyRedirects(url: URL, followed: number): WireError {
  return new WireError(
    'too-many-redirects',
    `${url.host} redirected ${followed + 1} times. Use the final URL.`,
    {
      url: url.href,
      followed,
    },
  )
}

/** Fetch standard, HTTP-redirect fetch: only 307 and 308 repeat the method and body. */
function redirected(request: SafeRequest, status: number): SafeRequest {
  const method = (request.method ?? 'GET').toUpperCase()
  const repeats = status === 307 || status === 308 || method === 'GET' || method === 'HEAD'
  return repeats ? request : { ...request, method: 'GET', body: null }
}

function exchange(
  door: Door,
  url: URL,
  request: SafeRequest,
  budget: Budget,
  onDone: () => void,
): Promise<SafeResponse> {
  const { userAgent = ownName } = door.options
  const { maxBytes = defaults.maxBytes } = request
  const explain = (error: unknown): WireError => budget.verdict(url) ?? explainFailure(error, url)
  const answer = ({ head, arriving }: Arrived): SafeResponse => {
    budget.headersArrived()
    const most = typeof maxBytes === 'function' ? maxBytes(head) : maxBytes
    const limits = { url: url.href, maxBytes: most, explain, onDone }
    return safeResponse({
      head,
      arriving,
      url: url.href,
      limits,
      facts: door.connections.get(partsOf(url).origin),
    })
  }
  return sendRequest(door.agent, { url, request, userAgent }, { budget, answer, explain, onDone })
}
