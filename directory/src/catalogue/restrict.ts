import { Problem, writeAudit, type Clock, type Database, type Ids } from '../kernel/index.ts'
import type { NewRestriction } from './catalogue.ts'
import { setRestriction } from './store-state.ts'
import { lockListing } from './store.ts'

/** Its version, its claim on the server's address, its connections and what it would be without all this stay. */
export async function restrict(
  trx: Database,
  deps: { readonly clock: Clock; readonly ids: Ids },
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
}
