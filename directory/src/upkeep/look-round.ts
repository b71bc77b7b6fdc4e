import { isOpen, type Endpoint } from '../catalogue/index.ts'
import { inTransaction } from '../kernel/index.ts'
import type { Looking, WatchRow } from '../monitoring/index.ts'
import { firstLook, nextLook } from './due.ts'
import { lookAtCertificate } from './look-at-certificate.ts'
import { lookAtPage, type PageLook } from './look-at-page.ts'
import { fold, isToTell, pagesOf, type Target } from './model.ts'
import { tell } from './news.ts'
import { keep, keptOf, pointedTo } from './store.ts'
import type { UpkeepDependencies } from './upkeep.ts'

interface Look extends PageLook {
  readonly target: Target
}

interface Seen {
  readonly endpoint: Endpoint
  readonly looks: readonly Look[]
}

/** How what listings point to is looked at. */
export function lookingAtPages(deps: UpkeepDependencies): Looking<WatchRow, Seen> {
  return {
    what: 'what a listing points to',
    list: pointedTo,
    atOnce: 8,
    patienceMs: 2_000,
    leaseMs: 15 * 60_000,
    firstLook,
    isLookedAt: isOpen,
    look: (endpoint) => lookAt(deps, endpoint),
    // The icon was not looked at now, and says nothing of the network.
    statesOf: ({ looks }) => looks.flatMap(({ target, state }) => (target.subject === 'icon' ? [] : [state])),
    async note(seen, ours) {
      for (const one of seen) {
        try {
          await record(deps, one, ours)
        } catch (error) {
          const { listing } = one.endpoint
          deps.log.error({ err: error, listing }, 'what a listing points to was not noted')
        }
      }
    },
  }
}

/** One after the other: they may be of one host. */
async function lookAt(deps: UpkeepDependencies, endpoint: Endpoint): Promise<Seen> {
  const { fetch, clock, catalogue } = deps
  const version = await catalogue.shownVersion(endpoint.listing)
  const looks: Look[] = []
  if (endpoint.serverUrl.startsWith('https:')) {
    const target: Target = { subject: 'certificate', url: new URL(endpoint.serverUrl).origin }
    looks.push({ target, ...(await lookAtCertificate(endpoint.serverUrl, fetch, clock.now())) })
  }
  for (const target of version === undefined ? [] : pagesOf(version)) {
    looks.push({ target, ...(await lookAtPage(target.url, fetch)) })
  }
  const icon = await deps.icon(endpoint.listing)
  if (icon !== undefined) {
    const target: Target = { subject: 'icon', url: icon.url }
    looks.push({ target, seen: { outcome: icon.found ? 'good' : 'no-icon' }, state: 'ok' })
  }
  return { endpoint, looks }
}

async function record(deps: UpkeepDependencies, { endpoint, looks }: Seen, ours: boolean): Promise<void> {
  const { listing } = endpoint
  const at = deps.clock.now()
  await inTransaction(deps.db, async (trx) => {
    const before = new Map((await keptOf(trx, listing)).map((one) => [one.subject, one]))
    const now = looks.map(({ target, seen, state }) =>
      fold(
        before.get(target.subject),
        target,
        ours && state !== 'ok' ? { outcome: 'could-not-look' } : seen,
        at,
      ),
    )
    const inDoubt = now.some(({ failures, lookedAt }) => failures === 1 || lookedAt !== at)
    await keep(trx, listing, now, nextLook(listing, at, inDoubt))
    for (const one of now) {
      if (isToTell(before.get(one.subject), one)) await tell(deps, trx, endpoint, one)
    }
  })
}
