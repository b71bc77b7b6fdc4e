import { fetchRecorded } from '@connectory/wire'
import { isSafeUrl, textIn } from './document.ts'
import { couldNotLook, doesNotApply, notRequested, seen, type Evidence, type Looked } from './evidence.ts'
import type { AccessFacts, BadTokenFacts, IssuerFacts, UnknownClientFacts } from './facts.ts'
import { findIssuer, findResource } from './oauth-metadata.ts'
import { askInitialize } from './openings.ts'
import { collectRegistration } from './registration.ts'
import type { CollectOptions } from './remote.ts'
import { whyNot, type Visit } from './visit.ts'

export type LoginParts = Pick<
  Evidence['parts'],
  'resource' | 'issuer' | 'unknownClient' | 'badToken' | 'registration'
>

/** Reads everything about the login of a server that has one, without logging in. */
export async function collectLogin(
  visit: Visit,
  access: Looked<AccessFacts>,
  { scopes = ['passive'], callbackUrl }: Pick<CollectOptions, 'scopes' | 'callbackUrl'>,
): Promise<LoginParts> {
  if (!access.looked) return everything(access)
  if (!access.value.protected) return everything(doesNotApply('no-login'))
  const badToken = await tryBadToken(visit)
  const resource = await findResource(visit, access.value)
  if (resource.broken !== undefined) {
    const missing = couldNotLook('step-failed', { problem: resource.broken })
    return { ...everything(missing), badToken }
  }
  const issuer = await findIssuer(visit, resource.facts)
  if (issuer.broken !== undefined) {
    const missing = couldNotLook('step-failed', { problem: issuer.broken })
    return { ...everything(missing), resource: seen(resource.facts), badToken }
  }
  return {
    resource: seen(resource.facts),
    issuer: seen(issuer.facts),
    badToken,
    unknownClient: await tryUnknownClient(visit, issuer.facts),
    registration: scopes.includes('login')
      ? await collectRegistration(visit, issuer.facts, callbackUrl)
      : notRequested('outside-scope', { scope: 'login' }),
  }
}

function everything(why: Looked<never>): LoginParts {
  return { resource: why, issuer: why, unknownClient: why, badToken: why, registration: why }
}

/** A token that nobody issued. Its name says so, for whoever finds it in a log. */
const badToken = 'connectory-check-invalid-token'

async function tryBadToken(visit: Visit): Promise<Looked<BadTokenFacts>> {
  try {
    const { status, exchange } = await askInitialize(visit, badToken)
    return seen({ status, excerpt: (exchange?.response?.body ?? '').slice(0, 300) })
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

const unknownClient = 'connectory-check-unknown-client'

/** Exchanges a code that nobody issued, as a client that nobody registered. @see RFC 6749 section 4.1.3 */
async function tryUnknownClient(visit: Visit, issuer: IssuerFacts): Promise<Looked<UnknownClientFacts>> {
  if (!issuer.found) return doesNotApply('no-issuer')
  const endpoint = textIn(issuer.document, 'token_endpoint')
  if (endpoint === undefined) return doesNotApply('no-token-endpoint')
  if (!isSafeUrl(endpoint, visit.fetch.allowLoopback)) {
    return couldNotLook('step-failed', { problem: `${endpoint} is not an https address.` })
  }
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: 'connectory-check-unknown-code',
    redirect_uri: 'https://client.example/callback',
    client_id: unknownClient,
    code_verifier: 'connectory-check-verifier-that-belongs-to-no-challenge',
  })
  try {
    const { response, text } = await fetchRecorded(endpoint, {
      fetch: visit.fetch,
      evidence: visit.log,
      step: 'token request of an unknown client',
      signal: visit.signal,
      method: 'POST',
      timeoutMs: 10_000,
      maxBytes: 64 * 1024,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    })
    const error = errorIn(text)
    const { status } = response
    return seen({ endpoint, status, excerpt: text.slice(0, 300), ...(error === undefined ? {} : { error }) })
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

function errorIn(text: string): string | undefined {
  try {
    return textIn(JSON.parse(text), 'error')
  } catch {
    return undefined
  }
}
