import {
  Problem,
  writeAudit,
  type Actor,
  type Clock,
  type Database,
  type Ids,
  type ListingId,
} from '../kernel/index.ts'
import { isOpen, type Listing } from './model.ts'
import { lockListing, setState } from './store.ts'

interface Change {
  readonly listing: ListingId
  readonly actor: Actor
  readonly reason: string
}

interface Deps {
  readonly clock: Clock
  readonly ids: Ids
}

/** Takes a listing out of every list; its address stays claimed, and it can be published again. */
export async function unlist(trx: Database, deps: Deps, change: Change): Promise<void> {
  const listing = await lock(trx, change.listing)
  if (!isOpen(listing) && listing.state !== 'delisted') {
    throw new Problem('conflict', `The listing "${listing.slug}" is not published.`)
  }
  await move(trx, deps, change, { listing, state: 'unlisted', claimed: true, action: 'catalogue.unlist' })
}

/** Gives the address back when a submission ends without a listing. A published listing keeps it. */
export async function release(trx: Database, deps: Deps, change: Change): Promise<void> {
  const listing = await lock(trx, change.listing)
  if (listing.state !== 'unlisted' || listing.version > 0) return
  await move(trx, deps, change, { listing, state: 'unlisted', claimed: false, action: 'catalogue.release' })
}

/** For ever: the row stays as a tombstone, so that the slug is never given to anybody else. */
export async function remove(trx: Database, deps: Deps, change: Change): Promise<void> {
  const listing = await lock(trx, change.listing)
  await move(trx, deps, change, { listing, state: 'removed', claimed: false, action: 'catalogue.remove' })
}

async function lock(trx: Database, id: ListingId): Promise<Listing> {
  const listing = await lockListing(trx, id)
  if (listing === undefined) throw new Problem('not-found', 'There is no such listing.')
  return listing
}

async function move(
  trx: Database,
  deps: Deps,
  { actor, reason }: Change,
  to: { listing: Listing; state: Listing['state']; claimed: boolean; action: string },
): Promise<void> {
  const { listing, state, claimed, action } = to
  await setState(trx, { listing: listing.id, state, claimed, at: deps.clock.now() })
  await writeAudit(trx, deps, {
    organisation: listing.organisation,
    actor,
    action,
    subject: `listing:${listing.id}`,
    reason,
    detail: { slug: listing.slug },
  })
}
