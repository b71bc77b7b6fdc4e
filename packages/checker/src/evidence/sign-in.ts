import { discoverAuthorization, isWireError, revokeToken, type Authorization } from '@connectory/wire'
import type { CheckOptions } from '../check.ts'
import type { SignIn } from '../sign-in.ts'
import { collectAudience } from './audience.ts'
import { authorize, requestOf, type Authorized, type Attempted } from './authorize.ts'
import { couldNotLook, doesNotApply, notRequested, seen, type Evidence, type Looked } from './evidence.ts'
import type { Inspection } from './inspect.ts'
import { collectSessionLogin } from './session-login.ts'
import { clientFor, removeClient, type Registered } from './sign-in-client.ts'
import { tryWrongVerifier } from './wrong-verifier.ts'
import type { ConsentFacts, SignedInFacts, WrongVerifierFacts } from './sign-in-facts.ts'
import { TokenLife } from './token-life.ts'
import { noteTokenUses } from './token-uses.ts'
import { whyNot, type Deadline, type Visit } from './visit.ts'
import { askWithoutPerson } from './without-person.ts'

/** What a login in the browser shows; a token alone does not. */
type FlowParts = Pick<
  Evidence['parts'],
  'consent' | 'authorizationAnswer' | 'audience' | 'refresh' | 'codeUse' | 'wrongVerifier'
>
export type SignInParts = FlowParts & Pick<Evidence['parts'], 'signedIn' | 'sessionLogin'>

/** How the check goes on after the login, or without one. */
export interface SignedIn {
  /** Sends requests, and notes what becomes of those that carry the token. */
  readonly visit: Visit
  readonly token?: string
  /** Why there is no token although one was wanted. */
  readonly failed?: Looked<never>
  /** Looks at what must come last, because it ends the login, and gives everything back. */
  leave(): Promise<SignInParts>
}

interface Wanted extends Pick<CheckOptions, 'token' | 'signIn' | 'scopes'> {
  readonly deadline: Deadline
}

/** Gets a token where the scope allows it: the one that was given, or one from a login of a person. */
export async function enter(visit: Visit, found: Inspection, wanted: Wanted): Promise<SignedIn> {
  const { scopes = ['passive'], token, signIn, deadline } = wanted
  if (!scopes.includes('login')) return stay(visit, all(notRequested('outside-scope', { scope: 'login' })))
  if (!found.challenge && !found.negotiation.looked) return stay(visit, all(found.negotiation))
  if (signIn) return await enterWithPerson(visit, found, { signIn, deadline })
  if (!found.challenge) return stay(visit, all(doesNotApply('no-login')))
  const flow = flowParts(notRequested('no-sign-in'))
  if (token !== undefined) return withToken(visit, token, flow)
  const missing = couldNotLook('no-credentials')
  return stay(visit, { ...flow, ...tokenParts(missing) }, missing)
}

function stay(visit: Visit, parts: SignInParts, failed?: Looked<never>): SignedIn {
  return { visit, ...(failed && { failed }), leave: () => Promise.resolve(parts) }
}

function withToken(visit: Visit, token: string, flow: FlowParts): SignedIn {
  visit.log.hide(token)
  const uses = noteTokenUses(visit, token, undefined)
  return {
    visit: uses.visit,
    token,
    leave: async () => ({
      ...flow,
      signedIn: seen<SignedInFacts>({ source: 'given', requests: uses.requests }),
      sessionLogin: await collectSessionLogin(visit, token),
    }),
  }
}

async function enterWithPerson(
  visit: Visit,
  found: Inspection,
  { signIn, deadline }: { readonly signIn: SignIn; readonly deadline: Deadline },
): Promise<SignedIn> {
  const authorization = await discover(visit, found)
  if ('looked' in authorization) return stay(visit, all(authorization), failure(authorization))
  const client = await chooseClient(visit, authorization, signIn)
  if ('looked' in client) return stay(visit, all(client), failure(client))
  const attempt = { visit, deadline, signIn, authorization, client: client.client }
  const consent = await askWithoutPerson(visit, requestOf(attempt).url, signIn.redirectUri)
  const wrongVerifier = signIn.twice ? await tryWrongVerifier(attempt) : notRequested('one-login')
  const attempted = await authorize(attempt)
  const { authorized, failed = couldNotLook('stopped') } = attempted
  if (authorized === undefined) {
    await giveBack(visit, client)
    return stay(
      visit,
      { ...all(failed), consent, wrongVerifier, ...whatWasSeen(attempted, authorization) },
      failed,
    )
  }
  return await enterAuthorized(visit, found, { authorized, client, consent, wrongVerifier, attempted })
}

interface Entered {
  readonly authorized: Authorized
  readonly client: Registered
  readonly consent: Looked<ConsentFacts>
  readonly wrongVerifier: Looked<WrongVerifierFacts>
  readonly attempted: Attempted
}

async function enterAuthorized(visit: Visit, found: Inspection, entered: Entered): Promise<SignedIn> {
  const { authorized, client, consent, wrongVerifier, attempted } = entered
  const life = new TokenLife(visit, authorized)
  await life.refresh()
  const { accessToken: token, expiresIn } = life.tokens
  const endsAt = expiresIn === undefined ? undefined : new Date(visit.now().getTime() + expiresIn * 1000)
  const uses = noteTokenUses(visit, token, endsAt)
  return {
    visit: uses.visit,
    token,
    leave: async () => {
      const sessionLogin = found.challenge
        ? await collectSessionLogin(visit, token)
        : doesNotApply('open-list')
      await life.refresh()
      const parts: SignInParts = {
        consent,
        wrongVerifier,
        authorizationAnswer: attempted.answer,
        signedIn: seen<SignedInFacts>({ source: 'login', requests: uses.requests }),
        sessionLogin,
        audience: await collectAudience(visit, authorized, life, found.challenge !== undefined),
        refresh: await life.collectRefresh(),
        codeUse: await life.collectCode(),
      }
      await giveBack(visit, client, { authorized, life })
      return parts
    },
  }
}

/** A server that shows its tools to everybody and publishes no login has none. */
async function discover(visit: Visit, { challenge }: Inspection): Promise<Authorization | Looked<never>> {
  const { fetch, log, signal } = visit
  try {
    return await discoverAuthorization(visit.url.href, {
      fetch,
      evidence: log,
      signal,
      challenge: challenge?.header ?? null,
    })
  } catch (error) {
    const missing = isWireError(error) && error.code === 'no-authorization-server'
    return missing && !challenge ? doesNotApply('no-login') : whyNot(visit, error, 'cannot-log-in')
  }
}

async function chooseClient(
  visit: Visit,
  authorization: Authorization,
  signIn: SignIn,
): Promise<Registered | Looked<never>> {
  try {
    return await clientFor(visit, authorization, signIn)
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

function failure(why: Looked<never>): Looked<never> | undefined {
  return !why.looked && why.outcome === 'not-applicable' ? undefined : why
}

/** A login that failed has shown something all the same. */
function whatWasSeen(
  { answer, resourceRefused }: Attempted,
  { resource }: Authorization,
): Partial<SignInParts> {
  return {
    authorizationAnswer: answer,
    ...(resourceRefused && { audience: seen({ resource, refusedAt: resourceRefused }) }),
  }
}

/** With a time of its own: what a stopped check leaves behind would stay. */
async function giveBack(
  visit: Visit,
  client: Registered,
  login?: { readonly authorized: Authorized; readonly life: TokenLife },
): Promise<void> {
  const { fetch, log } = visit
  const options = { fetch, evidence: log, signal: AbortSignal.timeout(5_000) }
  try {
    const endpoint = login?.authorized.authorization.metadata.revocationEndpoint
    const { refreshToken, accessToken } = login?.life.tokens ?? {}
    const token = refreshToken ?? accessToken
    if (endpoint !== undefined && token !== undefined) {
      await revokeToken(endpoint, token, client.client, options)
    }
    await removeClient({ ...visit, signal: options.signal }, client)
  } catch (error) {
    if (!isWireError(error)) throw error
  }
}

function all(why: Looked<never>): SignInParts {
  return { ...flowParts(why), ...tokenParts(why) }
}

function flowParts(why: Looked<never>): FlowParts {
  return {
    consent: why,
    authorizationAnswer: why,
    audience: why,
    refresh: why,
    codeUse: why,
    wrongVerifier: why,
  }
}

function tokenParts(why: Looked<never>): Pick<SignInParts, 'signedIn' | 'sessionLogin'> {
  return { signedIn: why, sessionLogin: why }
}
