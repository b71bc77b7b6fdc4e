import { decorateFetch, type EvidenceLog, type SafeFetch } from '@connectory/wire'

/** The same fetch with headers on every request to the server's own origin, and on none to another. */
export function withHeaders(
  fetch: SafeFetch,
  { origin }: URL,
  headers: Readonly<Record<string, string>>,
): SafeFetch {
  if (Object.keys(headers).length === 0) return fetch
  return decorateFetch(fetch, (url, request, next) => {
    if (url.origin !== origin) return next(request)
    const all = new Headers(headers)
    for (const [name, value] of new Headers(request.headers)) all.set(name, value)
    return next({ ...request, headers: all })
  })
}

/** Facts without the secrets that were sent: a server may echo them in whatever it says. */
export function withoutSecrets<Facts>(facts: Facts, log: EvidenceLog): Facts {
  if (!log.hides) return facts
  return cleaned(facts, log) as Facts
}

function cleaned(value: unknown, log: EvidenceLog): unknown {
  if (typeof value === 'string') return log.clean(value)
  if (Array.isArray(value)) return value.map((each) => cleaned(each, log))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [log.clean(key), cleaned(each, log)]))
}
