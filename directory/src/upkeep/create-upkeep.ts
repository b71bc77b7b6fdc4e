import { Problem, type ListingId } from '../kernel/index.ts'
import { firstLook } from './due.ts'
import { lookRound } from './look-round.ts'
import { upkeepPages } from './pages/index.tsx'
import { keptOf, watch } from './store.ts'
import type { Upkeep, UpkeepDependencies } from './upkeep.ts'

const enrolledAtOnce = 1_000

export function createUpkeep(deps: UpkeepDependencies): Upkeep {
  const { db, clock, catalogue } = deps
  let running: Promise<void> | undefined
  const lookAtAll = async (): Promise<void> => {
    while ((await lookRound(deps)) > 0);
  }
  const upkeep: Upkeep = {
    async enrol() {
      let after: ListingId | undefined
      do {
        const listings = await catalogue.publishedAfter(after, enrolledAtOnce)
        const at = clock.now()
        await watch(
          db,
          listings.map(({ id, organisation }) => ({ listing: id, organisation, nextAt: firstLook(id, at) })),
        )
        after = listings.length < enrolledAtOnce ? undefined : listings.at(-1)?.id
      } while (after !== undefined)
    },
    async look() {
      running ??= lookAtAll().finally(() => (running = undefined))
      await running
    },
    async view(viewer, slug) {
      const listing = await catalogue.bySlug(slug)
      const staff = viewer.roles.has('operator') || viewer.roles.has('reviewer')
      if (
        listing === undefined ||
        listing.version === 0 ||
        !(staff || listing.organisation === viewer.organisation)
      ) {
        throw new Problem('not-found', 'You have no such connector.')
      }
      const name = (await catalogue.shownVersion(listing.id))?.name ?? slug
      return { listing, name, kept: await keptOf(db, listing.id) }
    },
    routes: () => upkeepPages(upkeep),
  }
  return upkeep
}
