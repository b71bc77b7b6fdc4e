import type { ConnectionId } from '../kernel/index.ts'
import type { After } from './deadline.ts'
import type { GatewayDependencies } from './gateway.ts'

type Deps = Pick<GatewayDependencies, 'connections' | 'grantsStanding' | 'log'> & { readonly after: After }

/** What open work rests on. */
export interface Ground {
  /** Undefined for what goes on whatever its caller disconnects. */
  readonly connection: ConnectionId | undefined
  /** What its caller's token belongs to; undefined for what is open for all clients of a person. */
  readonly grant: string | undefined
}

/** Why work has to end: its person has disconnected the server, or ended the access of the client that asked. */
export type Fall = 'disconnected' | 'revoked'

/** Everything in this process that outlasts a short answer, so that it ends soon after what it rests on has ended. */
export interface Standing {
  /** @param fallen told at most once, soon @returns what ends the watching */
  watch(ground: Ground, fallen: (fall: Fall) => void): () => void
}

/** Twice a second, for everything here together: what ends on another replica is seen here within a second. */
const lookMs = 500

interface Watched extends Ground {
  readonly fallen: (fall: Fall) => void
}

export function createStanding(deps: Deps): Standing {
  const watched = new Set<Watched>()
  let ticking = false
  let looking = false
  /** Half a second has passed in the middle of a look: what has ended since may not be in it. */
  let again = false
  let failing = false
  const look = async (): Promise<void> => {
    looking = true
    do {
      again = false
      try {
        await lookAt(deps, watched)
        failing = false
      } catch (error) {
        // It is asked again soon; what stays open for long ends by its own look when that fails too.
        if (!failing) deps.log.error({ err: error }, 'Whether open calls may go on could not be looked up')
        failing = true
        again = false
      }
    } while (again && watched.size > 0)
    looking = false
  }
  const tick = (): void => {
    ticking = watched.size > 0
    if (!ticking) return
    deps.after(lookMs, tick)
    if (looking) again = true
    else void look()
  }
  return {
    watch(ground, fallen) {
      const one = { ...ground, fallen }
      watched.add(one)
      if (!ticking) deps.after(lookMs, tick)
      ticking = true
      return () => void watched.delete(one)
    },
  }
}

async function lookAt({ connections, grantsStanding }: Deps, watched: Set<Watched>): Promise<void> {
  const all = [...watched]
  const [connected, granted] = await Promise.all([
    connections.standing(eachOnce(all.map(({ connection }) => connection))),
    grantsStanding(eachOnce(all.map(({ grant }) => grant))),
  ])
  for (const one of all) {
    const fall = fallOf(one, connected, granted)
    if (fall !== undefined && watched.delete(one)) one.fallen(fall)
  }
}

function eachOnce<Name>(names: readonly (Name | undefined)[]): readonly Name[] {
  return [...new Set(names)].filter((name) => name !== undefined)
}

function fallOf(
  { connection, grant }: Ground,
  connected: ReadonlySet<ConnectionId>,
  granted: ReadonlySet<string>,
): Fall | undefined {
  if (connection !== undefined && !connected.has(connection)) return 'disconnected'
  return grant === undefined || granted.has(grant) ? undefined : 'revoked'
}
