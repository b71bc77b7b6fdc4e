import { asPlatformFetch } from './platform-fetch.ts'
import type { SafeFetch, SafeRequest, SafeResponse } from './safe-fetch.ts'

/** What happens around each exchange: change the request, look at the answer, and always go through `next`. */
export type Decoration = (
  url: URL,
  request: SafeRequest,
  next: (request: SafeRequest) => Promise<SafeResponse>,
) => Promise<SafeResponse>

/** The same door with something done at each passage. Closing it closes the door itself. */
export function decorateFetch(fetch: SafeFetch, decoration: Decoration): SafeFetch {
  const decorated = (url: string | URL, request: SafeRequest = {}): Promise<SafeResponse> => {
    // What is no URL is refused by the door, with its own words.
    if (!URL.canParse(String(url))) return fetch(url, request)
    return decoration(new URL(url), request, (changed) => fetch(url, changed))
  }
  return Object.assign(decorated, {
    asFetch: asPlatformFetch(decorated),
    allowLoopback: fetch.allowLoopback,
    weak: fetch.weak,
    apart: () => decorateFetch(fetch.apart(), decoration),
    close: () => fetch.close(),
  })
}
