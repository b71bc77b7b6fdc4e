import type { Database, ListingId } from '../kernel/index.ts'
import type { Listing, Removal } from './model.ts'
import type { CatalogueTables } from './tables.ts'

/** A change of state with the claim that goes with it. */
export async function setState(
  trx: Database,
  change: {
    listing: ListingId
    state: Listing['state']
    claimed: boolean
    at: Date
    removal?: Removal | null
  },
): Promise<void> {
  const { state, claimed, at, removal = null } = change
  await trx
    .withTables<CatalogueTables>()
    .updateTable('listing')
    .set({
      state,
      claimed,
      updated_at: at,
      removed_at: removal?.at ?? null,
      removed_by: removal?.by ?? null,
      removal_reason: removal?.reason ?? null,
    })
    .where('id', '=', change.listing)
    .execute()
}
