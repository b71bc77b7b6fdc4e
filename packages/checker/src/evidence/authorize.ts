import {
  answerFault,
  authorizationUrl,
  createPkce,
  readAuthorizationAnswer,
  requestToken,
  scopesToAsk,
  unguessable,
  type Authorization,
  type AuthorizationAnswer,
  type OAuthClient,
  type TokenOutcome,
  type TokenRequest,
  type Tokens,
} from '@connectory/wire'
import type { SignIn } from '../sign-in.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { AudienceFacts, AuthorizationAnswerFacts } from './sign-in-facts.ts'
import { whyNot, type Deadline, type Visit } from './visit.ts'

/** A login that worked. */
export interface Authorized {
  readonly authorization: Authorization
  readonly client: OAuthClient
  readonly tokens: Tokens
  readonly grant: TokenRequest['grant']
  readonly tookMs: number
}

export interface Attempted {
  readonly answer: Looked<AuthorizationAnswerFacts>
  readonly authorized?: Authorized
  /** Why there is no login; absent when there is one. */
  readonly failed?: Looked<never>
  readonly resourceRefused?: NonNullable<AudienceFacts['refusedAt']>
}

export interface Attempt {
  readonly visit: Visit
  readonly deadline: Deadline
  readonly signIn: SignIn
  readonly authorization: Authorization
  readonly client: OAuthClient
}

/** One authorization request, with everything in it that a server must check. */
export function requestOf({ signIn, authorization, client }: Omit<Attempt, 'visit' | 'deadline'>) {
  const { verifier, challenge } = createPkce()
  const state = unguessable()
  const { metadata, resource, scopes } = authorization
  const url = authorizationUrl({
    endpoint: metadata.authorizationEndpoint,
    clientId: client.id,
    redirectUri: signIn.redirectUri,
    state,
    challenge,
    resource,
    scopes: scopesToAsk(scopes, metadata),
  })
  return { url, state, verifier }
}

/** The authorization code flow with a person: MCP basic/authorization, RFC 6749 section 4.1. */
export async function authorize(attempt: Attempt): Promise<Attempted> {
  const { visit, signIn, authorization } = attempt
  const { url, state, verifier } = requestOf(attempt)
  for (const secret of [state, verifier]) visit.log.hide(secret)
  const back = await withPerson(attempt, url)
  if ('looked' in back) return { answer: back, failed: back }
  const { metadata, issuer } = authorization
  const answer = readAuthorizationAnswer(back, { state, issuer })
  const known = { answer: seen(factsOf(answer, authorization)) }
  const fault = answerFault(answer, metadata.issParameter)
  if (fault) return { ...known, failed: couldNotLook('answer-not-ours', { parameter: fault }) }
  if (answer.code === undefined) return { ...known, ...refusal(attempt, answer) }
  const grant = {
    type: 'authorization_code',
    code: answer.code,
    redirectUri: signIn.redirectUri,
    verifier,
  } as const
  return { ...known, ...(await exchange(attempt, grant)) }
}

/** The person's time is not the check's time. */
export async function withPerson(
  { visit, deadline, signIn }: Attempt,
  url: string,
): Promise<URL | Looked<never>> {
  const { waitMs = 300_000 } = signIn
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), waitMs)
  const resume = deadline.pause()
  try {
    return await signIn.authorize(url, AbortSignal.any([visit.signal, patience.signal]))
  } catch (error) {
    if (visit.signal.aborted) return couldNotLook('stopped')
    if (patience.signal.aborted)
      return couldNotLook('login-time-over', { seconds: Math.round(waitMs / 1000) })
    throw error
  } finally {
    clearTimeout(timer)
    resume()
  }
}

function factsOf(answer: AuthorizationAnswer, { issuer, metadata }: Authorization): AuthorizationAnswerFacts {
  const { origin, pathname } = new URL(metadata.authorizationEndpoint)
  const { state, iss, error } = answer
  return {
    endpoint: origin + pathname,
    issuer,
    state,
    iss,
    issPromised: metadata.issParameter,
    ...(error !== undefined && { error: error.slice(0, 100) }),
  }
}

/** @see RFC 8707 section 2: invalid_target says that the server does not want this `resource`. */
function refusal(
  { authorization }: Attempt,
  { error = 'no code' }: AuthorizationAnswer,
): Omit<Attempted, 'answer'> {
  const endpoint = authorization.metadata.authorizationEndpoint
  return {
    failed: couldNotLook('login-refused', { error: error.slice(0, 100) }),
    ...(error === 'invalid_target' && { resourceRefused: { endpoint, error } }),
  }
}

async function exchange(attempt: Attempt, grant: Authorized['grant']): Promise<Omit<Attempted, 'answer'>> {
  const { visit, authorization, client } = attempt
  const { fetch, log, signal, now } = visit
  const endpoint = authorization.metadata.tokenEndpoint
  const started = now()
  let outcome: TokenOutcome
  try {
    outcome = await requestToken(
      { endpoint, client, grant, resource: authorization.resource },
      { fetch, evidence: log, signal },
    )
  } catch (error) {
    return { failed: whyNot(visit, error, 'step-failed') }
  }
  const tookMs = Math.max(0, now().getTime() - started.getTime())
  if (outcome.state === 'issued') {
    return { authorized: { authorization, client, tokens: outcome.tokens, grant, tookMs } }
  }
  if (outcome.state === 'invalid') return { failed: couldNotLook('step-failed', { problem: outcome.reason }) }
  const error = (outcome.error ?? `HTTP ${outcome.status}`).slice(0, 100)
  return {
    failed: couldNotLook('code-refused', { error }),
    ...(error === 'invalid_target' && { resourceRefused: { endpoint, error } }),
  }
}
