import { sql, type Selectable } from 'kysely'
import type {
  Database,
  Id,
  ListingId,
  OrganisationId,
  PersonId,
  Place,
  SealedColumn,
  SubmissionId,
  Vault,
} from '../kernel/index.ts'
import type { End, Holder, Owned, Owner, TestAccount, TestAccountId, Try, Words } from './model.ts'

interface AccountTable {
  id: TestAccountId
  organisation_id: OrganisationId
  draft_id: Id<'draft'> | null
  listing_id: ListingId | null
  submission_id: SubmissionId | null
  sealed: string | null
  given_at: Date
  given_by: PersonId
  expires_at: Date | null
  ask_at: Date | null
  asked_at: Date | null
  confirmed_at: Date | null
  try_at: Date | null
  tried_at: Date | null
  tried: Try['result'] | null
  tried_because: Exclude<Try, { result: 'ok' }>['because'] | null
  refusals: number
  ended_at: Date | null
  ended_because: End | null
}

interface OpeningTable {
  id: Id<'opening'>
  organisation_id: OrganisationId
  account_id: TestAccountId
  listing_id: ListingId
  submission_id: SubmissionId
  person_id: PersonId
  at: Date
}

type TriedRow = Pick<Selectable<AccountTable>, 'tried' | 'tried_because' | 'tried_at'>
export type TestAccountTables = { test_account: AccountTable; test_account_opening: OpeningTable }

export const sealedInTestAccounts: readonly SealedColumn[] = [{ table: 'test_account', column: 'sealed' }]

function place({ id, organisation }: Pick<TestAccount, 'id' | 'organisation'>): Place {
  return { table: 'test_account', column: 'sealed', row: id, owner: [organisation] }
}

function held(holder: Holder) {
  return 'draft' in holder
    ? sql<boolean>`draft_id = ${holder.draft}`
    : sql<boolean>`listing_id = ${holder.listing}`
}

const columns = [
  'id',
  'organisation_id',
  'submission_id',
  'given_at',
  'expires_at',
  'ask_at',
  'asked_at',
  'confirmed_at',
  'tried_at',
  'tried',
  'tried_because',
  'refusals',
  'ended_at',
  'ended_because',
] as const

/** Locked when `db` is a transaction. */
export async function accountOf(db: Database, holder: Holder): Promise<TestAccount | undefined> {
  let query = db
    .withTables<TestAccountTables>()
    .selectFrom('test_account')
    .select(columns)
    .where(held(holder))
  if (db.isTransaction) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row && toAccount(row)
}

export interface NewAccount {
  readonly id: TestAccountId
  readonly organisation: OrganisationId
  readonly owner: Owner
  readonly words: Words
  readonly by: PersonId
  readonly at: Date
  readonly expiresAt: Date | null
  readonly askAt: Date | null
  readonly tryAt: Date | null
}

export async function insertAccount(trx: Database, vault: Vault, account: NewAccount): Promise<void> {
  const { owner } = account
  await trx
    .withTables<TestAccountTables>()
    .insertInto('test_account')
    .values({
      id: account.id,
      organisation_id: account.organisation,
      draft_id: 'draft' in owner ? owner.draft : null,
      listing_id: 'listing' in owner ? owner.listing : null,
      submission_id: 'listing' in owner ? owner.submission : null,
      sealed: vault.seal(JSON.stringify(account.words), place(account)),
      given_at: account.at,
      given_by: account.by,
      expires_at: account.expiresAt,
      ask_at: account.askAt,
      asked_at: null,
      confirmed_at: null,
      try_at: account.tryAt,
      tried_at: null,
      tried: null,
      tried_because: null,
      refusals: 0,
      ended_at: null,
      ended_because: null,
    })
    .execute()
}

/** @returns the words of one that has not ended */
export async function openWords(db: Database, vault: Vault, account: TestAccount): Promise<Words> {
  const { sealed } = await db
    .withTables<TestAccountTables>()
    .selectFrom('test_account')
    .select('sealed')
    .where('id', '=', account.id)
    .executeTakeFirstOrThrow()
  if (sealed === null) throw new Error('A test account that has ended was opened.')
  // Written by us alone.
  return JSON.parse(vault.open(sealed, place(account))) as Words
}

export async function holdForListing(
  trx: Database,
  id: TestAccountId,
  { listing, submission }: Owned,
): Promise<void> {
  await trx
    .withTables<TestAccountTables>()
    .updateTable('test_account')
    .set({ draft_id: null, listing_id: listing, submission_id: submission })
    .where('id', '=', id)
    .execute()
}

/** Until when it is kept, and when its publisher is asked next. */
export async function setDue(
  trx: Database,
  id: TestAccountId,
  { expiresAt, askAt }: { readonly expiresAt: Date | null; readonly askAt: Date | null },
): Promise<void> {
  await trx
    .withTables<TestAccountTables>()
    .updateTable('test_account')
    .set({ expires_at: expiresAt, ask_at: askAt })
    .where('id', '=', id)
    .execute()
}

export async function destroy(trx: Database, id: TestAccountId, end: { at: Date; why: End }): Promise<void> {
  await trx
    .withTables<TestAccountTables>()
    .updateTable('test_account')
    .set({
      sealed: null,
      expires_at: null,
      ask_at: null,
      try_at: null,
      ended_at: end.at,
      ended_because: end.why,
    })
    .where('id', '=', id)
    .where('sealed', 'is not', null)
    .execute()
}

export async function noteAsked(
  trx: Database,
  id: TestAccountId,
  asked: { readonly at: Date | null; readonly next: Date | null },
): Promise<void> {
  await trx
    .withTables<TestAccountTables>()
    .updateTable('test_account')
    .set({ ask_at: asked.next, ...(asked.at !== null && { asked_at: asked.at }) })
    .where('id', '=', id)
    .execute()
}

export async function noteConfirmed(trx: Database, id: TestAccountId, at: Date): Promise<void> {
  await trx
    .withTables<TestAccountTables>()
    .updateTable('test_account')
    .set({ confirmed_at: at })
    .where('id', '=', id)
    .execute()
}

/** When it is tried next; nothing where only a person can sign in with it. */
export async function setTryAt(trx: Database, id: TestAccountId, at: Date): Promise<void> {
  await trx
    .withTables<TestAccountTables>()
    .updateTable('test_account')
    .set({ try_at: at })
    .where('id', '=', id)
    .where('try_at', 'is not', null)
    .execute()
}

/** Those that are to be tried now; nobody else takes them until `until`. */
export async function takeDueTries(
  db: Database,
  { at, until, most }: { readonly at: Date; readonly until: Date; readonly most: number },
): Promise<readonly ListingId[]> {
  const due = db
    .withTables<TestAccountTables>()
    .selectFrom('test_account')
    .select('id')
    .where('sealed', 'is not', null)
    .where('listing_id', 'is not', null)
    .where('try_at', '<=', at)
    .orderBy('try_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
  const rows = await db
    .withTables<TestAccountTables>()
    .updateTable('test_account')
    .set({ try_at: until })
    .where('id', 'in', due)
    .returning('listing_id')
    .execute()
  return rows.flatMap(({ listing_id: listing }) => (listing === null ? [] : [listing]))
}

export async function noteTried(
  trx: Database,
  id: TestAccountId,
  tried: { readonly seen: Try; readonly at: Date; readonly tryAt: Date; readonly refusals: number },
): Promise<void> {
  const { seen, at, tryAt, refusals } = tried
  await trx
    .withTables<TestAccountTables>()
    .updateTable('test_account')
    .set({
      try_at: tryAt,
      tried_at: at,
      tried: seen.result,
      tried_because: seen.result === 'ok' ? null : seen.because,
      refusals,
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteAccount(trx: Database, holder: Holder): Promise<void> {
  await trx.withTables<TestAccountTables>().deleteFrom('test_account').where(held(holder)).execute()
}

/** Listings of those for which this is due, the longest ago first. */
export async function dueAccounts(
  db: Database,
  what: 'expires_at' | 'ask_at',
  { at, most }: { readonly at: Date; readonly most: number },
): Promise<readonly ListingId[]> {
  const rows = await db
    .withTables<TestAccountTables>()
    .selectFrom('test_account')
    .select('listing_id')
    .where('sealed', 'is not', null)
    .where(what, '<=', at)
    .orderBy(what)
    .limit(most)
    .execute()
  return rows.flatMap(({ listing_id: listing }) => (listing === null ? [] : [listing]))
}

/** What the table makes sure of. */
function toTry({ tried, tried_because: because, tried_at: at }: TriedRow): TestAccount['tried'] {
  if (tried === null || at === null) return null
  return tried === 'ok' ? { result: tried, at } : ({ result: tried, because, at } as TestAccount['tried'])
}

function toAccount(row: Pick<Selectable<AccountTable>, (typeof columns)[number]>): TestAccount {
  const { ended_at: at, ended_because: why } = row
  return {
    id: row.id,
    organisation: row.organisation_id,
    submission: row.submission_id,
    givenAt: row.given_at,
    expiresAt: row.expires_at,
    askAt: row.ask_at,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    tried: toTry(row),
    refusals: row.refusals,
    end: at === null || why === null ? null : { at, why },
  }
}
