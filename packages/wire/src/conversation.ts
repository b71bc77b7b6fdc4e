import { isWireError, WireError } from './errors.ts'
import type { EvidenceLog } from './evidence.ts'
import { errorIn, type JsonObject } from './json-rpc.ts'
import { postMessage, requireAnswer, type PostOptions, type PostOutcome } from './post-message.ts'
import type { ClientInfo } from './protocol/2026-07-28.ts'
import { replyOf, type Reply } from './reply.ts'
import type { SafeFetch } from './safe-fetch.ts'
import type { StopSignal } from './stop-signal.ts'

export type Era = 'modern' | 'legacy'

export interface OpenOptions {
  readonly fetch: SafeFetch
  readonly evidence?: EvidenceLog
  readonly token?: string
  /** Sent with every message. */
  readonly headers?: Readonly<Record<string, string>>
  /** Per message. Default 30,000. */
  readonly timeoutMs?: number
  /** For the modern probe alone: a legacy server may simply stay silent. Default 8,000. */
  readonly probeTimeoutMs?: number
  readonly clientInfo?: ClientInfo
  /** What `initialize` says that we can be asked. Default: nothing. */
  readonly capabilities?: JsonObject
  /** 'auto' tries modern first. A stored verdict ('modern', 'legacy') saves the probe. */
  readonly era?: Era | 'auto'
  readonly signal?: StopSignal
}

export interface RequestOptions {
  readonly timeoutMs?: number
  readonly maxBytes?: number
  readonly signal?: StopSignal
  readonly headers?: Readonly<Record<string, string>>
  readonly step?: string
  readonly onMessage?: PostOptions['onMessage']
  readonly record?: PostOptions['record']
  /** Tells the server when this request ran out of time or was stopped; for work that goes on meanwhile. */
  readonly sayCancelled?: boolean
}

/** An open conversation with one server. */
export interface Opening {
  readonly url: string
  readonly era: Era
  /** As the server named it; see `versionKnown`. */
  readonly protocolVersion: string
  readonly versionKnown: boolean
  /** Self-reported; never decide anything by it. */
  readonly serverInfo: unknown
  readonly capabilities: unknown
  readonly instructions?: string
  readonly session: { readonly id?: string }
  /** Modern: what `server/discover` listed. */
  readonly supportedVersions?: readonly string[]
  /** The answer that opened it: to `server/discover` or `initialize`. */
  readonly opened: Reply
  readonly address: string
  readonly tls?: PostOutcome['tls']
  /** @throws WireError when no JSON-RPC response came; 'session-lost' asks for a new opening */
  request(method: string, params?: JsonObject, options?: RequestOptions): Promise<Reply>
  notify(method: string, params?: JsonObject): Promise<void>
  /** Ends the session where there is one. Never throws. */
  close(): Promise<void>
}

export type Dress = (
  method: string,
  params: JsonObject,
) => { readonly params: JsonObject; readonly headers: Record<string, string> }

/** The two verbs of an opening; `dress` adds what the era demands. */
export function conversation(
  url: string,
  options: OpenOptions,
  dress: Dress,
): Pick<Opening, 'request' | 'notify'> {
  // 1 opened the conversation; ids stay unique in it.
  let lastId = 1
  return {
    async request(method, params = {}, extra = {}) {
      const id = (lastId += 1)
      const dressed = dress(method, params)
      const headers = { ...options.headers, ...extra.headers, ...dressed.headers }
      let outcome: PostOutcome
      try {
        outcome = await postMessage(
          url,
          { jsonrpc: '2.0', id, method, params: dressed.params },
          { ...common(options), ...extra, headers },
        )
      } catch (error) {
        if (extra.sayCancelled && gaveUp(error)) await cancel(url, options, dress, id)
        throw error
      }
      if (extra.sayCancelled && gaveUp(outcome.problem)) await cancel(url, options, dress, id)
      if (outcome.status === 404 && 'mcp-session-id' in dressed.headers && !isUnknownMethod(outcome))
        throw sessionLost(url)
      requireAnswer(outcome)
      return replyOf(outcome)
    },
    async notify(method, params) {
      const dressed = dress(method, params ?? {})
      const outcome = await postMessage(
        url,
        { jsonrpc: '2.0', method, ...(params && { params: dressed.params }) },
        { ...common(options), headers: { ...options.headers, ...dressed.headers } },
      )
      if (outcome.problem) throw outcome.problem
    },
  }
}

function gaveUp(error: unknown): boolean {
  return isWireError(error) && ['timeout', 'headers-timeout', 'cancelled'].includes(error.code)
}

/**
 * Tells a server of the earlier era that nobody waits any more: there a closed connection does not say so. Its own
 * short time, because the caller's is over. @see MCP 2025-11-25 basic/utilities/cancellation
 */
async function cancel(url: string, options: OpenOptions, dress: Dress, requestId: number): Promise<void> {
  const params = { requestId, reason: 'The time for the answer is over.' }
  const { headers } = dress('notifications/cancelled', params)
  if ('mcp-method' in headers) return
  const { fetch, evidence, token } = options
  try {
    await postMessage(
      url,
      { jsonrpc: '2.0', method: 'notifications/cancelled', params },
      { fetch, evidence, token, timeoutMs: 2_000, headers: { ...options.headers, ...headers } },
    )
  } catch (error) {
    if (!isWireError(error)) throw error
  }
}

/** What every message of an opening shares. */
export function common({ fetch, evidence, token, timeoutMs, signal }: OpenOptions) {
  return { fetch, evidence, token, timeoutMs, signal }
}

/** Ends a legacy session; a server may refuse (405). */
export async function endSession(
  url: string,
  options: OpenOptions,
  headers: Record<string, string>,
  sessionId: string | undefined,
): Promise<void> {
  if (sessionId === undefined) return
  try {
    const answer = await options.fetch(url, {
      method: 'DELETE',
      headers: {
        ...options.headers,
        ...headers,
        ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
      },
      timeoutMs: 5_000,
    })
    await answer.body.cancel()
  } catch (error) {
    // A session that cannot be ended ends by itself; a bug of ours must not hide here.
    if (!isWireError(error)) throw error
  }
}

function isUnknownMethod(outcome: PostOutcome): boolean {
  return outcome.answer !== undefined && errorIn(outcome.answer.message)?.code === -32601
}

function sessionLost(url: string): WireError {
  return new WireError('session-lost', `${url} no longer knows the session (404). Open a new one.`, {
    url,
    status: 404,
  })
}
