import { createHash } from 'node:crypto'
import { inTransaction, type ListingId } from '../kernel/index.ts'
import { findIcon } from './find-icon.ts'
import type { IconsDependencies } from './icons.ts'
import { afterLook, dailyMs, sizes, type Icon, type Renditions } from './model.ts'
import { iconOf, putOff, saveOutcome, savePictures } from './store.ts'

/** Looks for the icon of one listing and shows what was found. A change while it looked wins over what it found. */
export async function look(deps: IconsDependencies, listing: ListingId): Promise<Icon | undefined> {
  const { db, clock, catalogue } = deps
  const icon = await iconOf(db, listing)
  if (icon === undefined) return undefined
  const state = (await catalogue.byId(listing))?.state
  if (state === 'unlisted' || state === 'removed') {
    // Its publisher is asked for nothing; it may be published again.
    await putOff(db, listing, new Date(clock.now().getTime() + dailyMs))
    return icon
  }
  const found = await findIcon(deps.fetch, icon)
  const at = clock.now()
  const digest = found.found ? digestOf(found.renditions) : ''
  const outcome = afterLook(icon, found.found ? { source: found.source, digest } : found, at)
  await inTransaction(db, async (trx) => {
    if (found.found) await savePictures(trx, { digest, renditions: found.renditions, at })
    if (await saveOutcome(trx, icon, outcome)) await catalogue.showIcon(trx, listing, outcome.digest)
  })
  return await iconOf(db, listing)
}

function digestOf(renditions: Renditions): string {
  const hash = createHash('sha256')
  for (const size of sizes) hash.update(renditions[size])
  return hash.digest('hex')
}
