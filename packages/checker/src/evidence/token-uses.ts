import { bearerChallenge, decorateFetch, isObject, type SafeResponse } from '@connectory/wire'
import type { TokenRequestFacts } from './sign-in-facts.ts'
import type { Visit } from './visit.ts'

const MOST_REQUESTS = 500

export interface TokenUses {
  /** A visit whose requests are noted when they carry the token. */
  readonly visit: Visit
  readonly requests: readonly TokenRequestFacts[]
}

/** Notes what the server says to each request with this token, until the token ends. */
export function noteTokenUses(visit: Visit, token: string, endsAt: Date | undefined): TokenUses {
  const requests: TokenRequestFacts[] = []
  const fetch = decorateFetch(visit.fetch, async (url, request, next) => {
    const response = await next(request)
    const carries = new Headers(request.headers).get('authorization') === `Bearer ${token}`
    const ended = endsAt !== undefined && visit.now() >= endsAt
    if (carries && !ended && url.href === visit.url.href && requests.length < MOST_REQUESTS) {
      requests.push(noteOf(request.body, response))
    }
    return response
  })
  return { visit: { ...visit, fetch }, requests }
}

function noteOf(
  body: string | Uint8Array | null | undefined,
  { status, headers }: SafeResponse,
): TokenRequestFacts {
  const message = typeof body === 'string' ? parsed(body) : undefined
  const method = message?.['method']
  const params = message?.['params']
  const tool = method === 'tools/call' && isObject(params) ? params['name'] : undefined
  const refused = status === 401 || status === 403
  const { error, scope } = (refused && bearerChallenge(headers.get('www-authenticate'))) || {}
  return {
    method: typeof method === 'string' ? method : 'none',
    ...(typeof tool === 'string' && { tool: tool.slice(0, 128) }),
    status,
    ...(refused && {
      challenge: {
        ...(error !== undefined && { error: error.slice(0, 100) }),
        ...(scope !== undefined && { scope: scope.slice(0, 300) }),
      },
    }),
  }
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const message: unknown = JSON.parse(body)
    return isObject(message) ? message : undefined
  } catch {
    return undefined
  }
}
