import { fetchRecorded, isWireError } from '@connectory/wire'
import { isSafeUrl, textIn } from './document.ts'
import { couldNotLook, doesNotApply, notRequested, seen, type Looked } from './evidence.ts'
import type { IssuerFacts, Json, RegistrationFacts } from './facts.ts'
import { whyNot, type Visit } from './visit.ts'

/** Longer than AUTH-09 allows, so that a slow answer is seen as one. */
const timeoutMs = 15_000

/** Registers a public client and removes it again where the server offers that. @see RFC 7591, RFC 7592 */
export async function collectRegistration(
  visit: Visit,
  issuer: IssuerFacts,
  callbackUrl: string | undefined,
): Promise<Looked<RegistrationFacts>> {
  if (!issuer.found) return doesNotApply('no-issuer')
  const endpoint = textIn(issuer.document, 'registration_endpoint')
  if (endpoint === undefined) return doesNotApply('no-registration')
  if (callbackUrl === undefined) return notRequested('no-callback')
  if (!isSafeUrl(endpoint, visit.fetch.allowLoopback)) {
    return couldNotLook('step-failed', { problem: `${endpoint} is not an https address.` })
  }
  try {
    return seen(await register(visit, endpoint, callbackUrl))
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

async function register(visit: Visit, endpoint: string, callbackUrl: string): Promise<RegistrationFacts> {
  const started = visit.now()
  const { response, text } = await fetchRecorded(endpoint, {
    ...request(visit),
    step: 'dynamic client registration',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      client_name: 'Connectory check',
      redirect_uris: [callbackUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    }),
  })
  const tookMs = Math.max(0, visit.now().getTime() - started.getTime())
  const document = parsed(text)
  return {
    endpoint,
    status: response.status,
    clientId: textIn(document, 'client_id') !== undefined,
    tookMs,
    cleanedUp: await remove(visit, document),
    // A client that was registered has credentials in its answer; a refusal has none.
    excerpt: response.status < 300 ? '' : text.slice(0, 300),
  }
}

async function remove(visit: Visit, document: Json | undefined): Promise<RegistrationFacts['cleanedUp']> {
  const client = textIn(document, 'registration_client_uri')
  const token = textIn(document, 'registration_access_token')
  if (client === undefined || token === undefined) return 'not-offered'
  if (!isSafeUrl(client, visit.fetch.allowLoopback)) return 'failed'
  visit.log.hide(token)
  try {
    const { response } = await fetchRecorded(client, {
      ...request(visit),
      step: 'removal of the registered client',
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    })
    return response.status === 204 || response.status === 200 ? 'yes' : 'failed'
  } catch (error) {
    if (!isWireError(error)) throw error
    return 'failed'
  }
}

function request({ fetch, log, signal }: Visit) {
  return { fetch, evidence: log, signal, timeoutMs, maxBytes: 64 * 1024 }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
