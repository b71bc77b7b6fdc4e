import { sql, type Selectable } from 'kysely'
import type { ConnectionId, Database, ListingId, OrganisationId, PersonId, Vault } from '../kernel/index.ts'
import type { Connection, ConnectionKey, RegistrationId } from './model.ts'
import type { ConnectionsTables } from './tables.ts'
import { openDpopKey, sealDpopKey } from './dpop-key-store.ts'
import type { DpopKey, DpopSigner } from './dpop-key.ts'
import { headersOfConnection, type SealedHeader } from './header-store.ts'
import { levelsOfConnection, readLevels, type StoredLevels } from './tool-level-store.ts'
import { parseTokens, type SealedTokens, type TokenSet } from './tokens.ts'

type Row = Selectable<ConnectionsTables['connection']>

/** A connection with what only this module sees. */
export interface StoredConnection extends Connection {
  readonly tokens: SealedTokens | undefined
  /** What its tokens are bound to; undefined for bearers. */
  readonly dpop: DpopSigner | undefined
  readonly refreshAt: Date | null
  readonly registration: RegistrationId | null
  readonly tokenEndpoint: string | null
  readonly revocationEndpoint: string | null
  readonly challenge: string | null
  readonly stepUps: number
}

export interface NewConnection extends ConnectionKey {
  readonly id: ConnectionId
  readonly issuer: string
  readonly resource: string
  readonly login:
    | {
        readonly set: TokenSet
        /** What they are bound to; left out for bearers. */
        readonly dpopKey?: DpopKey | undefined
        readonly registration: RegistrationId
        readonly tokenEndpoint: string
        readonly revocationEndpoint: string | null
      }
    | undefined
  readonly at: Date
}

/** A row in which something is sealed. */
export interface Sealed {
  readonly id: ConnectionId
  readonly person: PersonId
  readonly listing: ListingId
  readonly issuer: string
}

/** Tokens open for their person, connector and issuer only, whatever is written into the row. */
const place = ({ id, person, listing, issuer }: Sealed) => ({
  table: 'connection',
  column: 'tokens',
  row: id,
  owner: [person, listing, issuer],
})

/**
 * Writes the connection in place of any earlier one of this person to this connector, whatever issued its tokens:
 * only one can be meant when a call comes.
 */
export async function putConnection(trx: Database, vault: Vault, fresh: NewConnection): Promise<void> {
  const tables = trx.withTables<ConnectionsTables>()
  const earlier = await tables
    .deleteFrom('connection')
    .where('person_id', '=', fresh.person)
    .where('organisation_id', '=', fresh.organisation)
    .where('listing_id', '=', fresh.listing)
    .returning(['challenge', 'step_ups'])
    .executeTakeFirst()
  await tables
    .insertInto('connection')
    .values({
      id: fresh.id,
      organisation_id: fresh.organisation,
      person_id: fresh.person,
      listing_id: fresh.listing,
      issuer: fresh.issuer,
      state: 'connected',
      registration_id: fresh.login?.registration ?? null,
      tokens:
        fresh.login === undefined ? null : vault.seal(JSON.stringify(fresh.login.set.tokens), place(fresh)),
      dpop_key: sealDpopKey(vault, fresh.login?.dpopKey, fresh),
      token_endpoint: fresh.login?.tokenEndpoint ?? null,
      resource: fresh.resource,
      scopes: [...(fresh.login?.set.scopes ?? [])],
      expires_at: fresh.login?.set.expiresAt ?? null,
      refresh_at: fresh.login?.set.refreshAt ?? null,
      challenge: null,
      step_ups: typeof earlier?.challenge === 'string' ? earlier.step_ups + 1 : 0,
      revocation_endpoint: fresh.login?.revocationEndpoint ?? null,
      created_at: fresh.at,
      last_used_at: null,
    })
    .execute()
}

/** As stored, with the headers that its organisation sends to the server. */
export interface LoadedConnection extends StoredConnection {
  readonly headers: readonly SealedHeader[]
}

/** @param lock other readers with a lock wait until the transaction ends. */
export async function loadConnection(
  db: Database,
  vault: Vault,
  id: ConnectionId,
  lock: 'lock' | 'no-lock' = 'no-lock',
): Promise<LoadedConnection | undefined> {
  const query = db
    .withTables<ConnectionsTables>()
    .selectFrom('connection')
    .selectAll()
    .select(headersOfConnection.as('headers'))
    .where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : { ...read(row, vault), headers: row.headers ?? [] }
}

export async function findConnection(db: Database, key: ConnectionKey): Promise<Connection | undefined> {
  const row = await db
    .withTables<ConnectionsTables>()
    .selectFrom('connection')
    .selectAll()
    .select(levelsOfConnection.as('levels'))
    .where('person_id', '=', key.person)
    .where('organisation_id', '=', key.organisation)
    .where('listing_id', '=', key.listing)
    .executeTakeFirst()
  return row === undefined ? undefined : describe(row)
}

/** Which of these there are still. */
export async function standingOf(
  db: Database,
  ids: readonly ConnectionId[],
): Promise<ReadonlySet<ConnectionId>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .withTables<ConnectionsTables>()
    .selectFrom('connection')
    .select('id')
    .where('id', '=', sql<ConnectionId>`any(${ids}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id as ConnectionId))
}

export async function connectionsOf(
  db: Database,
  person: PersonId,
  organisation: OrganisationId,
): Promise<readonly Connection[]> {
  const rows = await db
    .withTables<ConnectionsTables>()
    .selectFrom('connection')
    .selectAll()
    .select(levelsOfConnection.as('levels'))
    .where('person_id', '=', person)
    .where('organisation_id', '=', organisation)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(describe)
}

export async function putTokens(trx: Database, vault: Vault, known: Sealed, set: TokenSet): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .updateTable('connection')
    .set({
      tokens: vault.seal(JSON.stringify(set.tokens), place(known)),
      scopes: [...set.scopes],
      expires_at: set.expiresAt,
      refresh_at: set.refreshAt,
      state: 'connected',
    })
    .where('id', '=', known.id)
    .execute()
}

/** @param challenge what the server asks the next sign-in for */
export async function markNeedsReconnect(
  trx: Database,
  id: ConnectionId,
  challenge: string | null = null,
): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .updateTable('connection')
    .set({ state: 'needs-reconnect', ...(challenge !== null && { challenge }) })
    .where('id', '=', id)
    .execute()
}

export async function putChallenge(trx: Database, id: ConnectionId, challenge: string): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .updateTable('connection')
    .set({ challenge })
    .where('id', '=', id)
    .execute()
}

/** What is known of an earlier sign-in; undefined when there is no connection. */
export async function loadEarlier(
  db: Database,
  key: ConnectionKey,
): Promise<Pick<StoredConnection, 'issuer' | 'scopes' | 'challenge'> | undefined> {
  return await db
    .withTables<ConnectionsTables>()
    .selectFrom('connection')
    .select(['issuer', 'scopes', 'challenge'])
    .where('person_id', '=', key.person)
    .where('organisation_id', '=', key.organisation)
    .where('listing_id', '=', key.listing)
    .executeTakeFirst()
}

/** How many people have connected this connector. */
export async function countPeople(
  db: Database,
  listing: ListingId,
  without?: OrganisationId,
): Promise<number> {
  const { people } = await db
    .withTables<ConnectionsTables>()
    .selectFrom('connection')
    .select(({ fn }) => fn.count<string>('person_id').distinct().as('people'))
    .where('listing_id', '=', listing)
    .$if(without !== undefined, (query) => query.where('organisation_id', '<>', without ?? null))
    .executeTakeFirstOrThrow()
  return Number(people)
}

/** Writes only when the note is older than `notAfter`, so that a busy connection is not one hot row. */
export async function noteUse(db: Database, id: ConnectionId, at: Date, notAfter: Date): Promise<void> {
  await db
    .withTables<ConnectionsTables>()
    .updateTable('connection')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<', notAfter)]))
    .execute()
}

/** @returns what was deleted, tokens included; undefined when this person has no such connection. */
export async function deleteConnection(
  trx: Database,
  vault: Vault,
  id: ConnectionId,
  owner: { readonly person: PersonId; readonly organisation: OrganisationId },
): Promise<StoredConnection | undefined> {
  const row = await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('connection')
    .where('id', '=', id)
    .where('person_id', '=', owner.person)
    .where('organisation_id', '=', owner.organisation)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : read(row, vault)
}

/** Of everybody, with their tokens. */
export async function deleteConnectionsTo(trx: Database, listing: ListingId): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('connection')
    .where('listing_id', '=', listing)
    .execute()
}

function describe(row: Row & { readonly levels?: StoredLevels }): Connection {
  return {
    id: row.id,
    organisation: row.organisation_id,
    person: row.person_id,
    listing: row.listing_id,
    issuer: row.issuer,
    resource: row.resource,
    state: row.state,
    scopes: row.scopes,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    levels: row.levels ? readLevels(row.levels) : undefined,
  }
}

function read(row: Row, vault: Vault): StoredConnection {
  const known = describe(row)
  return {
    ...known,
    tokens: row.tokens === null ? undefined : parseTokens(vault.open(row.tokens, place(known))),
    dpop: openDpopKey(vault, row.dpop_key, known),
    refreshAt: row.refresh_at,
    registration: row.registration_id,
    tokenEndpoint: row.token_endpoint,
    revocationEndpoint: row.revocation_endpoint,
    challenge: row.challenge,
    stepUps: row.step_ups,
  }
}
