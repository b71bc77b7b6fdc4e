import { isWireError, legacyHeaders } from '@connectory/wire'
import type { ConnectionId } from '../kernel/index.ts'
import type { GatewayDependencies } from './gateway.ts'
import type { Opened } from './openings.ts'

/**
 * Ends a session that we opened and nobody needs any more, with the token of now; where the connection has gone there
 * is none, and the session ends by itself. A server may refuse. @see MCP 2025-11-25 basic/transports
 */
export async function endSession(
  { connections, fetch }: Pick<GatewayDependencies, 'connections' | 'fetch'>,
  { connection, serverUrl }: { readonly connection: ConnectionId; readonly serverUrl: string },
  { session, protocolVersion }: Opened,
): Promise<void> {
  if (session.id === undefined) return
  const access = await connections.access(connection)
  if (access.kind !== 'token' && access.kind !== 'open') return
  const authorization = access.kind === 'token' ? { authorization: `Bearer ${access.token}` } : {}
  const door = (access.kind === 'token' ? access.through?.(fetch) : undefined) ?? fetch
  const shared = access.headers?.(serverUrl)
  try {
    const headers = { ...legacyHeaders(protocolVersion, session.id), ...shared, ...authorization }
    const answer = await door(serverUrl, { method: 'DELETE', headers, timeoutMs: 5_000 })
    await answer.body.cancel()
  } catch (error) {
    if (!isWireError(error)) throw error
  }
}
