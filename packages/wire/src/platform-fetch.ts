import type { SafeRequest, SafeResponse } from './safe-fetch.ts'

const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/**
 * Dresses the guarded fetch as the platform's, for libraries (oauth4webapi's customFetch, oidc-provider).
 * It differs in one thing: a redirect to another origin is an error.
 */
export function asPlatformFetch(
  safeFetch: (url: string, request: SafeRequest) => Promise<SafeResponse>,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer())
    const answer = await safeFetch(request.url, {
      method: request.method,
      headers: request.headers,
      body,
      redirects: request.redirect === 'follow' ? 5 : 0,
      signal: request.signal,
    })
    if (request.redirect === 'error' && answer.status >= 300 && answer.status < 400) {
      await answer.body.cancel()
      throw new TypeError(`${answer.url} redirects, which this caller does not accept.`)
    }
    return platformResponse(answer)
  }
}

function platformResponse(answer: SafeResponse): Response {
  const headers = new Headers(answer.headers)
  // The body is decoded already; these two would describe what is gone.
  headers.delete('content-encoding')
  headers.delete('content-length')
  const empty = bodiless.has(answer.status)
  if (empty) void answer.body.cancel()
  const response = new Response(empty ? null : answer.body, { status: answer.status, headers })
  Object.defineProperty(response, 'url', { value: answer.url })
  return response
}
