import { sql } from 'kysely'
import type { Database, Id, Language, PersonId } from '../kernel/index.ts'
import type { Mailbox } from './channels.ts'

export type AddressId = Id<'notice-address'>

interface MailboxTable {
  person_id: PersonId
  address: string
  language: Language
  enabled: boolean
  refusals: number
  confirmed_at: Date
}

interface AddressTable {
  id: AddressId
  person_id: PersonId
  address: string
  language: Language
  token_hash: string
  at: Date
  expires_at: Date
}

type Tables = { notice_mailbox: MailboxTable; notice_address: AddressTable }

export async function mailboxesOf(db: Database, people: readonly PersonId[]): Promise<readonly Mailbox[]> {
  if (people.length === 0) return []
  const rows = await db
    .withTables<Tables>()
    .selectFrom('notice_mailbox')
    .selectAll()
    .where('person_id', 'in', people)
    .execute()
  return rows.map(({ person_id: person, address, language, enabled, refusals }) => ({
    person,
    address,
    language,
    enabled,
    refusals,
  }))
}

export async function putMailbox(
  trx: Database,
  { person, address, language }: Pick<Mailbox, 'person' | 'address' | 'language'>,
  at: Date,
): Promise<void> {
  const values = { address, language, enabled: true, refusals: 0, confirmed_at: at }
  await trx
    .withTables<Tables>()
    .insertInto('notice_mailbox')
    .values({ person_id: person, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute()
}

export async function changeMailbox(
  trx: Database,
  person: PersonId,
  change: Partial<Pick<Mailbox, 'language' | 'enabled' | 'refusals'>>,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('notice_mailbox')
    .set(change)
    .where('person_id', '=', person)
    .execute()
}

/** @returns how many in a row there are now */
export async function addRefusal(trx: Database, person: PersonId): Promise<number> {
  const row = await trx
    .withTables<Tables>()
    .updateTable('notice_mailbox')
    .set({ refusals: sql`refusals + 1` })
    .where('person_id', '=', person)
    .returning('refusals')
    .executeTakeFirst()
  return row?.refusals ?? 0
}

export async function deleteMailbox(trx: Database, person: PersonId): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('notice_mailbox').where('person_id', '=', person).execute()
}

export interface AskedAddress {
  readonly id: AddressId
  readonly person: PersonId
  readonly address: string
  readonly language: Language
  readonly tokenHash: string
  readonly at: Date
  readonly expiresAt: Date
}

export async function insertAddress(trx: Database, asked: AskedAddress): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('notice_address')
    .values({
      id: asked.id,
      person_id: asked.person,
      address: asked.address,
      language: asked.language,
      token_hash: asked.tokenHash,
      at: asked.at,
      expires_at: asked.expiresAt,
    })
    .execute()
}

/** How often this person asked, and how often anybody asked for this address, since then. */
export async function countAsked(
  db: Database,
  { person, address, since }: { readonly person: PersonId; readonly address: string; readonly since: Date },
): Promise<{ readonly byPerson: number; readonly forAddress: number }> {
  const { rows } = await sql<{ by_person: number; for_address: number }>`
    select count(*) filter (where person_id = ${person}) as by_person,
      count(*) filter (where address = ${address}) as for_address
    from notice_address where at > ${since} and (person_id = ${person} or address = ${address})`.execute(db)
  return { byPerson: rows[0]?.by_person ?? 0, forAddress: rows[0]?.for_address ?? 0 }
}

type Waiting = Pick<AskedAddress, 'id' | 'address' | 'language'>

/** What waits for this link, for this person. */
export async function addressOfToken(
  db: Database,
  { person, tokenHash, at }: { readonly person: PersonId; readonly tokenHash: string; readonly at: Date },
): Promise<Waiting | undefined> {
  return await db
    .withTables<Tables>()
    .selectFrom('notice_address')
    .select(['id', 'address', 'language'])
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', person)
    .where('expires_at', '>', at)
    .executeTakeFirst()
}

/** The newest that still waits. */
export async function waitingAddress(db: Database, person: PersonId, at: Date): Promise<Waiting | undefined> {
  return await db
    .withTables<Tables>()
    .selectFrom('notice_address')
    .select(['id', 'address', 'language'])
    .where('person_id', '=', person)
    .where('expires_at', '>', at)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** Every link of this person ends. The rows go on counting for a day. */
export async function endAddresses(trx: Database, person: PersonId, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('notice_address')
    .set({ expires_at: at })
    .where('person_id', '=', person)
    .where('expires_at', '>', at)
    .execute()
}

export async function deleteAddressesBefore(db: Database, at: Date): Promise<void> {
  await db.withTables<Tables>().deleteFrom('notice_address').where('at', '<', at).execute()
}
