/**
 * The same server has the same key, however its address was typed: no scheme, default port, trailing dot of the host,
 * trailing slash or fragment. Two keys that differ are two servers as far as we can tell from outside.
 */
export function serverUrlKey(serverUrl: string): string {
  const url = new URL(serverUrl)
  const host = url.hostname.replace(/\.$/, '')
  const port = url.port === '' ? '' : `:${url.port}`
  const path = url.pathname.replace(/\/+$/, '')
  return `${host}${port}${path}${url.search}`
}

/**
 * The part of a registry name before the slash: the server's host, reversed. An IP address has no domain; it is
 * written as it is, with dashes for colons.
 */
export function reversedDomain(serverUrl: string): string {
  const host = new URL(serverUrl).hostname.replace(/\.$/, '')
  if (/^\[.*\]$/.test(host))
    return (
      host
        .slice(1, -1)
        .replaceAll(':', '-')
        .replace(/^-+|-+$/g, '') || 'ip'
    )
  if (/^[\d.]+$/.test(host)) return host
  return host.split('.').toReversed().join('.')
}
