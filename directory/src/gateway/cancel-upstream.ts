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
  withToken(deps, call, async (authorization) => {
    const message = { jsonrpc: '2.0', method: 'notifications/cancelled', params } as const
    const options = { fetch: deps.fetch, headers: { ...headers, ...authorization }, timeoutMs: 5_000 }
    await postMessage(call.endpoint.serverUrl, message, options)
  }).catch((error: unknown) => {
    if (!isWireError(error) && !(error instanceof Refusal)) throw error
  })
}

/** A caller that hangs up may come back for its answer; one whose time is up gets none, and the server may stop. */
export function cancelWhenTimeIsUp(
  deps: Deps,
  call: Call,
  headers: () => Readonly<Record<string, string>>,
): void {
  const { message, deadline } = call
  if (message.kind !== 'request' || message.method === 'initialize') return
  const tell = (): void => {
    if (deadline.reason() === 'timeout') cancelUpstream(deps, call, headers(), message.id)
  }
  deadline.signal.addEventListener('abort', tell, { once: true })
}
