import {
  bearerChallenge,
  isWireError,
  maxNesting,
  mostValues,
  WireError,
  type SafeFetch,
  type SafeRequest,
  type SafeResponse,
} from '@connectory/wire'
import type { Access } from '../connections/index.ts'
import type { Call } from './call.ts'
import type { GatewayDependencies } from './gateway.ts'
import { codes, Refusal, upstreamFault } from './rpc-error.ts'
import { quoting } from './with-reference.ts'

export interface UpstreamRequest {
  readonly method: 'POST' | 'GET' | 'DELETE'
  /** Without authorization. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

type Deps = Pick<GatewayDependencies, 'connections' | 'fetch' | 'config'> & {
  readonly limits: { readonly callMs: number; readonly responseBytes: number }
}

/** One HTTP exchange with the connector's server. @throws Refusal with a sentence for whoever reads the call */
export function sendUpstream(deps: Deps, call: Call, request: UpstreamRequest): Promise<SafeResponse> {
  const { timeoutMs, maxBytes } = limitsOf(deps, call)
  const send: Exchange<SafeResponse> = (authorization, fetch) =>
    fetch(call.endpoint.serverUrl, {
      method: request.method,
      headers: { ...request.headers, ...authorization },
      body: request.body ?? null,
      timeoutMs,
      maxBytes,
      signal: call.deadline.signal,
    })
  return withToken(deps, call, send, (response) => refusedBy(response, call))
}

/** Says whether an answer asks for a login or for more than was granted; then its body is not wanted. */
function refusedBy(response: SafeResponse, { endpoint: { name } }: Call): Promise<WireError> | undefined {
  const { status } = response
  if (status !== 401 && status !== 403) return undefined
  const challenge = response.header('www-authenticate')
  const refused =
    status === 401
      ? new WireError('unauthorized', `${name} asks for a login (401).`, { challenge })
      : new WireError('http-status', `${name} refuses the call (403).`, { status, challenge })
  if (status !== 401 && !asksForMore(refused)) return undefined
  return response.body.cancel().then(() => refused)
}

const day = 24 * 3_600_000

/**
 * The deadline ends a call, these must not end it sooner. An open stream may last a day and carry what it likes, for
 * it is passed on as it comes; everything else is read whole and has its cap.
 */
function limitsOf(
  { limits }: Deps,
  { deadline }: Call,
): Required<Pick<SafeRequest, 'timeoutMs' | 'maxBytes'>> {
  const most = limits.responseBytes
  if (deadline.limitMs !== undefined) return { timeoutMs: deadline.limitMs + 60_000, maxBytes: most }
  return { timeoutMs: day, maxBytes: (head) => (isStream(head) ? Number.MAX_SAFE_INTEGER : most) }
}

/** A good answer that comes as events: the only one that is not read whole. */
export function isStream(head: Pick<SafeResponse, 'status' | 'header'>): boolean {
  return (
    head.status >= 200 && head.status < 300 && mediaType(head.header('content-type')) === 'text/event-stream'
  )
}

/** In lower case and without parameters; '' when missing. */
export function mediaType(contentType: string | null): string {
  // As nearly all write it.
  if (contentType === 'application/json') return contentType
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/** Sends the headers through the door that comes with them: it knows what else the token needs. */
type Exchange<Result> = (authorization: Readonly<Record<string, string>>, fetch: SafeFetch) => Promise<Result>

/**
 * Runs an exchange with the connection's token. When the server refuses it the token is renewed once and the
 * exchange repeated once; after that only the person can help (FAQ 1).
 * @param refused says whether a result is a refusal, where the exchange does not throw it
 */
export async function withToken<Result>(
  deps: Pick<Deps, 'connections' | 'config' | 'fetch'>,
  call: Call,
  exchange: Exchange<Result>,
  refused: (result: Result) => Promise<WireError> | undefined = () => undefined,
): Promise<Result> {
  const { id } = call.connection
  const access = deps.connections.access(id)
  let sent = sentWith(access instanceof Promise ? await access : access, deps, call)
  for (let isRenewed = false; ; isRenewed = true) {
    try {
      const result = await exchange(sent.authorization, sent.fetch)
      const why = refused(result)
      if (why === undefined) return result
      throw await why
    } catch (error) {
      if (isRenewed || !isWireError(error) || error.code !== 'unauthorized')
        throw await afterRefusal(deps, call, sent.token, error)
      const renewed = await deps.connections.access(id, sent.token ?? '', challengeIn(error))
      sent = sentWith(renewed, deps, call)
    }
  }
}

/** What the caller is told; what the person is to be asked for next is kept with the connection. */
async function afterRefusal(
  deps: Pick<Deps, 'connections' | 'config'>,
  call: Call,
  token: string | undefined,
  error: unknown,
): Promise<unknown> {
  const login = isWireError(error) && error.code === 'unauthorized'
  if (!login && !asksForMore(error)) return explain(error, call)
  const challenge = challengeIn(error)
  const wants = login ? 'login' : 'more-access'
  const remedy = await deps.connections.refused(call.connection.id, { token, challenge, wants })
  if (remedy === 'given-already') return asksInCircles(call)
  return login ? needsReconnect(deps, call) : needsMoreAccess(deps, call)
}

function challengeIn(error: WireError): string | null {
  const { challenge } = error.facts
  return typeof challenge === 'string' ? challenge : null
}

interface Sent {
  readonly token: string | undefined
  /** The token as a header, beside what the caller's organisation sends to this server. */
  readonly authorization: Readonly<Record<string, string>>
  readonly fetch: SafeFetch
}

/** @throws Refusal where there is no access */
function sentWith(access: Access, deps: Pick<Deps, 'connections' | 'config' | 'fetch'>, call: Call): Sent {
  const { endpoint } = call
  const { fetch } = deps
  switch (access.kind) {
    case 'token': {
      const { token } = access
      const authorization = { ...access.headers?.(endpoint.serverUrl), authorization: `Bearer ${token}` }
      return { token, authorization, fetch: access.through?.(fetch) ?? fetch }
    }
    case 'open':
      return { token: undefined, authorization: access.headers?.(endpoint.serverUrl) ?? {}, fetch }
    case 'reconnect':
      throw quoting(needsReconnect(deps, call), access.reference)
    case 'unavailable':
      throw quoting(
        upstreamFault(
          `The login of ${call.endpoint.name} does not answer, so its access could not be renewed. Try again later.`,
        ),
        access.reference,
      )
  }
}

/** What an earlier call learned; its reference is the answer to why. */
export async function stillNeedsReconnect(
  deps: Pick<Deps, 'connections' | 'config'>,
  call: Pick<Call, 'endpoint' | 'connection'>,
): Promise<Refusal> {
  return quoting(needsReconnect(deps, call), await deps.connections.lastFailure(call.connection))
}

/** The person has to connect again; the link leads there. */
function needsReconnect(deps: Pick<Deps, 'connections' | 'config'>, call: Pick<Call, 'endpoint'>): Refusal {
  const connectUrl = connectLink(deps, call.endpoint.slug)
  return new Refusal(
    200,
    codes.notConnected,
    `${call.endpoint.name} no longer accepts the access that was given. Connect again at ${connectUrl}`,
    { connectUrl },
    'needs-reconnect',
  )
}

/** @see RFC 6750 section 3.1 */
export function asksForMore(error: unknown): error is WireError {
  if (!isWireError(error) || error.facts['status'] !== 403) return false
  return bearerChallenge(challengeIn(error))?.error === 'insufficient_scope'
}

function asksInCircles(call: Call): Refusal {
  return upstreamFault(
    `${call.endpoint.name} asks for more access, but what it asks for was given already. ` +
      'Connecting again would change nothing; its publisher has to mend that.',
  )
}

function needsMoreAccess(deps: Pick<Deps, 'connections' | 'config'>, call: Call): Refusal {
  const connectUrl = connectLink(deps, call.endpoint.slug)
  return new Refusal(
    200,
    codes.notConnected,
    `${call.endpoint.name} asks for more access than was given. Connect again at ${connectUrl} and allow it there.`,
    { connectUrl },
    'needs-reconnect',
  )
}

export function connectLink(
  { connections, config }: Pick<Deps, 'connections' | 'config'>,
  slug: string,
): string {
  return new URL(connections.connectPath(slug), config.publicUrl).href
}

/** What broke the exchange, as the answer to the call. Bugs of ours go on as they are. */
export function explain(error: unknown, call: Call): unknown {
  if (!isWireError(error)) return error
  const { name } = call.endpoint
  const reason = call.deadline.reason()
  if (reason === 'timeout') return timedOut(call)
  if (reason === 'cancelled') {
    return new Refusal(499, codes.upstreamFault, 'The caller cancelled the call.', undefined, 'cancelled')
  }
  if (error.code === 'body-too-large') {
    return new Refusal(
      200,
      codes.tooLarge,
      `${name} answered with more than this gateway reads.`,
      undefined,
      'too-large',
    )
  }
  if (error.facts['unread'] !== undefined) return tooMuchInside(call)
  if (error.code === 'rate-limited') {
    const retryAfter = error.facts['retryAfter']
    return upstreamFault(`${name} takes no more calls for now (429). Try again later.`, { retryAfter })
  }
  // The address of the server is public; what stands in `facts` may not be.
  return upstreamFault(`${name} failed: ${error.message}`, { code: error.code })
}

/** An answer that would have held up everybody else while it was read. */
export function tooMuchInside({ endpoint }: Call): Refusal {
  const what = `holds more than ${mostValues} values or nests more than ${maxNesting} deep`
  return new Refusal(
    200,
    codes.tooLarge,
    `${endpoint.name} sent an answer that ${what}; it was not read.`,
    undefined,
    'too-large',
  )
}

export function timedOut(call: Call): Refusal {
  return new Refusal(
    200,
    codes.upstreamTimeout,
    `${call.endpoint.name} did not finish its answer in the time that a call has. Ask for less, or try again.`,
    undefined,
    'timeout',
  )
}
