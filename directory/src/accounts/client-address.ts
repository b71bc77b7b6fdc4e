import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** The network address that asked; undefined when the request did not come over a socket. */
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
    if (request === undefined || peer === undefined || !isTrusted(peer)) return peer
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
    const chain = [...forwarded.map((part) => part.trim()).filter((part) => isIP(part) !== 0), peer]
    return plain(chain.findLast((address) => !isTrusted(plain(address) ?? ''))) ?? peer
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
