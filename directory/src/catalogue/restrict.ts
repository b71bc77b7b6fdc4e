import { Problem, writeAudit, type Database } from '../kernel/index.ts'
import type { NewRestriction } from './catalogue.ts'
import { setRestriction } from './store-state.ts'
import { lockListing } from './store.ts'
import { sayFate, type Changing } from './fate.ts'

/** Its version, its claim on the server's address, its connections and what it would be without all this stay. */
export async function restrict(
  trx: Database,
  deps: Changing,
  { listing: id, restriction, actor, reason }: NewRestriction,
): Promise<void> {
  const listing = await lockListing(trx, id)
  if (listing === undefined) throw new Problem('not-found', 'There is no such listing.')
  if (listing.restriction === restriction) return
  await setRestriction(trx, { listing, restriction, at: deps.clock.now() })
  await writeAudit(trx, deps, {
    organisation: listing.organisation,
    actor,
    action: restriction === null ? 'catalogue.end-restriction' : 'catalogue.restrict',
    subject: `listing:${id}`,
    reason,
    detail: { slug: listing.slug, before: listing.restriction, after: restriction },
  })
  const after = { unrestricted: listing.unrestricted, restriction }
  await sayFate(trx, deps, { before: listing, after, because: 'unsafe', words: reason })
}
