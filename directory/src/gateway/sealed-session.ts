import { z } from 'zod'
import { madeOnceInAWhile, type Vault } from '../kernel/index.ts'

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
  open(whose: string, sealed: string): OpenedSession | undefined
}

export interface OpenedSession {
  /** The id as it came; the same string with each call of a second, which maps find sooner. */
  readonly sealed: string
  readonly upstream: UpstreamSession
}

const place = (row: string) => ({ table: 'gateway_session', column: 'id', row })

/** What was opened lies open for at most a second: a caller that makes many calls is spared two decryptions for each. */
export function createSealedSessions(vault: Vault): SealedSessions {
  const openedBy = madeOnceInAWhile((sealed, whose: string) => {
    const upstream = unseal(vault, whose, sealed)
    return upstream && { whose, sealed, upstream }
  })
  return {
    seal: (whose, upstream) => vault.seal(JSON.stringify(upstream), place(whose)),
    open(whose, sealed) {
      const known = openedBy(sealed, whose)
      if (known?.whose === whose) return known
      const upstream = unseal(vault, whose, sealed)
      return upstream && { sealed, upstream }
    },
  }
}

function unseal(vault: Vault, whose: string, sealed: string): UpstreamSession | undefined {
  try {
    return session.parse(JSON.parse(vault.open(sealed, place(whose))))
  } catch {
    return undefined
  }
}
