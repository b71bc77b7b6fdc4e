import type { Listing } from '../catalogue/index.ts'
import type { Database } from '../kernel/index.ts'
import type { SafetyDependencies } from './safety.ts'

/** What people know a listing by: the name that it has, or had last, on its page. */
export async function shownName(
  { catalogue }: Pick<SafetyDependencies, 'catalogue'>,
  trx: Database,
  { id, slug }: Pick<Listing, 'id' | 'slug'>,
): Promise<string> {
  return (await catalogue.shownVersion(id, trx))?.name ?? slug
}
