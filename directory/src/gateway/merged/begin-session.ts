import type { BegunSession } from '../call.ts'
import { agreedVersion } from '../caller-era.ts'
import type { ReadHeaders } from '../arrival.ts'
import type { Caller } from '../gateway.ts'
import { sessionNamed, type EndedSessions } from '../pass-through.ts'
import { abilitiesIn } from '../questions/abilities.ts'
import type { JsonObject } from '../message.ts'
import { noSession, type SealedSessions } from '../sealed-session.ts'

interface Deps {
  readonly sessions: SealedSessions
  readonly ended: EndedSessions
}

/**
 * The session of an older caller at the endpoint for everything is all in its name: what its client can be asked, sealed.
 * So every process knows it.
 */
export function beginSession({ sessions }: Deps, caller: Caller, params: JsonObject): string {
  const capabilities = abilitiesIn(params['capabilities'])
  const protocolVersion = agreedVersion(params['protocolVersion'])
  return sessions.seal(ownerOf(caller), { id: noSession, protocolVersion, capabilities })
}

/** Undefined for a caller that names none. @throws Refusal 404 for one that was ended, or is not this client's */
export async function begunSession(
  deps: Deps,
  caller: Caller,
  headers: ReadHeaders,
): Promise<BegunSession | undefined> {
  const named = sessionNamed(deps, headers, ownerOf(caller))
  return named && { name: named.sealed, abilities: abilitiesIn(named.upstream.capabilities) }
}

function ownerOf({ person, organisation, client }: Caller): string {
  return `${person} ${organisation} ${client}`
}
