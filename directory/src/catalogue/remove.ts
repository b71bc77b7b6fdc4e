import { Problem, writeAudit, type Actor, type Database, type ListingId } from '../kernel/index.ts'
import { isOpen, type Listing, type Removal, type Remover } from './model.ts'
import { serverUrlKey } from './server-url-key.ts'
import { setState } from './store-state.ts'
import { claimant, lockListing } from './store.ts'
import { sayFate, type Changing } from './fate.ts'

interface Change {
  readonly listing: ListingId
  readonly actor: Actor
  readonly reason: string
}

/** Gives the address back when a submission ends without a listing. What is listed keeps it. */
export async function release(trx: Database, deps: Changing, change: Change): Promise<void> {
  const listing = await lock(trx, change.listing)
  const { state, removal } = listing
  const neverListed = state === 'unlisted' && listing.version === 0
  if (!neverListed && state !== 'removed') return
  await move(trx, deps, change, { listing, state, claimed: false, removal, action: 'catalogue.release' })
}

/** Takes the address of a removed listing again, for a review that lists it anew. What is listed has it already. */
export async function retake(trx: Database, deps: Changing, change: Change): Promise<void> {
  const listing = await lock(trx, change.listing)
  const { state, removal, serverUrl, slug } = listing
  if (state !== 'removed') return
  const holder = await claimant(trx, serverUrlKey(serverUrl))
  if (holder !== undefined && holder.id !== listing.id) {
    throw new Problem('already-exists', `Another connector has the server of "${slug}" by now.`)
  }
  await move(trx, deps, change, { listing, state, claimed: true, removal, action: 'catalogue.retake' })
}

/** The row stays as a tombstone, so that the slug is never given to anybody else. */
export async function remove(
  trx: Database,
  deps: Changing,
  change: Change & { readonly by: Remover },
): Promise<void> {
  const listing = await lock(trx, change.listing)
  if (!isOpen(listing) && listing.state !== 'delisted') {
    throw new Problem('conflict', `The listing "${listing.slug}" is not in the directory.`)
  }
  const removal = { at: deps.clock.now(), by: change.by, reason: change.reason }
  const state = 'removed'
  await move(trx, deps, change, { listing, state, claimed: false, removal, action: 'catalogue.remove' })
}

async function lock(trx: Database, id: ListingId): Promise<Listing> {
  const listing = await lockListing(trx, id)
  if (listing === undefined) throw new Problem('not-found', 'There is no such listing.')
  return listing
}

async function move(
  trx: Database,
  deps: Changing,
  { actor, reason }: Change,
  to: {
    listing: Listing
    state: Listing['state']
    claimed: boolean
    action: string
    removal?: Removal | null
  },
): Promise<void> {
  const { listing, state, claimed, action, removal = null } = to
  await setState(trx, { listing, state, claimed, removal, at: deps.clock.now() })
  await writeAudit(trx, deps, {
    organisation: listing.organisation,
    actor,
    action,
    subject: `listing:${listing.id}`,
    reason,
    detail: { slug: listing.slug },
  })
  const after = { unrestricted: state, restriction: listing.restriction }
  const because = removal?.by ?? 'publisher'
  await sayFate(trx, deps, { before: listing, after, because, words: removal?.reason ?? null })
}
