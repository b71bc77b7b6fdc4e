import type { Database, Id, Language, OrganisationId, Place, SealedColumn, Vault } from '../kernel/index.ts'

export type FeedId = Id<'feed'>

interface FeedTable {
  organisation_id: OrganisationId
  id: FeedId
  token: string
  token_hash: string
  language: Language
  created_at: Date
}

type Tables = { notice_feed: FeedTable }

export const sealedInFeeds: readonly SealedColumn[] = [{ table: 'notice_feed', column: 'token' }]

function place(organisation: OrganisationId): Place {
  return { table: 'notice_feed', column: 'token', row: organisation }
}

export interface NewFeed {
  readonly organisation: OrganisationId
  readonly id: FeedId
  readonly token: string
  readonly tokenHash: string
  readonly language: Language
  readonly at: Date
}

/** Takes the place of the one before: its address ends. */
export async function putFeed(trx: Database, vault: Vault, feed: NewFeed): Promise<void> {
  const values = {
    id: feed.id,
    token: vault.seal(feed.token, place(feed.organisation)),
    token_hash: feed.tokenHash,
    language: feed.language,
    created_at: feed.at,
  }
  await trx
    .withTables<Tables>()
    .insertInto('notice_feed')
    .values({ organisation_id: feed.organisation, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}

/** The secret part of the address. */
export async function feedToken(
  db: Database,
  vault: Vault,
  organisation: OrganisationId,
): Promise<string | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('notice_feed')
    .select('token')
    .where('organisation_id', '=', organisation)
    .executeTakeFirst()
  return row && vault.open(row.token, place(organisation))
}

export interface Feed {
  readonly id: FeedId
  readonly organisation: OrganisationId
  readonly language: Language
  readonly createdAt: Date
}

export async function feedByToken(db: Database, tokenHash: string): Promise<Feed | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('notice_feed')
    .select(['id', 'organisation_id', 'language', 'created_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      organisation: row.organisation_id,
      language: row.language,
      createdAt: row.created_at,
    }
  )
}

export async function deleteFeed(trx: Database, organisation: OrganisationId): Promise<void> {
  await trx
    .withTables<Tables>()
    .deleteFrom('notice_feed')
    .where('organisation_id', '=', organisation)
    .execute()
}
