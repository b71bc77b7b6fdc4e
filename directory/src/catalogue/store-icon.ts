import type { Database, ListingId } from '../kernel/index.ts'
import type { CatalogueTables } from './tables.ts'

/** Not a change of the listing itself: what programs have read of it stays as it is. */
export async function setIcon(trx: Database, listing: ListingId, digest: string | null): Promise<void> {
  await trx
    .withTables<CatalogueTables>()
    .updateTable('listing')
    .set({ icon_digest: digest })
    .where('id', '=', listing)
    .execute()
}
