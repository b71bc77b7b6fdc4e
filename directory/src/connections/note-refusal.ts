import { inTransaction, type ConnectionId } from '../kernel/index.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { loseConsent } from './lose-consent.ts'
import type { Remedy, ServerRefusal } from './model.ts'
import { remedyFor } from './scopes.ts'
import { loadConnection, putChallenge } from './store.ts'

/** No server needs more to say what it wants. */
const longestChallenge = 4_000

/** A header that fits into its column. */
export function keptChallenge(challenge: string | null): string | null {
  return challenge === null ? null : challenge.slice(0, longestChallenge)
}

/** Keeps what the server said, for the sign-in that has to follow. */
export async function noteRefusal(
  deps: Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'vault' | 'notices'>,
  id: ConnectionId,
  { token, challenge, wants }: ServerRefusal,
): Promise<Remedy> {
  return await inTransaction(deps.db, async (trx) => {
    const known = await loadConnection(trx, deps.vault, id, 'lock')
    // Gone, or signed in anew in the meantime: what was said is not about what is there now.
    if (known === undefined || known.tokens?.access_token !== token) return 'connect'
    if (wants === 'login') {
      const reason = 'The server refused a token that had just been renewed.'
      await loseConsent(deps, trx, known, { reason, challenge: keptChallenge(challenge) })
      return 'connect'
    }
    const remedy = remedyFor(known, challenge)
    // Not every tool needs the larger access: the connection goes on as it is.
    if (remedy === 'connect') await putChallenge(trx, id, keptChallenge(challenge) ?? 'Bearer')
    return remedy
  })
}
