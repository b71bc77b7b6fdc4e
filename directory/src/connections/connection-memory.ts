import {
  createBriefMemory,
  joinedTexts,
  type ConnectionId,
  type Database,
  type Soon,
  type Vault,
} from '../kernel/index.ts'
import type { Connection, ConnectionKey } from './model.ts'
import { findConnection, loadConnection, type LoadedConnection } from './store.ts'

/**
 * What every call asks of connections, remembered for at most a second. Who changes a connection here says so, and
 * nobody here is told the old state again; other replicas learn of it within that second.
 */
export interface ConnectionMemory {
  find(key: ConnectionKey): Soon<Connection | undefined>
  /** With its tokens, which stay in memory no longer than that second. */
  stored(id: ConnectionId): Soon<LoadedConnection | undefined>
  /** Its tokens were renewed. */
  renewed(id: ConnectionId): void
  /** Connections came, went, or have to be renewed by their person. */
  changed(): void
}

export function createConnectionMemory({
  db,
  vault,
}: {
  readonly db: Database
  readonly vault: Vault
}): ConnectionMemory {
  const found = createBriefMemory<Connection>()
  const stored = createBriefMemory<LoadedConnection>()
  const keyOf = joinedTexts()
  return {
    find: (key) => found.get(keyOf(key.person, key.organisation, key.listing), () => findConnection(db, key)),
    stored: (id) => stored.get(id, () => loadConnection(db, vault, id)),
    renewed: (id) => stored.forget(id),
    changed() {
      found.clear()
      stored.clear()
    },
  }
}
