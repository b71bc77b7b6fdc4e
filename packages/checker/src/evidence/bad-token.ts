import { newestLegacyVersion, postMessage, type PostOutcome } from '@connectory/wire'
import type { ForgedUserFacts, QueryTokenFacts } from './authorization-facts.ts'
import type { Conversation } from './converse.ts'
import { couldNotLook, doesNotApply, seen, type Looked } from './evidence.ts'
import type { BadTokenFacts, IssuerFacts } from './facts.ts'
import { clientInfo, endSession, readOpening, versionsOfInitialize } from './openings.ts'
import { collectTools } from './tools.ts'
import { whyNot, type Visit } from './visit.ts'

/** A token that nobody issued. Its name says so, for whoever finds it in a log. */
const badToken = 'connectory-check-invalid-token'

/** True when the server opens a conversation for everybody and asks for a credential only later. */
export function opensForAll({ openings }: Pick<Conversation, 'openings'>): boolean {
  if (!openings.looked) return false
  const { discover, initialize } = openings.value
  return discover?.outcome === 'result' || initialize?.outcome === 'result'
}

/** Shows a token that nobody issued, where the server asks for one. */
export async function tryBadToken(visit: Visit, openForAll: boolean): Promise<Looked<BadTokenFacts>> {
  try {
    if (openForAll) return await listWithBadToken(visit)
    const { status, exchange } = await open(visit, {
      token: badToken,
      step: 'initialize with an invalid token',
    })
    return seen({ status, excerpt: (exchange?.response?.body ?? '').slice(0, 300) })
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

/** Adds what the server says to a token that names its issuer, this server and a user, and carries no signature. */
export async function tryUnsignedToken(
  visit: Visit,
  issuer: IssuerFacts,
  before: Looked<BadTokenFacts>,
  openForAll: boolean,
): Promise<Looked<BadTokenFacts>> {
  if (!before.looked || openForAll) return before
  try {
    const token = unsignedToken(visit.url.href, issuer.issuer ?? visit.url.origin)
    const { status, exchange } = await open(visit, { token, step: 'initialize with an unsigned token' })
    const excerpt = (exchange?.response?.body ?? '').slice(0, 300)
    return seen({ ...before.value, unsigned: { status, excerpt } })
  } catch (error) {
    const why = whyNot(visit, error, 'step-failed')
    return why.looked ? before : seen(before.value, why.because)
  }
}

/** RFC 7519 section 6: an unsecured JWT. It ends in the year 2100. */
function unsignedToken(audience: string, issuer: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    iss: issuer,
    aud: audience,
    sub: 'connectory-check',
    iat: 1_700_000_000,
    exp: 4_102_444_800,
  }
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
}

async function listWithBadToken(visit: Visit): Promise<Looked<BadTokenFacts>> {
  const { challenge, listing } = await collectTools(visit, { era: 'auto', token: badToken })
  if (challenge) return seen({ status: challenge.status, excerpt: challenge.header ?? '' })
  return listing.looked ? seen({ status: 200, excerpt: '' }) : listing
}

const forged: Readonly<Record<string, string>> = {
  'x-forwarded-user': 'connectory-check',
  'x-forwarded-email': 'connectory-check@client.example',
  'x-remote-user': 'connectory-check',
  'x-user-id': '1',
  'x-user-email': 'connectory-check@client.example',
  'x-authenticated-user': 'connectory-check',
}

/** Names a user in headers that only a proxy may set, without any token. */
export async function tryForgedUser(visit: Visit, openForAll: boolean): Promise<Looked<ForgedUserFacts>> {
  if (openForAll) return doesNotApply('opens-for-all')
  try {
    const outcome = await open(visit, { headers: forged, step: 'initialize with a forged user' })
    return seen({ headers: Object.keys(forged), ...whetherOpened(outcome) })
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

/** A token that the server takes, or why there is none although a login was tried. */
export interface Credentials {
  readonly token?: string | undefined
  readonly failed?: Looked<never> | undefined
}

/** Shows a good token in the query, where addresses leave it in logs. */
export async function tryQueryToken(
  visit: Visit,
  { token, failed = couldNotLook('no-credentials') }: Credentials,
  openForAll: boolean,
): Promise<Looked<QueryTokenFacts>> {
  if (openForAll) return doesNotApply('opens-for-all')
  if (token === undefined) return failed
  visit.log.hide(token)
  visit.log.hide(encodeURIComponent(token))
  const url = new URL(visit.url)
  url.searchParams.set('access_token', token)
  try {
    const outcome = await open(visit, { url, step: 'initialize with a token in the query' })
    const { status } = outcome
    if (status === 429 || status >= 500)
      return couldNotLook('step-failed', { problem: `The server answers ${status}.` })
    return seen(whetherOpened(outcome))
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

function whetherOpened(outcome: PostOutcome) {
  const { status, exchange } = outcome
  const opened = readOpening(outcome, versionsOfInitialize)?.outcome === 'result'
  return { status, opened, excerpt: (exchange?.response?.body ?? '').slice(0, 300) }
}

interface How {
  readonly step: string
  readonly url?: URL
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

async function open(visit: Visit, { url = visit.url, ...how }: How): Promise<PostOutcome> {
  const { fetch, log, signal } = visit
  const params = { protocolVersion: newestLegacyVersion, capabilities: {}, clientInfo }
  const outcome = await postMessage(
    url.href,
    { jsonrpc: '2.0', id: 1, method: 'initialize', params },
    { fetch, evidence: log, signal, timeoutMs: 10_000, ...how },
  )
  const session = outcome.headers.get('mcp-session-id')
  if (session !== null) await endSession(visit, session)
  return outcome
}
