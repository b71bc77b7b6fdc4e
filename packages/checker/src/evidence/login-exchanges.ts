import type { Exchange } from '@connectory/wire'
import type { LoginTimingsFacts, SecretAnswersFacts } from './authorization-facts.ts'
import { doesNotApply, notRequested, seen, type Evidence, type Looked } from './evidence.ts'
import type { AccessFacts } from './facts.ts'
import type { Visit } from './visit.ts'

type Parts = Pick<Evidence['parts'], 'loginTimings' | 'secretAnswers'>

/** What only all exchanges of a visit together show: call it when everything else was looked at. */
export function loginExchanges(
  { log }: Pick<Visit, 'log'>,
  access: Looked<AccessFacts>,
  { issuer }: Pick<Evidence['parts'], 'issuer'>,
  loggedIn: boolean,
): Parts {
  if (!access.looked) return { loginTimings: access, secretAnswers: access }
  if (!access.value.protected) {
    const open = doesNotApply('no-login')
    return { loginTimings: open, secretAnswers: open }
  }
  const partial = issuer.looked ? undefined : issuer.because
  return {
    loginTimings: seen({ steps: log.exchanges.flatMap(timingOf) }, partial),
    secretAnswers: loggedIn
      ? seen({ answers: log.exchanges.flatMap(secretOf) })
      : notRequested('outside-scope', { scope: 'login' }),
  }
}

/** Names of exchanges, and which kind of step each is; the first that fits. */
const kinds = [
  [/refresh/i, 'refresh'],
  [/^oauth: client registration/, 'registration'],
  [/authorization request/, 'authorization'],
  [/^token request|^oauth: .*(?:token|code)\b/i, 'token'],
  [/^oauth: .*metadata/, 'discovery'],
] as const

function timingOf({ step, durationMs: ms, request }: Exchange): LoginTimingsFacts['steps'] {
  const kind = kinds.find(([pattern]) => pattern.test(step))?.[1]
  return kind === undefined ? [] : [{ kind, url: withoutQuery(request.url), ms }]
}

/** Masked, but the names of the members are there. */
const tokens = /"(?:access_token|refresh_token|id_token)"\s*:/
const registrations = /"(?:client_secret|registration_access_token)"\s*:/

function secretOf({ request, response }: Exchange): SecretAnswersFacts['answers'] {
  if (request.method !== 'POST' || response === null || response.status > 299) return []
  const token = tokens.test(response.body)
  if (!token && !registrations.test(response.body)) return []
  const cacheControl = response.headers['cache-control']
  const what = token ? 'token' : 'registration'
  const url = withoutQuery(request.url)
  return [{ what, url, ...(cacheControl === undefined ? {} : { cacheControl }) }]
}

function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url
}
