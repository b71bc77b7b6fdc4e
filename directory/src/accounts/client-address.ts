import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/**
 * The network address that asked, of IPv6 its network; undefined when the request did not come over a socket. What
 * limits attempts counts by it.
 */
export type ClientAddress = (request: IncomingMessage | undefined) => string | undefined

/**
 * X-Forwarded-For counts only when the peer is a trusted proxy, and then the right-most address that is not one:
 * everything left of it was written by the client itself.
 * @param trustedProxies addresses or CIDR ranges, from TRUSTED_PROXIES; none by default.
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList()
  for (const range of trustedProxies) addRange(trusted, range)
  const isTrusted = (address: string): boolean =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (request) => {
    const peer = plain(request?.socket.remoteAddress)
    if (request === undefined || peer === undefined || !isTrusted(peer)) return networkOf(peer)
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
    const chain = [...forwarded.map((part) => part.trim()).filter((part) => isIP(part) !== 0), peer]
    return networkOf(plain(chain.findLast((address) => !isTrusted(plain(address) ?? ''))) ?? peer)
  }
}

function addRange(list: BlockList, range: string): void {
  const [address = '', bits] = range.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (bits === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(bits), family)
}

/** `::ffff:127.0.0.1` is 127.0.0.1. */
function plain(address: string | undefined): string | undefined {
  return address?.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** Everybody with IPv6 has a /64 of addresses to take turns with: they count as one. @see RFC 6177 */
function networkOf(address: string | undefined): string | undefined {
  if (address === undefined || isIP(address) !== 6) return address
  const [before = '', after] = (address.split('%')[0] ?? '').split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
