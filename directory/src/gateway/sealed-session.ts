import { z } from 'zod'
import { createBriefMemory, type Vault } from '../kernel/index.ts'

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

/** Our session ids. Each opens only for the one for whom it was sealed: a connection, or a client of a person. */
export interface SealedSessions {
  seal(whose: string, upstream: UpstreamSession): string
  /** Undefined when it is not one of ours, or belongs to another. */
  open(whose: string, sealed: string): Promise<UpstreamSession | undefined>
}

interface Opened {
  readonly whose: string
  readonly upstream: UpstreamSession
}

const place = (row: string) => ({ table: 'gateway_session', column: 'id', row })

/** What was opened lies open for at most a second: a caller that makes many calls is spared two decryptions for each. */
export function createSealedSessions(vault: Vault): SealedSessions {
  const opened = createBriefMemory<Opened>()
  return {
    seal: (whose, upstream) => vault.seal(JSON.stringify(upstream), place(whose)),
    async open(whose, sealed) {
      const known = await opened.get(sealed, () => Promise.resolve(unseal(vault, whose, sealed)))
      return known?.whose === whose ? known.upstream : unseal(vault, whose, sealed)?.upstream
    },
  }
}

function unseal(vault: Vault, whose: string, sealed: string): Opened | undefined {
  try {
    return { whose, upstream: session.parse(JSON.parse(vault.open(sealed, place(whose)))) }
  } catch {
    return undefined
  }
}
