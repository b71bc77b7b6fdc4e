import { isOpen, type Endpoint } from '../catalogue/index.ts'
import type { LookState } from '../monitoring/index.ts'
import { nextLook } from './due.ts'
import type { DriftDependencies } from './drift.ts'
import { listWithoutAccount, type Listed } from './list-tools.ts'
import { record } from './record.ts'
import { lookAgain, noteTry, stopWatching, takeDue } from './store.ts'

const atOnce = 16
/** Longer than a look can take; who dies meanwhile leaves these to others. */
const leaseMs = 15 * 60_000

interface Look {
  readonly endpoint: Endpoint
  readonly listed: Listed
}

/** Lists the tools of up to 16 servers that are due, and compares them. @returns how many were due */
export async function lookRound(deps: DriftDependencies): Promise<number> {
  const { db, clock, catalogue, monitoring, log } = deps
  const at = clock.now()
  const due = await takeDue(db, { at, leaseUntil: new Date(at.getTime() + leaseMs), most: atOnce })
  if (due.length === 0) return 0
  const ids = due.map(({ listing }) => listing)
  const open = (await catalogue.endpointsOf(ids)).filter((endpoint) => isOpen(endpoint))
  await stopWatching(
    db,
    ids.filter((id) => !open.some(({ listing }) => listing === id)),
  )
  const looks = await Promise.all(open.map((endpoint) => listOne(deps, endpoint)))
  const states = looks.flatMap((look): LookState[] =>
    look === undefined ? [] : [look.listed.kind === 'list' ? 'ok' : look.listed.state],
  )
  const ours = await monitoring.isOurOutage(states)
  for (const look of looks) {
    if (look === undefined) continue
    try {
      await judge(deps, look, ours)
    } catch (error) {
      log.error({ err: error, listing: look.endpoint.listing }, 'what a list of tools showed was not noted')
    }
  }
  return due.length
}

async function listOne(deps: DriftDependencies, endpoint: Endpoint): Promise<Look | undefined> {
  try {
    return { endpoint, listed: await listWithoutAccount(endpoint.serverUrl, deps.fetch) }
  } catch (error) {
    // A fault of ours: it says nothing of this server. The lease ends, and it is tried again.
    deps.log.error({ err: error, listing: endpoint.listing }, 'the tools of a server could not be listed')
    return undefined
  }
}

async function judge(deps: DriftDependencies, { endpoint, listed }: Look, ours: boolean): Promise<void> {
  const { db, clock, catalogue } = deps
  const { listing } = endpoint
  const at = clock.now()
  if (listed.kind === 'list') {
    const version = await catalogue.shownVersion(listing)
    if (version === undefined || version.version !== endpoint.version) {
      return await lookAgain(db, listing, nextLook(listing, at, 'in-doubt'))
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
  if (ours) return await lookAgain(db, listing, again)
  await noteTry(db, { listing, at, outcome: listed.state, nextAt: again })
}
