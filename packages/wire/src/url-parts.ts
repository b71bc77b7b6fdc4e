/** What a request needs of its URL. */
export interface UrlParts {
  readonly origin: string
  /** With the query. */
  readonly path: string
}

const known = new WeakMap<URL, UrlParts>()

/** A URL puts these together each time it is asked, and strings that were asked for before are found sooner in maps. */
export function partsOf(url: URL): UrlParts {
  const before = known.get(url)
  if (before !== undefined) return before
  const parts = { origin: url.origin, path: url.pathname + url.search }
  known.set(url, parts)
  return parts
}
