import { fetchRecorded } from '@connectory/wire'
import type { TokenAnswer } from './authorization-facts.ts'
import { isSafeUrl, textIn } from './document.ts'
import { couldNotLook, doesNotApply, seen, type Looked } from './evidence.ts'
import type { IssuerFacts, Json, UnknownClientFacts } from './facts.ts'
import { whyNot, type Visit } from './visit.ts'

const unknownClient = 'connectory-check-unknown-client'

/** Where tokens are asked for, or why nobody can ask there. */
export function tokenEndpointOf(visit: Visit, issuer: IssuerFacts): Looked<string> {
  if (!issuer.found) return doesNotApply('no-issuer')
  const endpoint = textIn(issuer.document, 'token_endpoint')
  if (endpoint === undefined) return doesNotApply('no-token-endpoint')
  if (isSafeUrl(endpoint, visit.fetch.allowLoopback)) return seen(endpoint)
  return couldNotLook('step-failed', { problem: `${endpoint} is not an https address.` })
}

/** Exchanges a code that nobody issued, as a client that nobody registered. @see RFC 6749 section 4.1.3 */
export async function tryUnknownClient(visit: Visit, endpoint: Looked<string>): Promise<Looked<TokenAnswer>> {
  if (!endpoint.looked) return endpoint
  return askForToken(visit, endpoint.value, 'unknown-client', {
    clientId: unknownClient,
    redirectUri: 'https://client.example/callback',
  })
}

/** Exchanges a code that nobody issued. */
export async function askForToken(
  visit: Visit,
  endpoint: string,
  to: TokenAnswer['to'],
  client: { readonly clientId: string; readonly redirectUri: string },
): Promise<Looked<TokenAnswer>> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: 'connectory-check-unknown-code',
    redirect_uri: client.redirectUri,
    client_id: client.clientId,
    code_verifier: 'connectory-check-verifier-that-belongs-to-no-challenge',
    resource: visit.url.href,
  })
  try {
    const { response, text } = await fetchRecorded(endpoint, {
      fetch: visit.fetch,
      evidence: visit.log,
      step: `token request of ${to === 'unknown-client' ? 'an unknown client' : 'a client with an unknown code'}`,
      signal: visit.signal,
      method: 'POST',
      timeoutMs: 10_000,
      maxBytes: 64 * 1024,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    })
    const { status, headers } = response
    if (status === 429 || status === 503)
      return couldNotLook('step-failed', { problem: `${endpoint} answers ${status}.` })
    const document = objectIn(text)
    const error = textIn(document, 'error')
    const contentType = headers.get('content-type')
    return seen({
      to,
      status,
      ...(contentType === null ? {} : { contentType }),
      json: document !== undefined,
      ...(error === undefined ? {} : { error }),
      excerpt: text.slice(0, 300),
    })
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

/** The same answer as AUTH-14 reads it. */
export function asUnknownClient(
  endpoint: Looked<string>,
  answer: Looked<TokenAnswer>,
): Looked<UnknownClientFacts> {
  if (!endpoint.looked) return endpoint
  if (!answer.looked) return answer
  const { status, json, error, excerpt } = answer.value
  return seen({
    endpoint: endpoint.value,
    status,
    json,
    excerpt,
    ...(error === undefined ? {} : { error }),
  })
}

function objectIn(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
