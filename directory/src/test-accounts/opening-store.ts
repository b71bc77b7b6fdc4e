import type { Database, Id, ListingId, OrganisationId, PersonId, SubmissionId } from '../kernel/index.ts'
import type { TestAccount } from './model.ts'
import type { TestAccountTables } from './store.ts'

export interface Opening {
  readonly id: Id<'opening'>
  readonly listing: ListingId
  readonly submission: SubmissionId
  readonly person: PersonId
  readonly at: Date
}

export async function insertOpening(trx: Database, account: TestAccount, opening: Opening): Promise<void> {
  await trx
    .withTables<TestAccountTables>()
    .insertInto('test_account_opening')
    .values({
      id: opening.id,
      organisation_id: account.organisation,
      account_id: account.id,
      listing_id: opening.listing,
      submission_id: opening.submission,
      person_id: opening.person,
      at: opening.at,
    })
    .execute()
}

/** Of the accounts that this organisation gave for the listing, the last first. */
export async function openingsOf(
  db: Database,
  listing: ListingId,
  { organisation, most }: { readonly organisation: OrganisationId; readonly most: number },
): Promise<readonly Date[]> {
  const rows = await db
    .withTables<TestAccountTables>()
    .selectFrom('test_account_opening')
    .select('at')
    .where('listing_id', '=', listing)
    .where('organisation_id', '=', organisation)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ at }) => at)
}
