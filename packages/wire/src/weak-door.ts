import { isIP } from 'node:net'
import * as tls from 'node:tls'
import { Agent, request } from 'undici'
import { checkUrl } from './check-url.ts'
import { explainFailure } from './connection-error.ts'
import { WireError } from './errors.ts'
import { createGuardedConnector, guardedLookup, type Resolve } from './guarded-connector.ts'
import { assertAddressesAllowed } from './address.ts'

/** TLS 1.0 and 1.1, which RFC 8996 retires. */
export const oldVersions = ['TLSv1', 'TLSv1.1'] as const
export type OldVersion = (typeof oldVersions)[number]

export interface PlainAnswer {
  /** The address that was asked. */
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** The first 64 KiB. */
  readonly text: string
}

interface Limits {
  /** Default 4,000. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/**
 * Ways into the host of an https address that are weaker than those we use: to see whether they are open, never to
 * talk over. Addresses are judged as everywhere. Nothing is sent over an old handshake; over plain http goes the given
 * body alone, without query, credentials or any header of the caller, and no redirect is followed.
 */
export interface WeakDoor {
  /** Whether the host agrees to this version. @throws WireError when that could not be seen */
  handshake(url: string | URL, version: OldVersion, limits?: Limits): Promise<'accepted' | 'refused'>
  /** Posts JSON to the same path over plain http. @throws WireError */
  plain(url: string | URL, json: string, limits?: Limits): Promise<PlainAnswer>
}

export interface WeakDoorOptions {
  readonly allowLoopback: boolean
  readonly resolve: Resolve
  readonly plainHttpPort: number
  readonly userAgent: string
}

const defaultTimeoutMs = 4_000
const MOST_BYTES = 64 * 1024

export function createWeakDoor(options: WeakDoorOptions): WeakDoor {
  return {
    handshake: async (url, version, limits = {}) =>
      handshake(checked(url, options), version, options, limits),
    plain: async (url, json, limits = {}) => plain(checked(url, options), json, options, limits),
  }
}

function checked(input: string | URL, { allowLoopback }: WeakDoorOptions): URL {
  const url = checkUrl(input, allowLoopback)
  if (url.protocol === 'https:') return url
  throw new WireError('insecure-scheme', `http://${url.host} has no way that is weaker still.`, {
    host: url.host,
  })
}

async function handshake(
  url: URL,
  version: OldVersion,
  options: WeakDoorOptions,
  { timeoutMs = defaultTimeoutMs, signal }: Limits,
): Promise<'accepted' | 'refused'> {
  const host = bare(url)
  const { allowLoopback, resolve } = options
  // A literal address asks no resolver, so it is judged here.
  if (isIP(host) !== 0) assertAddressesAllowed(host, [host], { allowLoopback, protocol: 'https:' })
  const over = AbortSignal.timeout(timeoutMs)
  const stopped = signal ? AbortSignal.any([signal, over]) : over
  stopped.throwIfAborted()
  const socket = tls.connect({
    host,
    port: Number(url.port || 443),
    ...(isIP(host) === 0 && { servername: host }),
    lookup: guardedLookup({ allowLoopback, resolve }, 'https:'),
    minVersion: version,
    maxVersion: version,
    // The ciphers of these versions are below what OpenSSL allows by itself.
    ciphers: 'DEFAULT:@SECLEVEL=0',
    // The certificate was judged before; what is asked here is the version alone, and nothing is sent.
    rejectUnauthorized: false,
  })
  try {
    await new Promise<void>((done, fail) => {
      socket.once('secureConnect', done).once('error', fail)
      stopped.addEventListener('abort', () => fail(stopping(url, timeoutMs, over)), { once: true })
    })
    return 'accepted'
  } catch (error) {
    if (isRefusal(error)) return 'refused'
    throw explainFailure(error, url)
  } finally {
    socket.on('error', () => undefined).destroy()
  }
}

/** The other side said no or hung up. That this side knows no such version (NO_PROTOCOLS) is no refusal. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^ERR_SSL_.*(?:ALERT|UNSUPPORTED_PROTOCOL|WRONG_)|^ECONNRESET$|^EPIPE$/.test(code)
}

function stopping(url: URL, timeoutMs: number, over: AbortSignal): WireError {
  if (!over.aborted) return new WireError('cancelled', 'The look was stopped.', { host: url.host })
  return new WireError('timeout', `${url.host} did not answer within ${timeoutMs / 1000} s.`, {
    host: url.host,
    timeoutMs,
  })
}

async function plain(
  { hostname, pathname }: URL,
  json: string,
  options: WeakDoorOptions,
  { timeoutMs = defaultTimeoutMs, signal }: Limits,
): Promise<PlainAnswer> {
  const url = new URL(`http://${hostname}:${options.plainHttpPort}${pathname}`)
  const { allowLoopback, resolve } = options
  const agent = new Agent({
    connect: createGuardedConnector({
      allowLoopback,
      resolve,
      judgedAs: 'https:',
      trustedCertificates: [],
      connectTimeoutMs: timeoutMs,
      onConnected: () => undefined,
    }),
  })
  const over = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'user-agent': options.userAgent,
      },
      body: json,
      signal: signal ? AbortSignal.any([signal, over]) : over,
    })
    const headers = new Headers()
    for (const name of ['location', 'content-type', 'www-authenticate']) {
      const value = answer.headers[name]
      if (typeof value === 'string') headers.set(name, value.replaceAll(/[^\t\u0020-\u007e]/g, '?'))
    }
    return { url: url.href, status: answer.statusCode, headers, text: await firstBytes(answer.body) }
  } catch (error) {
    if (over.aborted || signal?.aborted) throw stopping(url, timeoutMs, over)
    throw explainFailure(error, url)
  } finally {
    await agent.destroy()
  }
}

async function firstBytes(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= MOST_BYTES) break
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, MOST_BYTES))
}

function bare({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}
