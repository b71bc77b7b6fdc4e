import { isOpen, type Endpoint } from '../catalogue/index.ts'
import { inTransaction } from '../kernel/index.ts'
import { nextLook } from './due.ts'
import { lookAtCertificate } from './look-at-certificate.ts'
import { lookAtPage, type PageLook } from './look-at-page.ts'
import { fold, isToTell, pagesOf, type Target } from './model.ts'
import { tell } from './news.ts'
import { keep, keptOf, stopWatching, takeDue } from './store.ts'
import type { UpkeepDependencies } from './upkeep.ts'

const atOnce = 8
/** Longer than the looks of one listing take; who dies meanwhile leaves these to others. */
const leaseMs = 15 * 60_000

interface Look extends PageLook {
  readonly target: Target
}

interface Looked {
  readonly endpoint: Endpoint
  readonly looks: readonly Look[]
}

/** Looks at what up to 8 listings point to. @returns how many were due */
export async function lookRound(deps: UpkeepDependencies): Promise<number> {
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
  const all = await Promise.all(open.map((endpoint) => lookAt(deps, endpoint)))
  const looked = all.filter((one) => one !== undefined)
  const ours = await monitoring.isOurOutage(looked.flatMap(({ looks }) => looks.map(({ state }) => state)))
  for (const one of looked) {
    try {
      await record(deps, one, ours)
    } catch (error) {
      log.error({ err: error, listing: one.endpoint.listing }, 'what a listing points to was not noted')
    }
  }
  return due.length
}

/** One after the other: they may be of one host. */
async function lookAt(deps: UpkeepDependencies, endpoint: Endpoint): Promise<Looked | undefined> {
  const { fetch, clock, catalogue, log } = deps
  try {
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
  } catch (error) {
    // A fault of ours: it says nothing of these pages. The lease ends, and they are tried again.
    log.error({ err: error, listing: endpoint.listing }, 'what a listing points to could not be looked at')
    return undefined
  }
}

async function record(deps: UpkeepDependencies, { endpoint, looks }: Looked, ours: boolean): Promise<void> {
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
