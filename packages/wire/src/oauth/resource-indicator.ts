/** The canonical URI of a protected resource: RFC 8707 section 2, MCP 2026-07-28 basic/authorization "Canonical Server URI". */

/**
 * How a stated resource relates to the URL of the server:
 * - exact: the same text
 * - canonical: the same after normalising (case of the host, default port, fragment, slash of the root)
 * - parent: same origin, and the server's path lies below the stated one
 * - other-path, other-origin, malformed: not this server
 */
export type ResourceMatch = 'exact' | 'canonical' | 'parent' | 'other-path' | 'other-origin' | 'malformed'

/** Lower-case scheme and host, no default port, no fragment, and no slash for a bare origin. */
export function canonicalResource(url: string | URL): string {
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.pathname === '/' && parsed.search === '' ? parsed.origin : parsed.href
}

export function compareResource(stated: string, serverUrl: string): ResourceMatch {
  if (stated === serverUrl) return 'exact'
  if (!URL.canParse(stated)) return 'malformed'
  if (canonicalResource(stated) === canonicalResource(serverUrl)) return 'canonical'
  const one = new URL(stated)
  const server = new URL(serverUrl)
  if (one.origin !== server.origin) return 'other-origin'
  const folder = one.pathname.endsWith('/') ? one.pathname : `${one.pathname}/`
  return one.search === '' && `${server.pathname}/`.startsWith(folder) ? 'parent' : 'other-path'
}

/** True when a client may use tokens for the stated resource at this server. */
export function isSameResource(match: ResourceMatch): boolean {
  return match === 'exact' || match === 'canonical' || match === 'parent'
}
