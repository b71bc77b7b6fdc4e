import {
  bearerChallenge,
  discoverAuthorization,
  isWireError,
  listTools,
  openServer,
  requestToken,
  type Authorization,
  type SafeFetch,
  type TokenOutcome,
  type WireError,
} from '@connectory/wire'
import type { Try, Words } from './model.ts'

const messageMs = 15_000
/** For all of it: a server that is slow at each step keeps nobody waiting. */
const wholeMs = 90_000

/** Of one try; nothing of it is recorded. */
interface Trying {
  readonly serverUrl: string
  readonly words: Words
  readonly fetch: SafeFetch
  readonly signal: AbortSignal
}

/** What a program shows the server. */
interface Shown {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** `error`: it refuses what was asked, in words that say nothing of an account. */
type Heard =
  | { readonly answer: 'tools' | 'error' | 'nothing' }
  | { readonly answer: 'no'; readonly challenge: string | null }

/**
 * Opens the server and lists its tools, without the account and then with it. Only an answer to the account itself says
 * that it works or is refused. A fault of ours is thrown on.
 */
export async function tryAccount(
  fetch: SafeFetch,
  { serverUrl, words }: Pick<Trying, 'serverUrl' | 'words'>,
): Promise<Try> {
  const trying: Trying = { serverUrl, words, fetch, signal: AbortSignal.timeout(wholeMs) }
  const without = await hear(trying, {})
  if (without.answer === 'tools') return unknown('open')
  const shown = await signIn(trying, without.answer === 'no' ? without.challenge : null)
  if ('result' in shown) return shown
  const { answer } = await hear(trying, shown)
  if (answer === 'tools') return await worksWith(trying, without)
  return answer === 'no' ? { result: 'refused', because: 'server' } : unknown('no-answer')
}

/** That it shows its tools says nothing of the account where it shows them to anybody. */
async function worksWith(trying: Trying, without: Heard): Promise<Try> {
  // Without it there was no list: by a bad moment, perhaps, which is over now.
  const { answer } = without.answer === 'no' ? without : await hear(trying, {})
  if (answer === 'tools') return unknown('open')
  return answer === 'nothing' ? unknown('no-answer') : { result: 'ok' }
}

function unknown(because: Extract<Try, { result: 'could-not-look' }>['because']): Try {
  return { result: 'could-not-look', because }
}

async function hear({ serverUrl, fetch, signal }: Trying, shown: Shown): Promise<Heard> {
  const patience = { timeoutMs: messageMs, signal }
  try {
    const opening = await openServer(serverUrl, {
      ...shown,
      ...patience,
      fetch,
      probeTimeoutMs: messageMs / 2,
    })
    const list = await listTools(opening, { ...patience, maxPages: 1, maxTotalBytes: 4 * 1024 * 1024 })
    await opening.close()
    if (list.error !== undefined) return meant(list.error)
    return { answer: list.ended === 'error' ? 'nothing' : 'tools' }
  } catch (error) {
    return meant(error)
  }
}

function meant(error: unknown): Heard {
  if (!isWireError(error)) throw error
  const { challenge, status } = error.facts
  if (error.code !== 'unauthorized' && status !== 403) return { answer: refuses(error) ? 'error' : 'nothing' }
  return { answer: 'no', challenge: typeof challenge === 'string' ? challenge : null }
}

/** What a server answers to a request that lacks something; not that it has too much to do, or too little time. */
function refuses({ code, facts: { status } }: WireError): boolean {
  if (typeof status !== 'number' || status >= 500 || [408, 425, 429].includes(status)) return false
  return code === 'rpc-error' || status >= 400
}

/** @returns what to show the server, or what came of it already */
async function signIn(trying: Trying, challenge: string | null): Promise<Shown | Try> {
  const { words } = trying
  if (words.way !== 'client') return { headers: { [words.name]: words.secret } }
  const login = await findLogin(trying, challenge)
  const method = login && methodOf(login.metadata.tokenAuthMethods)
  if (login === undefined || method === undefined) return unknown('no-grant')
  const scope = bearerChallenge(challenge)?.scope
  const outcome = await askForToken(trying, login, { method, ...(scope !== undefined && { scope }) })
  if (outcome === undefined) return unknown('no-answer')
  return outcome.state === 'issued' ? { token: outcome.tokens.accessToken } : judge(outcome)
}

async function findLogin(
  { serverUrl, fetch, signal }: Trying,
  challenge: string | null,
): Promise<Authorization | undefined> {
  try {
    return await discoverAuthorization(serverUrl, { fetch, signal, timeoutMs: messageMs, challenge })
  } catch (error) {
    if (!isWireError(error)) throw error
    return undefined
  }
}

type Method = 'client_secret_basic' | 'client_secret_post'

/** Not stated means in the header. @see RFC 8414 section 2 */
function methodOf(offered: readonly string[] | undefined): Method | undefined {
  const known = offered ?? ['client_secret_basic']
  return (['client_secret_basic', 'client_secret_post'] as const).find((method) => known.includes(method))
}

async function askForToken(
  { words, fetch, signal }: Trying,
  { resource, metadata }: Authorization,
  { method, scope }: { readonly method: Method; readonly scope?: string },
): Promise<TokenOutcome | undefined> {
  const client = { id: words.name, secret: words.secret, method }
  const grant = { type: 'client_credentials', ...(scope !== undefined && { scope }) } as const
  const request = { endpoint: metadata.tokenEndpoint, client, grant, resource }
  try {
    return await requestToken(request, { fetch, signal, timeoutMs: messageMs })
  } catch (error) {
    if (!isWireError(error)) throw error
    return undefined
  }
}

/** Words of RFC 6749 section 5.2 that speak of the client itself. */
const saysNo: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_grant',
  'access_denied',
])

function judge(outcome: Exclude<TokenOutcome, { state: 'issued' }>): Try {
  if (outcome.state === 'invalid') return unknown('no-answer')
  const { status, error } = outcome
  if (status === 429 || status >= 500) return unknown('no-answer')
  const isNo = error === undefined ? status === 401 || status === 403 : saysNo.has(error)
  return isNo ? { result: 'refused', because: 'login' } : unknown('no-grant')
}
