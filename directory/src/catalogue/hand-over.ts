import { Problem, writeAudit, type Database } from '../kernel/index.ts'
import type { HandOver } from './catalogue.ts'
import { setOrganisation } from './store-names.ts'
import { lockListing } from './store.ts'
import { nameOf, type Changing } from './fate.ts'

/** Its slug, versions and claim on the server's address go along. @see Catalogue.handOver */
export async function handOver(
  trx: Database,
  deps: Changing,
  { listing: id, from, to, actor, reason }: HandOver,
): Promise<void> {
  const listing = await lockListing(trx, id)
  if (listing === undefined) throw new Problem('not-found', 'There is no such listing.')
  if (listing.organisation !== from) {
    throw new Problem('conflict', `The listing "${listing.slug}" has another publisher by now.`)
  }
  if (listing.restriction !== null) {
    throw new Problem(
      'conflict',
      `The listing "${listing.slug}" is restricted for safety and changes no hands.`,
    )
  }
  await setOrganisation(trx, id, { organisation: to, at: deps.clock.now() })
  for (const organisation of [from, to]) {
    await writeAudit(trx, deps, {
      organisation,
      actor,
      action: 'catalogue.hand-over',
      subject: `listing:${id}`,
      reason,
      detail: { slug: listing.slug, from, to },
    })
  }
  await deps.became?.(trx, { what: 'handed-over', listing, to, name: await nameOf(trx, listing) })
}
