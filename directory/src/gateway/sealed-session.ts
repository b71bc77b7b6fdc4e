import { z } from 'zod'
import { createBriefMemory, type ConnectionId, type Vault } from '../kernel/index.ts'

const session = z.object({
  /** The server's own session id. */
  id: z.string(),
  protocolVersion: z.string(),
  /** What the caller can do: needed to open the session anew. */
  capabilities: z.record(z.string(), z.unknown()),
})

/** In place of a server's session id, where the server knows no sessions. */
export const noSession = ''

/** A session of an older server, as the caller carries it: sealed, so that nothing of it need be remembered here. */
export type UpstreamSession = z.infer<typeof session>

/** Our session ids. Each opens only for the connection for which it was sealed. */
export interface SealedSessions {
  seal(connection: ConnectionId, upstream: UpstreamSession): string
  /** Undefined when it is not one of ours, or belongs to another connection. */
  open(connection: ConnectionId, sealed: string): Promise<UpstreamSession | undefined>
}

interface Opened {
  readonly connection: ConnectionId
  readonly upstream: UpstreamSession
}

const place = (row: ConnectionId) => ({ table: 'gateway_session', column: 'id', row })

/** What was opened lies open for at most a second: a caller that makes many calls is spared two decryptions for each. */
export function createSealedSessions(vault: Vault): SealedSessions {
  const opened = createBriefMemory<Opened>()
  return {
    seal: (connection, upstream) => vault.seal(JSON.stringify(upstream), place(connection)),
    async open(connection, sealed) {
      const known = await opened.get(sealed, () => Promise.resolve(unseal(vault, connection, sealed)))
      return known?.connection === connection ? known.upstream : unseal(vault, connection, sealed)?.upstream
    },
  }
}

function unseal(vault: Vault, connection: ConnectionId, sealed: string): Opened | undefined {
  try {
    return { connection, upstream: session.parse(JSON.parse(vault.open(sealed, place(connection)))) }
  } catch {
    return undefined
  }
}
