import type {
  AuthorizeAnswer,
  AuthorizeFacts,
  RegistrationTriesFacts,
  TokenAnswer,
} from './authorization-facts.ts'
import { askToAuthorize, scopeToAsk, strangeRedirects, type Ask } from './authorize-probe.ts'
import { isSafeUrl, textIn } from './document.ts'
import { couldNotLook, doesNotApply, notRequested, seen, type Looked } from './evidence.ts'
import type { AccessFacts, IssuerFacts, RegistrationFacts, ResourceFacts } from './facts.ts'
import {
  asRegistration,
  asTries,
  loopbackRedirects,
  register,
  registerDangerous,
  remove,
  type Registered,
} from './registration.ts'
import { askForToken } from './token-endpoint.ts'
import type { Visit } from './visit.ts'

/** What only a registered client sees: all without a user, so without consent and without a token. */
export interface ClientParts {
  readonly registration: Looked<RegistrationFacts>
  readonly registrationTries: Looked<RegistrationTriesFacts>
  readonly authorize: Looked<AuthorizeFacts>
  /** The token endpoint's answer to the registered client's unknown code. */
  readonly bogusCode?: Looked<TokenAnswer>
}

export interface Known {
  readonly access: AccessFacts
  readonly resource: ResourceFacts
  readonly issuer: IssuerFacts
  readonly tokenEndpoint: Looked<string>
}

/** Registers clients, asks in their names, and removes them again where that is offered. @see RFC 7591, RFC 7592 */
export async function tryClients(
  visit: Visit,
  known: Known,
  callbackUrl: string | undefined,
): Promise<ClientParts> {
  const { issuer } = known
  if (!issuer.found) return nothing(doesNotApply('no-issuer'))
  const endpoint = textIn(issuer.document, 'registration_endpoint')
  if (endpoint === undefined) return nothing(doesNotApply('no-registration'))
  if (callbackUrl === undefined) return nothing(notRequested('no-callback'))
  if (!isSafeUrl(endpoint, visit.fetch.allowLoopback)) {
    return nothing(couldNotLook('step-failed', { problem: `${endpoint} is not an https address.` }))
  }
  const first = await register(visit, endpoint, 'callback', [callbackUrl])
  if (first.client === undefined) {
    const without = doesNotApply('registration-failed')
    return {
      ...nothing(first.facts.looked ? without : first.facts),
      registration: asRegistration(endpoint, first, 'not-offered'),
    }
  }
  return tryWith(visit, known, endpoint, callbackUrl, first, first.client.clientId)
}

async function tryWith(
  visit: Visit,
  known: Known,
  endpoint: string,
  callbackUrl: string,
  first: Registered,
  clientId: string,
): Promise<ClientParts> {
  const { tokenEndpoint } = known
  const loopback = await register(visit, endpoint, 'loopback', loopbackRedirects)
  const authorize = await authorizeAs(visit, known, callbackUrl, clientId, loopback)
  const client = { clientId, redirectUri: callbackUrl }
  const bogusCode = tokenEndpoint.looked
    ? { bogusCode: await askForToken(visit, tokenEndpoint.value, 'bogus-code', client) }
    : {}
  const again = loopback.client ? [] : [await register(visit, endpoint, 'callback-again', [callbackUrl])]
  for (const registered of [loopback, ...again]) await remove(visit, registered)
  const cleanedUp = await remove(visit, first)
  const all = [first, loopback, ...again, ...(await registerDangerous(visit, endpoint))]
  return {
    registration: asRegistration(endpoint, first, cleanedUp),
    registrationTries: asTries(endpoint, all),
    authorize,
    ...bogusCode,
  }
}

async function authorizeAs(
  visit: Visit,
  { issuer, access, resource }: Known,
  callbackUrl: string,
  clientId: string,
  loopback: Registered,
): Promise<Looked<AuthorizeFacts>> {
  const endpoint = textIn(issuer.document, 'authorization_endpoint')
  if (endpoint === undefined) return doesNotApply('no-authorization-code')
  if (!isSafeUrl(endpoint, visit.fetch.allowLoopback)) {
    return couldNotLook('step-failed', { problem: `${endpoint} is not an https address.` })
  }
  const scope = scopeToAsk(access, resource)
  const answers: AuthorizeAnswer[] = []
  for (const ask of asks(clientId, callbackUrl, loopback)) {
    const enough =
      ask.kind === 'no-challenge' &&
      answers.some(({ outcome, kind }) => outcome === 'back' && kind === 'unknown-response-type')
    if (enough) continue
    const answer = await askToAuthorize(visit, endpoint, scope, ask)
    if (!answer.looked) {
      return answers.length === 0 ? answer : seen({ endpoint, answers }, answer.because)
    }
    answers.push(answer.value)
  }
  return seen({ endpoint, answers })
}

function asks(clientId: string, redirectUri: string, loopback: Registered): Ask[] {
  const own = loopback.facts.looked && loopback.facts.value.accepted ? loopback.client?.clientId : undefined
  const native: Ask[] =
    own === undefined
      ? []
      : [
          { kind: 'loopback-address', clientId: own, redirectUri: 'http://127.0.0.1:54321/callback' },
          { kind: 'loopback-name', clientId: own, redirectUri: 'http://localhost:54321/callback' },
        ]
  return [
    { kind: 'callback', clientId, redirectUri },
    ...native,
    ...strangeRedirects(redirectUri).map((strange) => ({ ...strange, clientId })),
    {
      kind: 'unknown-response-type',
      clientId,
      redirectUri,
      instead: { response_type: 'connectory_check' },
    },
    {
      kind: 'no-challenge',
      clientId,
      redirectUri,
      instead: { code_challenge: undefined, code_challenge_method: undefined },
    },
  ]
}

function nothing(why: Looked<never>): Omit<ClientParts, 'bogusCode'> {
  return { registration: why, registrationTries: why, authorize: why }
}
