import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import * as tls from 'node:tls'
import { callbackify } from 'node:util'
import { buildConnector } from 'undici'
import { assertAddressesAllowed, noAddress } from './address.ts'
import { isWireError } from './errors.ts'

/** Name → textual IP addresses. Injected in tests; the default asks the operating system. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** What is known about a connection once it stands. */
export interface ConnectionFacts {
  /** The IP address that was really dialled. */
  readonly address: string
  readonly tls?: TlsFacts
}

export interface TlsFacts {
  /** For example 'TLSv1.3'. */
  readonly protocol: string
  /** End of the certificate's life, ISO 8601; undefined when the peer showed none. */
  readonly validTo?: string
  /** Always true today: an untrusted chain is refused before a response exists. */
  readonly authorized: boolean
}

export interface ConnectorOptions {
  readonly allowLoopback: boolean
  readonly resolve: Resolve
  readonly trustedCertificates: readonly string[]
  readonly connectTimeoutMs: number
  /** Judges addresses as this scheme would be, whatever is dialled; only the weak door does. */
  readonly judgedAs?: 'https:'
  onConnected(origin: string, facts: ConnectionFacts): void
}

/**
 * The connector that undici dials with. The address is judged in the same step that dials it, so a name
 * cannot show one address to the check and another to the connection (DNS rebinding). A literal IP never
 * asks the resolver, therefore it is judged first, here.
 */
export function createGuardedConnector(options: ConnectorOptions): buildConnector.connector {
  const dial = {
    'https:': buildConnector({
      timeout: options.connectTimeoutMs,
      lookup: guardedLookup(options, 'https:'),
      minVersion: 'TLSv1.2',
      ...(options.trustedCertificates.length > 0 && { ca: trustAnchors(options.trustedCertificates) }),
    }),
    'http:': buildConnector({
      timeout: options.connectTimeoutMs,
      lookup: guardedLookup(options, options.judgedAs ?? 'http:'),
    }),
  }
  return (target, callback) => {
    const protocol = target.protocol === 'http:' ? 'http:' : 'https:'
    const host = target.hostname.replace(/^\[(.*)\]$/, '$1')
    if (isIP(host) !== 0) {
      try {
        const { allowLoopback, judgedAs = protocol } = options
        assertAddressesAllowed(host, [host], { allowLoopback, protocol: judgedAs })
      } catch (error) {
        callback(error instanceof Error ? error : new Error(String(error)), null)
        return
      }
    }
    dial[protocol](target, (...result) => {
      const socket = result[1]
      if (socket)
        options.onConnected(`${protocol}//${target.host ?? target.hostname}`, connectionFacts(socket))
      callback(...result)
    })
  }
}

type Judging = Pick<ConnectorOptions, 'allowLoopback' | 'resolve'>

/** The resolver that net.connect asks: it hands out only addresses that passed. */
export function guardedLookup(options: Judging, protocol: 'https:' | 'http:'): LookupFunction {
  const resolve = callbackify((host: string) => resolveChecked(host, options, protocol))
  return (host, wanted, callback) =>
    resolve(host, (error, addresses) => {
      if (error) return callback(error, [])
      const all = addresses.map((address) => ({ address, family: isIP(address) }))
      const first = all[0]
      if (wanted.all === true || first === undefined) callback(null, all)
      else callback(null, first.address, first.family)
    })
}

async function resolveChecked(host: string, options: Judging, protocol: 'https:' | 'http:') {
  let addresses: readonly string[]
  try {
    addresses = await options.resolve(host)
  } catch (error) {
    if (isWireError(error)) throw error
    throw noAddress(host, error)
  }
  assertAddressesAllowed(host, addresses, { allowLoopback: options.allowLoopback, protocol })
  return addresses
}

/** Names that are being asked for: each takes a thread, and a silent name server keeps it for half a minute. */
const asked = new Map<string, Promise<readonly string[]>>()

/** The operating system's answer, all addresses in its order. Who asks meanwhile gets the same one. */
export function resolveBySystem(host: string): Promise<readonly string[]> {
  const known = asked.get(host)
  if (known !== undefined) return known
  const answer = systemLookup(host, { all: true })
    .then((found) => found.map(({ address }) => address))
    .finally(() => asked.delete(host))
  asked.set(host, answer)
  return answer
}

/** Node before 22.15 has no getCACertificates (so no named import of it); its bundled roots are the list then. */
function trustAnchors(extra: readonly string[]): string[] {
  const system =
    typeof tls.getCACertificates === 'function' ? tls.getCACertificates('default') : tls.rootCertificates
  return [...system, ...extra]
}

function connectionFacts(socket: Socket | tls.TLSSocket): ConnectionFacts {
  const address = socket.remoteAddress ?? ''
  if (!(socket instanceof tls.TLSSocket)) return { address }
  const validTo = new Date(socket.getPeerCertificate().valid_to)
  return {
    address,
    tls: {
      protocol: socket.getProtocol() ?? 'unknown',
      ...(!Number.isNaN(validTo.getTime()) && { validTo: validTo.toISOString() }),
      authorized: socket.authorized,
    },
  }
}
