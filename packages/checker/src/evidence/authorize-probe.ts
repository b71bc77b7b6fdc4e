import { bearerChallenge, fetchRecorded } from '@connectory/wire'
import type { AuthorizeAnswer, AuthorizeFacts, AuthorizeKind } from './authorization-facts.ts'
import { memberOf, textIn, textsIn } from './document.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { AccessFacts, IssuerFacts, ResourceFacts } from './facts.ts'
import type { AuthorizationAnswerFacts } from './sign-in-facts.ts'
import { isLoopbackUri } from './registration.ts'
import { whyNot, type Visit } from './visit.ts'

/** What is asked for at the authorization endpoint, in the name of one client. */
export interface Ask {
  readonly kind: AuthorizeKind
  readonly clientId: string
  readonly redirectUri: string
  /** Replaces parameters of the right request; undefined leaves one out. */
  readonly instead?: Readonly<Record<string, string | undefined>>
}

const state = 'connectory-check-state'

/** SHA-256 of a verifier that is thrown away: no code that comes of this can be used. @see RFC 7636 appendix B */
const challenge = 'E9Melhoa2OwvFrEGgEmUD_2jhBNhAt_yLmsF8tHR5fA'

/** Asks as a browser would, and follows nothing. @see RFC 6749 section 4.1.1 */
export async function askToAuthorize(
  visit: Visit,
  endpoint: string,
  scope: string | undefined,
  { kind, clientId, redirectUri, instead = {} }: Ask,
): Promise<Looked<AuthorizeAnswer>> {
  const url = new URL(endpoint)
  const parameters: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    scope,
    resource: visit.url.href,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...instead,
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  try {
    const { response, text } = await fetchRecorded(url.href, {
      fetch: visit.fetch,
      evidence: visit.log,
      step: `authorization request: ${kind}`,
      signal: visit.signal,
      timeoutMs: 10_000,
      maxBytes: 512 * 1024,
      headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', 'accept-language': 'en' },
    })
    const { status, headers } = response
    if (isBusy(status, headers, text))
      return couldNotLook('step-failed', {
        problem: `${endpoint} answers ${status} to a visitor without a browser.`,
      })
    return seen(readAnswer({ kind, redirectUri }, status, headers.get('location'), text, endpoint))
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

/** A wall before the server (a bot filter, a limit of visitors) says nothing about the server. */
function isBusy(status: number, headers: Headers, text: string): boolean {
  if (status === 429 || status === 503) return true
  return (
    status === 403 && (headers.has('cf-mitigated') || /captcha|just a moment|are you (a )?human/i.test(text))
  )
}

const aboutRedirect = /redirect[\s_-]?ur[il]|redirect address|callback url|invalid_redirect/i
const saysError =
  /\berror\b|invalid|mismatch|not (?:allowed|registered|valid|match|permitted|authori[sz]ed)|unauthori[sz]ed/i

function readAnswer(
  about: Pick<AuthorizeAnswer, 'kind' | 'redirectUri'>,
  status: number,
  location: string | null,
  text: string,
  endpoint: string,
): AuthorizeAnswer {
  const excerpt = plainWords(text).slice(0, 300)
  if (location !== null && status >= 300 && status < 400) {
    return { ...about, status, ...readLocation(about.redirectUri, location, endpoint), excerpt }
  }
  const words = plainWords(text).slice(0, 4000)
  const namesRedirect = aboutRedirect.test(words) && saysError.test(words)
  const refused = status < 200 || status > 299 || namesRedirect
  return { ...about, status, outcome: refused ? 'refused' : 'page', namesRedirect, excerpt }
}

type Led = Pick<AuthorizeAnswer, 'outcome' | 'location' | 'error' | 'state' | 'iss' | 'namesRedirect'>

function readLocation(redirectUri: string, location: string, endpoint: string): Led {
  if (!URL.canParse(location, endpoint)) return { outcome: 'refused', location: location.slice(0, 200) }
  const to = new URL(location, endpoint)
  // OAuth answers stand in the query, those of implicit flows behind the hash.
  const answer = new URLSearchParams(`${to.search.slice(1)}&${to.hash.slice(1)}`)
  const error = answer.get('error')?.slice(0, 100)
  const place = { location: `${to.protocol}//${to.host}${to.pathname}`.slice(0, 300) }
  if (leadsTo(to, redirectUri)) {
    const given = answer.get('state')
    const iss = answer.get('iss')?.slice(0, 300) ?? null
    return {
      outcome: 'back',
      ...place,
      ...(error === undefined ? {} : { error }),
      state: given === null ? 'none' : given === state ? 'same' : 'other',
      ...(iss === null ? {} : { iss }),
    }
  }
  if (error === undefined && !/[/_-]error\b/i.test(to.pathname)) return { outcome: 'onwards', ...place }
  const namesRedirect = aboutRedirect.test(decodeURIComponentOr(to.search))
  return { outcome: 'refused', ...place, ...(error === undefined ? {} : { error }), namesRedirect }
}

function leadsTo(to: URL, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false
  const wanted = new URL(redirectUri)
  return to.host === wanted.host && to.protocol === wanted.protocol && to.pathname === wanted.pathname
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The words of a page. Scripts carry words such as "error" on every page. */
function plainWords(text: string): string {
  return text
    .replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The scope that the server itself asks for, as clients do: of the challenge, else of the metadata. */
export function scopeToAsk(access: AccessFacts, resource: ResourceFacts): string | undefined {
  const { scope } = bearerChallenge(access.header ?? null) ?? {}
  return scope ?? textsIn(resource.document, 'scopes_supported')?.join(' ')
}

/** Redirect addresses that nobody registered, each different in one way. */
export function strangeRedirects(registered: string): Pick<Ask, 'kind' | 'redirectUri'>[] {
  const changed = (kind: AuthorizeKind, change: (url: URL) => void) => {
    const url = new URL(registered)
    change(url)
    return { kind, redirectUri: url.href }
  }
  const loopback = isLoopbackUri(registered)
  return [
    { kind: 'other-host', redirectUri: 'https://attacker.example/callback' },
    changed('other-path', (url) => (url.pathname = `${url.pathname.replace(/\/$/, '')}/elsewhere`)),
    ...(loopback
      ? []
      : [
          changed('other-port', (url) => (url.port = '8443')),
          changed('subdomain', (url) => (url.hostname = `attacker.${url.hostname}`)),
        ]),
  ]
}

/** What came back to the client with a person, or else what the probes saw without one. */
export function orProbed(
  withPerson: Looked<AuthorizationAnswerFacts>,
  { authorize, issuer }: { readonly authorize: Looked<AuthorizeFacts>; readonly issuer: Looked<IssuerFacts> },
): Looked<AuthorizationAnswerFacts> {
  if (withPerson.looked || !authorize.looked || !issuer.looked) return withPerson
  const { endpoint, answers } = authorize.value
  const back = answers.find(({ kind, outcome }) => outcome === 'back' && own.has(kind))
  if (!back) return withPerson
  const { document, issuer: named } = issuer.value
  const name = textIn(document, 'issuer') ?? named ?? ''
  return seen({
    endpoint,
    issuer: name,
    state: back.state === 'same' ? 'same' : back.state === 'other' ? 'different' : 'missing',
    iss: back.iss === undefined ? 'missing' : back.iss === name ? 'same' : 'different',
    issPromised: memberOf(document, 'authorization_response_iss_parameter_supported') === true,
    ...(back.error === undefined ? {} : { error: back.error }),
  })
}

/** Requests with the registered redirect address. */
const own: ReadonlySet<AuthorizeKind> = new Set(['callback', 'unknown-response-type', 'no-challenge'])
