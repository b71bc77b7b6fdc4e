import { isOpen, type Endpoint } from '../catalogue/index.ts'
import type { Looking } from '../monitoring/index.ts'
import { firstLook, nextLook } from './due.ts'
import type { DriftDependencies } from './drift.ts'
import { listWithoutAccount, type Listed } from './list-tools.ts'
import { record } from './record.ts'
import { drifts, noteTry, type WatchTable } from './store.ts'

interface Seen {
  readonly endpoint: Endpoint
  readonly listed: Listed
}

/** How the tools of servers are listed and compared. */
export function lookingAtTools(deps: DriftDependencies): Looking<WatchTable, Seen> {
  return {
    what: 'the tools of a server',
    list: drifts,
    atOnce: 16,
    patienceMs: 2_000,
    leaseMs: 15 * 60_000,
    firstLook,
    isLookedAt: isOpen,
    look: async (endpoint) => ({
      endpoint,
      listed: await listWithoutAccount(endpoint.serverUrl, deps.fetch),
    }),
    statesOf: ({ listed }) => [listed.kind === 'list' ? 'ok' : listed.state],
    async note(seen, ours) {
      for (const one of seen) {
        try {
          await judge(deps, one, ours)
        } catch (error) {
          const { listing } = one.endpoint
          deps.log.error({ err: error, listing }, 'what a list of tools showed was not noted')
        }
      }
    },
  }
}

async function judge(deps: DriftDependencies, { endpoint, listed }: Seen, ours: boolean): Promise<void> {
  const { db, clock, catalogue } = deps
  const { listing } = endpoint
  const at = clock.now()
  if (listed.kind === 'list') {
    const version = await catalogue.shownVersion(listing)
    if (version === undefined || version.version !== endpoint.version) {
      return await drifts.lookAgain(db, [listing], nextLook(listing, at, 'in-doubt'))
    }
    // Nothing was approved tool by tool: the check saw none.
    if (version.tools.length > 0)
      return await record(deps, { endpoint, approved: version.tools, list: listed })
    return await noteTry(db, {
      listing,
      at,
      outcome: 'nothing-approved',
      nextAt: nextLook(listing, at, 'settled'),
    })
  }
  const again = nextLook(listing, at, listed.state === 'auth-gated' ? 'settled' : 'could-not-look')
  if (ours) return await drifts.lookAgain(db, [listing], again)
  await noteTry(db, { listing, at, outcome: listed.state, nextAt: again })
}
