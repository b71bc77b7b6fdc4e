import { z } from 'zod'
import type { ConnectionId, Vault } from '../kernel/index.ts'

const session = z.object({
  /** The server's own session id. */
  id: z.string(),
  protocolVersion: z.string(),
  /** What the caller can do: needed to open the session anew. */
  capabilities: z.record(z.string(), z.unknown()),
})

/** A session of an older server, as the caller carries it: sealed, so that nothing of it need be remembered here. */
export type UpstreamSession = z.infer<typeof session>

const place = (row: ConnectionId) => ({ table: 'gateway_session', column: 'id', row })

/** Our session id. It opens only for the same connection. */
export function sealSession(vault: Vault, connection: ConnectionId, upstream: UpstreamSession): string {
  return vault.seal(JSON.stringify(upstream), place(connection))
}

/** Undefined when it is not one of ours, or belongs to another connection. */
export function openSession(
  vault: Vault,
  connection: ConnectionId,
  sealed: string,
): UpstreamSession | undefined {
  try {
    return session.parse(JSON.parse(vault.open(sealed, place(connection))))
  } catch {
    return undefined
  }
}
