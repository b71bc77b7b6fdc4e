import type { Database, ListingId, OrganisationId } from '../kernel/index.ts'
import type { FormerName } from './model.ts'
import type { CatalogueTables } from './tables.ts'

/** Every name but the one that is shown, with the time at which another took its place; the newest first. */
export async function formerNames(db: Database, id: ListingId): Promise<readonly FormerName[]> {
  const versions = await db
    .withTables<CatalogueTables>()
    .selectFrom('listing_version')
    .select(['name', 'published_at'])
    .where('listing_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  const shown = versions[0]?.name
  const former = versions.flatMap(({ name }, index): FormerName[] => {
    const until = versions[index - 1]?.published_at
    return until === undefined || name === versions[index - 1]?.name ? [] : [{ name, until }]
  })
  return former.filter(
    ({ name }, index) => name !== shown && former.findIndex((each) => each.name === name) === index,
  )
}

export async function setOrganisation(
  trx: Database,
  id: ListingId,
  { organisation, at }: { readonly organisation: OrganisationId; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<CatalogueTables>()
    .updateTable('listing')
    .set({ organisation_id: organisation, updated_at: at })
    .where('id', '=', id)
    .execute()
}
