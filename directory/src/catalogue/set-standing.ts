import { Problem, writeAudit, type Database } from '../kernel/index.ts'
import type { NewStanding } from './catalogue.ts'
import { setState } from './store-state.ts'
import { lockListing } from './store.ts'
import { sayFate, type Changing } from './fate.ts'

const actions = {
  published: 'catalogue.show-again',
  hidden: 'catalogue.hide',
  delisted: 'catalogue.delist',
} as const

/** Its version, its claim on the server's address and its connections stay. */
export async function setStanding(
  trx: Database,
  deps: Changing,
  { listing: id, state, actor, reason }: NewStanding,
): Promise<void> {
  const listing = await lockListing(trx, id)
  if (listing === undefined) throw new Problem('not-found', 'There is no such listing.')
  if (!['published', 'hidden', 'delisted'].includes(listing.unrestricted)) {
    throw new Problem('conflict', `The listing "${listing.slug}" is not listed any more.`)
  }
  if (listing.unrestricted === state) return
  await setState(trx, { listing, state, claimed: true, at: deps.clock.now() })
  await writeAudit(trx, deps, {
    organisation: listing.organisation,
    actor,
    action: actions[state],
    subject: `listing:${id}`,
    reason,
    detail: { slug: listing.slug, before: listing.unrestricted },
  })
  const after = { unrestricted: state, restriction: listing.restriction }
  await sayFate(trx, deps, { before: listing, after, because: 'unreliable' })
}
