import type { AppEnv } from '../kernel/index.ts'
import { OpenAPIHono } from '@hono/zod-openapi'
import { iconsApi } from './api.ts'
import type { Icons, IconsDependencies } from './icons.ts'
import { look } from './look.ts'
import { iconPages } from './pages/index.tsx'
import { mine, refresh } from './refresh.ts'
import { dropUnusedPictures, iconOf, takeDue, wantIcon } from './store.ts'

const mostAtOnce = 5
/** A look takes at most half of this; one that was lost with its process is taken again after it. */
const leaseMs = 5 * 60_000
const keptUnusedMs = 48 * 3_600_000

export function createIcons(deps: IconsDependencies): Icons {
  const { db, clock, log } = deps
  const later = (ms: number): Date => new Date(clock.now().getTime() + ms)
  const icons: Icons = {
    want: (trx, wish) => wantIcon(trx, wish, clock.now()),
    mine: (viewer, slug) => mine(deps, viewer, slug),
    refresh: (viewer, slug, customUrl) => refresh(deps, viewer, slug, customUrl),
    async namedIcon(listing) {
      const icon = await iconOf(db, listing)
      if (icon === undefined || icon.customUrl === null || icon.lookedAt === null) return undefined
      return { url: icon.customUrl, found: icon.fault === null }
    },
    addressOf: async (listing) => (await iconOf(db, listing))?.customUrl ?? '',
    async lookForDue() {
      const due = await takeDue(db, { at: clock.now(), until: later(leaseMs), most: mostAtOnce })
      for (const listing of due) {
        await look(deps, listing).catch((error: unknown) =>
          log.error({ err: error, listing }, 'an icon could not be looked for'),
        )
      }
    },
    tidy: () => dropUnusedPictures(db, later(-keptUnusedMs)),
    routes: () => new OpenAPIHono<AppEnv>().route('/', iconsApi(deps)).route('/', iconPages(deps, icons)),
  }
  return icons
}
