import { sql } from 'kysely'
import type { Database, ListingId } from '../kernel/index.ts'
import { restricted, type Listing, type ListingVersion, type Removal } from './model.ts'
import type { CatalogueTables } from './tables.ts'

type Locked = Pick<Listing, 'id' | 'restriction'>

/** A change of the state of a locked listing, with the claim that goes with it; no more is shown than it may. */
export async function setState(
  trx: Database,
  change: {
    listing: Locked
    state: Listing['state']
    claimed: boolean
    at: Date
    removal?: Removal | null
  },
): Promise<void> {
  const { listing, state, claimed, at, removal = null } = change
  await trx
    .withTables<CatalogueTables>()
    .updateTable('listing')
    .set({
      ...statesOf(state, listing),
      claimed,
      updated_at: at,
      removed_at: removal?.at ?? null,
      removed_by: removal?.by ?? null,
      removal_reason: removal?.reason ?? null,
    })
    .where('id', '=', listing.id)
    .execute()
}

/** A restriction of a locked listing, or its end. */
export async function setRestriction(
  trx: Database,
  { listing, restriction, at }: { listing: Listing; restriction: Listing['restriction']; at: Date },
): Promise<void> {
  await trx
    .withTables<CatalogueTables>()
    .updateTable('listing')
    .set({ ...statesOf(listing.unrestricted, { restriction }), restriction, updated_at: at })
    .where('id', '=', listing.id)
    .execute()
}

function statesOf(state: Listing['state'], { restriction }: Pick<Listing, 'restriction'>) {
  const unrestricted_state = restriction === null ? null : state
  return { state: restricted(state, restriction), unrestricted_state }
}

/** Whether those who use a listing were told that it is gone, and not yet that it is back. */
export async function wasToldGone(trx: Database, listing: ListingId): Promise<boolean> {
  const { told_gone: told } = await trx
    .withTables<CatalogueTables>()
    .selectFrom('listing')
    .select('told_gone')
    .where('id', '=', listing)
    .executeTakeFirstOrThrow()
  return told
}

export async function noteToldGone(trx: Database, listing: ListingId, told: boolean): Promise<void> {
  await trx
    .withTables<CatalogueTables>()
    .updateTable('listing')
    .set({ told_gone: told })
    .where('id', '=', listing)
    .execute()
}

export interface ShownNow {
  readonly listing: Locked
  readonly version: ListingVersion
  readonly serverUrlKey: string
  readonly quality: number
  readonly exactNames: readonly string[]
  /** Texts by weight, as words.ts makes them: what the search looks through. */
  readonly texts: { readonly a: string; readonly b: string; readonly c: string; readonly d: string }
}

/** Shows a version: everything that lists and searches look at. */
export async function showVersion(trx: Database, shown: ShownNow): Promise<void> {
  const { listing, version, texts } = shown
  const { state, unrestricted_state: unrestricted } = statesOf('published', listing)
  await sql`
    update listing set
      state = ${state}, unrestricted_state = ${unrestricted}, claimed = true, removed_at = null, removed_by = null, removal_reason = null,
      version = ${version.version}, quality = ${shown.quality},
      auth_type = ${version.authType}, server_url = ${version.serverUrl}, server_url_key = ${shown.serverUrlKey},
      categories = ${version.categories}, exact_names = ${shown.exactNames},
      published_at = ${version.publishedAt}, updated_at = ${version.publishedAt},
      search_vector =
        setweight(to_tsvector('connectory', ${texts.a}), 'A') ||
        setweight(to_tsvector('connectory', ${texts.b}), 'B') ||
        setweight(to_tsvector('connectory', ${texts.c}), 'C') ||
        setweight(to_tsvector('connectory', ${texts.d}), 'D')
    where id = ${version.listing}`.execute(trx)
}
