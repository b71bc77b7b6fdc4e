import type { CallId, Clock, ConnectionId, Ids } from '../kernel/index.ts'

/** What was cut off results, for whoever reads on: per replica, for a short time, within a bound of memory. */
export interface Rests {
  /** @returns the name under which the same connection gets it back */
  keep(connection: ConnectionId, blocks: readonly unknown[]): string
  /** Reading does not take it away: an answer may get lost. Undefined when it is not, or no longer, here. */
  read(connection: ConnectionId, name: string): readonly unknown[] | undefined
}

interface Rest {
  readonly connection: ConnectionId
  readonly blocks: readonly unknown[]
  readonly bytes: number
  readonly until: number
}

export const keptForMinutes = 10
const mostBytes = 64 * 1024 * 1024

export function createRests({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }): Rests {
  /** Oldest first, and each is kept equally long: what has expired stands in front. */
  const rests = new Map<string, Rest>()
  let held = 0
  const forget = (name: string, { bytes }: Rest): void => {
    rests.delete(name)
    held -= bytes
  }
  const tidy = (now: number): void => {
    for (const [name, rest] of rests) {
      if (rest.until > now && held <= mostBytes) return
      forget(name, rest)
    }
  }
  return {
    keep(connection, blocks) {
      const now = clock.now().getTime()
      const name = ids.next<CallId>()
      const bytes = blocks.reduce<number>((sum, block) => sum + JSON.stringify(block).length * 2, 0)
      rests.set(name, { connection, blocks, bytes, until: now + keptForMinutes * 60_000 })
      held += bytes
      tidy(now)
      return name
    },
    read(connection, name) {
      tidy(clock.now().getTime())
      const rest = rests.get(name)
      return rest?.connection === connection ? rest.blocks : undefined
    },
  }
}
