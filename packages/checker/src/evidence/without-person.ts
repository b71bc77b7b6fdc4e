import { fetchRecorded, type SafeResponse } from '@connectory/wire'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import { isSafeUrl } from './document.ts'
import type { ConsentFacts } from './sign-in-facts.ts'
import { whyNot, type Visit } from './visit.ts'

/** Sign-in pages of another company are a few redirects away. */
const MOST_HOPS = 6

/**
 * Sends an authorization request as nobody: no person, no cookies of a browser. What comes back must be a page for a
 * person, and never a code. A code that comes all the same is not used.
 */
export async function askWithoutPerson(
  visit: Visit,
  authorizationUrl: string,
  redirectUri: string,
): Promise<Looked<ConsentFacts>> {
  const { origin, pathname } = new URL(authorizationUrl)
  const endpoint = origin + pathname
  const cookies = new Map<string, string>()
  let url = authorizationUrl
  try {
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const response = await open(visit, url, cookies)
      const { status } = response
      const target = targetOf(response, url)
      if (target === undefined) {
        if (status >= 200 && status < 300) return seen({ endpoint, outcome: 'page', status })
        return couldNotLook('authorization-refused', { status })
      }
      if (isRedirectUri(target, redirectUri)) return seen({ endpoint, status, ...cameBack(target) })
      if (!isSafeUrl(target, visit.fetch.allowLoopback)) return seen({ endpoint, outcome: 'page', status })
      url = target
    }
    return couldNotLook('step-failed', { problem: `${endpoint} redirects more than ${MOST_HOPS} times.` })
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

async function open(visit: Visit, url: string, cookies: Map<string, string>): Promise<SafeResponse> {
  const { host } = new URL(url)
  const cookie = [...cookies].filter(([key]) => key.startsWith(`${host} `)).map(([, pair]) => pair)
  const { response } = await fetchRecorded(url, {
    fetch: visit.fetch,
    evidence: visit.log,
    step: 'oauth: authorization request without a person',
    signal: visit.signal,
    timeoutMs: 15_000,
    maxBytes: 2 * 1024 * 1024,
    headers: { accept: 'text/html', ...(cookie.length > 0 && { cookie: cookie.join('; ') }) },
  })
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';')[0] ?? ''
    cookies.set(`${host} ${pair.split('=')[0]}`, pair)
  }
  return response
}

function targetOf({ status, headers }: SafeResponse, from: string): string | undefined {
  const location = headers.get('location')
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, from)) return undefined
  return new URL(location, from).href
}

function isRedirectUri(target: string, redirectUri: string): boolean {
  const [one, other] = [new URL(target), new URL(redirectUri)]
  return one.origin === other.origin && one.pathname === other.pathname
}

function cameBack(target: string): Pick<ConsentFacts, 'outcome' | 'error'> {
  const { searchParams } = new URL(target)
  if (searchParams.has('code')) return { outcome: 'code' }
  return { outcome: 'error', error: (searchParams.get('error') ?? 'none').slice(0, 100) }
}
