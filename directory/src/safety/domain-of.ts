import { getDomain } from 'tldts'

/**
 * What one publisher has of the names of the world: the registrable domain, below which all hosts are theirs. Where many
 * publishers share one, such as at hosts of sites, each has their own. An address without one stands for itself.
 */
export function domainOf(serverUrl: string): string {
  const { hostname, host } = new URL(serverUrl)
  return getDomain(hostname.replace(/\.$/, ''), { allowPrivateDomains: true }) ?? host
}
