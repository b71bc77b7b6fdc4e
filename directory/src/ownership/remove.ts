import type { Listing, Remover } from '../catalogue/index.ts'
import { inTransaction, Problem, type Database, type Viewer } from '../kernel/index.ts'
import type { Saying } from '../notices/index.ts'
import type { TextKey } from '../web/index.ts'
import { endOffer, lockOffer } from './end-offers.ts'
import { findManaged } from './find-managed.ts'
import type { OwnershipDependencies } from './ownership.ts'

export const longestReason = 1_000

/** @see Ownership.remove */
export async function remove(
  deps: OwnershipDependencies,
  viewer: Viewer,
  slug: string,
  { reason: given }: { readonly reason: string },
): Promise<void> {
  const { listing, as: by } = await findManaged(deps, viewer, slug)
  const reason = given.trim()
  assertReason(by, reason)
  await inTransaction(deps.db, async (trx) => {
    const actor = { kind: 'person', id: viewer.person } as const
    const system = { kind: 'system', name: 'ownership' } as const
    await lockOffer(trx, listing.id)
    await deps.submissions.close(trx, listing.id, { actor: system, reason: 'The connector was removed.' })
    await refuseHandedOver(deps, trx, listing)
    await deps.catalogue.remove(trx, { listing: listing.id, by, actor, reason })
    await endOffer(deps, trx, listing.id)
    await tell(deps, trx, { listing, by, reason })
  })
}

/** Another publisher may have it since the viewer was judged; not from now on, because its submissions are locked. */
async function refuseHandedOver(
  { catalogue }: OwnershipDependencies,
  trx: Database,
  { id, organisation, slug }: Listing,
): Promise<void> {
  const now = await catalogue.byId(id, trx)
  if (now?.organisation === organisation) return
  throw new Problem('conflict', `The listing "${slug}" has another publisher by now.`)
}

/** Everybody reads it. A publisher need not say why. */
function assertReason(by: Remover, reason: string): void {
  if (reason.length <= longestReason && (by === 'publisher' || reason.length >= 10)) return
  const sentence = `Say in a sentence why it is removed, in at most ${longestReason} characters.`
  throw new Problem('invalid-input', sentence, { fields: { reason: sentence } })
}

async function tell(
  { notices, clock, catalogue }: OwnershipDependencies,
  trx: Database,
  { listing, by, reason }: { readonly listing: Listing; readonly by: Remover; readonly reason: string },
): Promise<void> {
  const name = (await catalogue.shownVersion(listing.id, trx))?.name ?? listing.slug
  const say = (part: 'what' | 'why' | 'do'): Saying => ({
    key: `ownership.notice.removed.${part === 'why' ? (`why.${by}` as const) : part}` satisfies TextKey,
    parameters: { name },
  })
  await notices.tell(trx, {
    kind: 'ownership.removed',
    to: { organisation: listing.organisation },
    about: `listing:${listing.id}`,
    occasion: clock.now().toISOString(),
    what: say('what'),
    why: say('why'),
    whatToDo: say('do'),
    quote: reason,
    link: `/connectors/${listing.slug}/ownership`,
  })
}
