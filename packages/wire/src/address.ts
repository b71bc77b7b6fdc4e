import ipaddr from 'ipaddr.js'
import { WireError } from './errors.ts'

/** What an IP address is to us: only `public` is dialled, `loopback` when the operator allows it. */
export type AddressKind = 'public' | 'loopback' | 'refused'

export interface AddressVerdict {
  readonly kind: AddressKind
  /** Why, in the words of the IANA registries: 'private', 'linkLocal', 'ipv4Mapped', ... */
  readonly range: string
}

/** Global unicast is 2000::/3; everything else in IPv6 is special or unassigned. RFC 4291 section 2.4 */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Judges one textual IP address. Transition forms (IPv4-mapped, 6to4, Teredo, NAT64) are refused whole:
 * they reach an IPv4 address that our check would not have seen.
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function judgeAddress(text: string): AddressVerdict {
  // Only the four-part decimal form: "0177.0.0.1", "127.1" and "2130706433" mean different hosts to different readers.
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) {
    return { kind: 'refused', range: 'not-an-address' }
  }
  const address = ipaddr.parse(text)
  const range = address.range()
  if (range === 'loopback') return { kind: 'loopback', range }
  if (range !== 'unicast') return { kind: 'refused', range }
  if (address instanceof ipaddr.IPv6 && !address.match(globalUnicast)) {
    return { kind: 'refused', range: 'not-global-unicast' }
  }
  return { kind: 'public', range }
}

export interface AddressPolicy {
  readonly allowLoopback: boolean
  /** http is for loopback only: then even a public address is refused. */
  readonly protocol: 'https:' | 'http:'
}

/**
 * Passes the addresses of one host or throws. All must be of one allowed kind: a name that answers with a
 * public and a private address is an attempt to be checked by the one and dialled by the other.
 * @throws WireError private-address | mixed-addresses | insecure-scheme | dns-failed
 */
export function assertAddressesAllowed(
  host: string,
  addresses: readonly string[],
  policy: AddressPolicy,
): void {
  if (addresses.length === 0) throw noAddress(host)
  const verdicts = addresses.map((address) => ({ address, ...judgeAddress(address) }))
  const kinds = new Set(verdicts.map((verdict) => verdict.kind))
  const facts = { host, addresses: verdicts }
  if (kinds.size > 1) {
    throw new WireError(
      'mixed-addresses',
      `${host} resolves to public and to non-public addresses (${addresses.join(', ')}). Remove the non-public records; nothing was sent.`,
      facts,
    )
  }
  const [kind] = kinds
  if (kind === 'public' && policy.protocol === 'https:') return
  if (kind === 'loopback' && policy.allowLoopback) return
  if (kind === 'public') {
    throw new WireError('insecure-scheme', `http://${host} is not encrypted. Use https.`, facts)
  }
  throw new WireError('private-address', refusal(host, verdicts, policy), facts)
}

export function noAddress(host: string, cause?: unknown): WireError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no address'
  return new WireError(
    'dns-failed',
    `The name ${host} could not be resolved (${code}). Check the spelling and that the name has a public A record.`,
    { host, reason: code },
    { cause },
  )
}

function refusal(
  host: string,
  verdicts: readonly { address: string; kind: AddressKind; range: string }[],
  policy: AddressPolicy,
): string {
  const first = verdicts[0]
  const what =
    first === undefined || first.address === host ? host : `${host} resolves to ${first.address}, which`
  const hint =
    first?.kind === 'loopback' && !policy.allowLoopback
      ? 'Loopback is only for development and must be allowed explicitly.'
      : 'Use a server that is reachable on the public internet.'
  return `${what} is not a public address (${first?.range ?? 'unknown'}); nothing was sent. ${hint}`
}
