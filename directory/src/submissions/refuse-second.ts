import { Problem, type Database } from '../kernel/index.ts'
import type { Submission } from './model.ts'
import { ofListing } from './store-listing.ts'

/** A listing is moved by one submission at a time. */
export async function refuseSecond(
  trx: Database,
  { id, listing }: Pick<Submission, 'id' | 'listing'>,
): Promise<void> {
  const open = (await ofListing(trx, listing)).find((each) => each.open && each.id !== id)
  if (open === undefined) return
  throw new Problem(
    'conflict',
    'Another version of this connector is being checked or reviewed. Wait for the decision, or withdraw it first.',
  )
}
