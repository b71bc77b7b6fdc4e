import { readAuthorizationAnswer, requestToken, revokeToken, unguessable } from '@connectory/wire'
import { requestOf, withPerson, type Attempt } from './authorize.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { WrongVerifierFacts } from './sign-in-facts.ts'
import { whyNot } from './visit.ts'

/** A login of its own: a server may well throw the code away when its verifier is wrong. */
export async function tryWrongVerifier(attempt: Attempt): Promise<Looked<WrongVerifierFacts>> {
  const { visit, signIn, authorization, client } = attempt
  const { url, state } = requestOf(attempt)
  const back = await withPerson(attempt, url)
  if ('looked' in back) return back
  const { code, error = 'no code' } = readAuthorizationAnswer(back, { state, issuer: authorization.issuer })
  if (code === undefined) return couldNotLook('login-refused', { error: error.slice(0, 100) })
  const { fetch, log, signal } = visit
  const { tokenEndpoint: endpoint, revocationEndpoint } = authorization.metadata
  const grant = {
    type: 'authorization_code',
    code,
    redirectUri: signIn.redirectUri,
    verifier: unguessable(),
  } as const
  const options = { fetch, evidence: log, signal, step: 'oauth: code with a wrong verifier' }
  try {
    const outcome = await requestToken({ endpoint, client, grant, resource: authorization.resource }, options)
    if (outcome.state === 'invalid' && outcome.status === undefined) {
      return couldNotLook('step-failed', { problem: outcome.reason })
    }
    const issued = outcome.state === 'issued'
    if (issued && revocationEndpoint !== undefined) {
      const { refreshToken, accessToken } = outcome.tokens
      await revokeToken(revocationEndpoint, refreshToken ?? accessToken, client, options)
    }
    const said =
      outcome.state === 'refused' && outcome.error !== undefined ? { error: outcome.error.slice(0, 100) } : {}
    return seen({ endpoint, status: outcome.status ?? 0, issued, ...said })
  } catch (problem) {
    return whyNot(visit, problem, 'step-failed')
  }
}
