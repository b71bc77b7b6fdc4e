import { isWireError, postMessage } from '@connectory/wire'
import type { Call } from './call.ts'
import type { GatewayDependencies } from './gateway.ts'
import { Refusal } from './rpc-error.ts'
import { withToken } from './upstream.ts'

type Deps = Pick<GatewayDependencies, 'connections' | 'fetch' | 'config'>

/**
 * Closing the stream means nothing to an older server; it has to be told that nobody waits any longer. Nobody waits
 * for this either. @see MCP 2025-11-25 basic/utilities/cancellation
 */
export function cancelUpstream(
  deps: Deps,
  call: Call,
  headers: Readonly<Record<string, string>>,
  requestId: string | number,
): void {
  const params = { requestId, reason: call.deadline.reason() }
  withToken(deps, call, async (authorization, fetch) => {
    const message = { jsonrpc: '2.0', method: 'notifications/cancelled', params } as const
    const options = { fetch, headers: { ...headers, ...authorization }, timeoutMs: 5_000 }
    await postMessage(call.endpoint.serverUrl, message, options)
  }).catch((error: unknown) => {
    if (!isWireError(error) && !(error instanceof Refusal)) throw error
  })
}

/** An answer that a caller of the older era waits for, at a server of that era. */
export interface AwaitedAnswer {
  /** With which its request went to the server; undefined before that. */
  headers: Readonly<Record<string, string>> | undefined
  /** The caller has got the id of an event, so it may hang up and come back for the rest. */
  mayBeResumed: boolean
  arrived: boolean
}

/**
 * A caller that hangs up may come back for its answer, if it knows where to go on; who does not gets none, nor does one
 * whose time is up, and the server may stop. @see MCP 2025-11-25 basic/transports
 */
export function cancelWhenGivenUp(deps: Deps, call: Call): AwaitedAnswer {
  const { message, deadline } = call
  const awaited: AwaitedAnswer = { headers: undefined, mayBeResumed: false, arrived: false }
  if (message.kind !== 'request' || message.method === 'initialize') return awaited
  const tell = (): void => {
    const { headers, mayBeResumed, arrived } = awaited
    if (headers === undefined || arrived || (mayBeResumed && deadline.reason() !== 'timeout')) return
    cancelUpstream(deps, call, headers, message.id)
  }
  deadline.signal.addEventListener('abort', tell, { once: true })
  return awaited
}
