import { BoundedMap, type ConnectionId } from '../kernel/index.ts'
import type { Connections, ConnectionsDependencies } from './connections.ts'
import { noteUse } from './store.ts'

const minute = 60_000
/** So many connections are remembered as noted; more only cost a write that changes nothing. */
const mostNoted = 10_000

/** Makes `markUsed`. What this process has noted within a minute it does not ask the database to note again. */
export function createMarkUsed({
  db,
  clock,
  log,
}: Pick<ConnectionsDependencies, 'db' | 'clock' | 'log'>): Connections['markUsed'] {
  const noted = new BoundedMap<ConnectionId, number>(mostNoted)
  const note = async (id: ConnectionId, now: Date): Promise<void> => {
    try {
      await noteUse(db, id, now, new Date(now.getTime() - minute))
    } catch (error) {
      noted.delete(id)
      log.warn({ err: error, connection: id }, 'The use of a connection could not be noted.')
    }
  }
  return (id) => {
    const now = clock.now()
    const before = noted.get(id)
    if (before !== undefined && now.getTime() - before < minute) return
    noted.set(id, now.getTime())
    void note(id, now)
  }
}
