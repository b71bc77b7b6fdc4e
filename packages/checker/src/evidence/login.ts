import type { TokenAnswer, TokenEndpointFacts } from './authorization-facts.ts'
import {
  opensForAll,
  tryBadToken,
  tryForgedUser,
  tryQueryToken,
  tryUnsignedToken,
  type Credentials,
} from './bad-token.ts'
import { tryClients, type ClientParts } from './client-trial.ts'
import type { Conversation } from './converse.ts'
import { couldNotLook, doesNotApply, notRequested, seen, type Evidence, type Looked } from './evidence.ts'
import type { AccessFacts } from './facts.ts'
import { findIssuer, findResource } from './oauth-metadata.ts'
import type { CollectOptions } from './remote.ts'
import { asUnknownClient, tokenEndpointOf, tryUnknownClient } from './token-endpoint.ts'
import type { Visit } from './visit.ts'

export type LoginParts = Pick<
  Evidence['parts'],
  | 'resource'
  | 'issuer'
  | 'unknownClient'
  | 'badToken'
  | 'registration'
  | 'tokenEndpoint'
  | 'registrationTries'
  | 'authorize'
  | 'forgedUser'
  | 'queryToken'
>

type Options = Pick<CollectOptions, 'scopes' | 'callbackUrl'> & Credentials

/** Reads everything about the login of a server that has one, without logging in. */
export async function collectLogin(
  visit: Visit,
  access: Looked<AccessFacts>,
  talk: Pick<Conversation, 'openings'>,
  options: Options,
): Promise<LoginParts> {
  if (!access.looked) return everything(access)
  if (!access.value.protected) return everything(doesNotApply('no-login'))
  return collectParts(visit, access.value, opensForAll(talk), options)
}

async function collectParts(
  visit: Visit,
  access: AccessFacts,
  openForAll: boolean,
  options: Options,
): Promise<LoginParts> {
  const { scopes = ['passive'] } = options
  const login = scopes.includes('login')
  // Two at a time: a check of a server nearby is to take no longer than the server itself.
  const [badToken, resource] = await Promise.all([
    tryBadToken(visit, openForAll),
    findResource(visit, access),
  ])
  const [forgedUser, queryToken] = await Promise.all([
    tryForgedUser(visit, openForAll),
    login ? tryQueryToken(visit, options, openForAll) : outside,
  ])
  const about = { badToken, forgedUser, queryToken }
  if (resource.broken !== undefined) {
    return { ...everything(couldNotLook('step-failed', { problem: resource.broken })), ...about }
  }
  const issuer = await findIssuer(visit, resource.facts)
  if (issuer.broken !== undefined) {
    const missing = couldNotLook('step-failed', { problem: issuer.broken })
    return { ...everything(missing), resource: seen(resource.facts), ...about }
  }
  const tokenEndpoint = tokenEndpointOf(visit, issuer.facts)
  const [unknownClient, unsigned] = await Promise.all([
    tryUnknownClient(visit, tokenEndpoint),
    tryUnsignedToken(visit, issuer.facts, badToken, openForAll),
  ])
  const known = { access, resource: resource.facts, issuer: issuer.facts, tokenEndpoint }
  const { bogusCode, ...client } = login ? await tryClients(visit, known, options.callbackUrl) : notAsked
  return {
    resource: seen(resource.facts),
    issuer: seen(issuer.facts),
    ...about,
    badToken: unsigned,
    unknownClient: asUnknownClient(tokenEndpoint, unknownClient),
    tokenEndpoint: tokenAnswers(tokenEndpoint, unknownClient, bogusCode),
    ...client,
  }
}

const outside = notRequested('outside-scope', { scope: 'login' })

const notAsked: ClientParts = {
  registration: outside,
  registrationTries: outside,
  authorize: outside,
}

function tokenAnswers(
  endpoint: Looked<string>,
  first: Looked<TokenAnswer>,
  second: Looked<TokenAnswer> | undefined,
): Looked<TokenEndpointFacts> {
  if (!endpoint.looked) return endpoint
  if (!first.looked) return first
  const answers = [first.value, ...(second?.looked ? [second.value] : [])]
  const partial = second === undefined || second.looked ? undefined : second.because
  return seen({ endpoint: endpoint.value, answers }, partial)
}

function everything(why: Looked<never>): LoginParts {
  return {
    resource: why,
    issuer: why,
    unknownClient: why,
    badToken: why,
    registration: why,
    tokenEndpoint: why,
    registrationTries: why,
    authorize: why,
    forgedUser: why,
    queryToken: why,
  }
}
