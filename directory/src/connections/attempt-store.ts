import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, ListingId, Vault } from '../kernel/index.ts'
import type { AttemptId, ConnectionKey, Reference, RegistrationId } from './model.ts'
import type { ClientKind } from './client.ts'
import { dpopKeySchema } from './dpop-key.ts'
import type { ConnectionsTables } from './tables.ts'

/** A sign-in that waits for the server's answer. */
export interface Attempt extends ConnectionKey {
  readonly id: AttemptId
  readonly reference: Reference
  readonly issuer: string
  readonly registration: RegistrationId
  readonly secret: AttemptSecret
  readonly resource: string
  readonly scopes: readonly string[]
  readonly repeated: boolean
  readonly createdAt: Date
  readonly expiresAt: Date
}

const attemptSecret = z.object({
  verifier: z.string(),
  tokenEndpoint: z.string(),
  /** null when the server names none. */
  revocationEndpoint: z.string().nullable().default(null),
  /** The server promised an `iss` in its answer; one without it is refused. @see RFC 9207 section 2.4 */
  issuerPromised: z.boolean(),
  /** What the tokens are to be bound to; null where they are bearers. */
  dpop: z
    .object({
      key: dpopKeySchema,
      /** The server takes no other token. */
      required: z.boolean(),
    })
    .nullable()
    .default(null),
})
/** Sealed: the verifier and the key are secrets, and the token endpoint must be the one that was discovered then. */
export type AttemptSecret = z.infer<typeof attemptSecret>

export type TakenAttempt =
  | { readonly kind: 'taken'; readonly attempt: Attempt }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'used' }

const place = ({ id, person, listing, issuer }: Pick<Attempt, 'id' | 'person' | 'listing' | 'issuer'>) => ({
  table: 'connect_attempt',
  column: 'secret',
  row: id,
  owner: [person, listing, issuer],
})
const hash = (state: string): Buffer => createHash('sha256').update(state).digest()

export async function insertAttempt(
  db: Database,
  vault: Vault,
  state: string,
  attempt: Attempt,
): Promise<void> {
  await db
    .withTables<ConnectionsTables>()
    .insertInto('connect_attempt')
    .values({
      id: attempt.id,
      state_hash: hash(state),
      organisation_id: attempt.organisation,
      person_id: attempt.person,
      listing_id: attempt.listing,
      reference: attempt.reference,
      issuer: attempt.issuer,
      registration_id: attempt.registration,
      secret: vault.seal(JSON.stringify(attempt.secret), place(attempt)),
      resource: attempt.resource,
      scopes: [...attempt.scopes],
      repeated: attempt.repeated,
      created_at: attempt.createdAt,
      expires_at: attempt.expiresAt,
      used_at: null,
    })
    .execute()
}

/**
 * Takes the attempt of this state with its secrets, which are kept here no longer; of two callers at once one gets it.
 * Nothing gives it back.
 */
export async function takeAttempt(
  db: Database,
  vault: Vault,
  state: string,
  at: Date,
): Promise<TakenAttempt> {
  const tables = db.withTables<ConnectionsTables>()
  const row = await tables
    .updateTable('connect_attempt')
    .from((query) =>
      query
        .selectFrom('connect_attempt')
        .select(['id as taken', sql<string>`secret`.as('told')])
        .where('state_hash', '=', hash(state))
        .where('used_at', 'is', null)
        .forUpdate()
        .as('before'),
    )
    .set({ used_at: at, secret: null })
    .whereRef('connect_attempt.id', '=', 'before.taken')
    .returningAll('connect_attempt')
    .returning('before.told')
    .executeTakeFirst()
  if (row === undefined) {
    const used = await tables
      .selectFrom('connect_attempt')
      .select('id')
      .where('state_hash', '=', hash(state))
      .executeTakeFirst()
    return { kind: used === undefined ? 'unknown' : 'used' }
  }
  const known = {
    id: row.id,
    organisation: row.organisation_id,
    person: row.person_id,
    listing: row.listing_id,
    issuer: row.issuer,
  }
  return {
    kind: 'taken',
    attempt: {
      ...known,
      reference: row.reference,
      registration: row.registration_id,
      secret: attemptSecret.parse(JSON.parse(vault.open(row.told, place(known)))),
      resource: row.resource,
      scopes: row.scopes,
      repeated: row.repeated,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    },
  }
}

/** The newest sign-in of this person at this connector, when no answer to it came. */
export async function findUnanswered(
  db: Database,
  key: ConnectionKey,
): Promise<{ issuer: string; registration: RegistrationId; kind: ClientKind } | undefined> {
  const row = await db
    .withTables<ConnectionsTables>()
    .selectFrom('connect_attempt')
    .innerJoin('client_registration', 'client_registration.id', 'connect_attempt.registration_id')
    .select([
      'connect_attempt.issuer',
      'connect_attempt.used_at',
      'client_registration.id as registration',
      'client_registration.kind',
    ])
    .where('connect_attempt.person_id', '=', key.person)
    .where('connect_attempt.organisation_id', '=', key.organisation)
    .where('connect_attempt.listing_id', '=', key.listing)
    .orderBy('connect_attempt.created_at', 'desc')
    .orderBy('connect_attempt.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || row.used_at !== null) return undefined
  const { issuer, registration, kind } = row
  return { issuer, registration, kind }
}

/** The used ones are kept until then too, so that a repeated answer is told from a forged one. */
export async function deleteAttemptsBefore(db: Database, expiredBefore: Date): Promise<void> {
  await db
    .withTables<ConnectionsTables>()
    .deleteFrom('connect_attempt')
    .where('expires_at', '<', expiredBefore)
    .execute()
}

export async function deleteAttemptsAt(trx: Database, listing: ListingId): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('connect_attempt')
    .where('listing_id', '=', listing)
    .execute()
}
