import { deleteClient, registerClient } from '@connectory/wire'
import { isSafeUrl, textIn } from './document.ts'
import { couldNotLook, doesNotApply, notRequested, seen, type Looked } from './evidence.ts'
import type { IssuerFacts, RegistrationFacts } from './facts.ts'
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
    return await register(visit, endpoint, callbackUrl)
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

async function register(
  visit: Visit,
  endpoint: string,
  callbackUrl: string,
): Promise<Looked<RegistrationFacts>> {
  const { fetch, log, signal, now } = visit
  const options = { fetch, evidence: log, signal, timeoutMs }
  const started = now()
  const request = {
    client_name: 'Connectory check',
    redirect_uris: [callbackUrl],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  } as const
  const outcome = await registerClient(endpoint, request, options)
  const tookMs = Math.max(0, now().getTime() - started.getTime())
  if (outcome.state === 'invalid' && outcome.status === undefined) {
    return couldNotLook('step-failed', { problem: outcome.reason })
  }
  const { status = 0 } = outcome
  const excerpt = (outcome.exchange?.response?.body ?? '').slice(0, 300)
  if (outcome.state !== 'registered') {
    return seen({ endpoint, status, clientId: false, tookMs, cleanedUp: 'not-offered', excerpt })
  }
  const offered = outcome.client.registrationClientUri !== undefined
  const removed = await deleteClient(outcome.client, options)
  const cleanedUp = removed ? 'yes' : offered ? 'failed' : 'not-offered'
  return seen({ endpoint, status, clientId: true, tookMs, cleanedUp, excerpt })
}
