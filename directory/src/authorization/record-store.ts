import { createHash } from 'node:crypto'
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider'
import type { Clock, Database, Vault } from '../kernel/index.ts'
import type { GrantMemory } from './remember-grants.ts'

type RecordTables = {
  oidc_record: {
    model: string
    id_hash: string
    uid_hash: string | null
    grant_id: string | null
    sealed: string
    consumed_at: Date | null
    expires_at: Date
  }
  authorization_grant: { id: string; revoked_at: Date | null }
}

interface RecordDeps {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly grants: Pick<GrantMemory, 'forget'>
}

/** A client that registered and was never used goes after a day; a used one is kept this long after its last use. */
export const clientLife = { unusedMs: 24 * 3600_000, usedMs: 200 * 24 * 3600_000 } as const

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/**
 * Storage for oidc-provider. What it calls an id is often the token itself, so the key is a hash and the content is
 * sealed at its own row: a copy of the database holds no code, token or client secret.
 */
export function createRecordStore(deps: RecordDeps): (model: string) => Adapter {
  return (model) => recordAdapter(deps, model)
}

function recordAdapter({ db, vault, clock, grants }: RecordDeps, model: string): Adapter {
  const records = db.withTables<RecordTables>()
  const placeOf = (idHash: string) => ({ table: 'oidc_record', column: 'sealed', row: `${model} ${idHash}` })
  const findWhere = async (column: 'id_hash' | 'uid_hash', hash: string) => {
    const row = await records
      .selectFrom('oidc_record')
      .selectAll()
      .where('model', '=', model)
      .where(column, '=', hash)
      .where('expires_at', '>', clock.now())
      .executeTakeFirst()
    if (row === undefined) return undefined
    const payload = JSON.parse(vault.open(row.sealed, placeOf(row.id_hash))) as AdapterPayload
    return row.consumed_at === null ? payload : { ...payload, consumed: seconds(row.consumed_at) }
  }
  return {
    async upsert(id, payload, expiresIn) {
      const idHash = hashOf(id)
      const lifeMs = expiresIn === undefined ? clientLife.unusedMs : expiresIn * 1000
      const values = {
        uid_hash: payload.uid === undefined ? null : hashOf(payload.uid),
        grant_id: payload.grantId ?? null,
        sealed: vault.seal(JSON.stringify(payload), placeOf(idHash)),
        expires_at: new Date(clock.now().getTime() + lifeMs),
      }
      await records
        .insertInto('oidc_record')
        .values({ model, id_hash: idHash, consumed_at: null, ...values })
        .onConflict((conflict) => conflict.columns(['model', 'id_hash']).doUpdateSet(values))
        .execute()
    },
    find: (id) => findWhere('id_hash', hashOf(id)),
    findByUid: (uid) => findWhere('uid_hash', hashOf(uid)),
    findByUserCode: async () => undefined,
    async consume(id) {
      const used = await records
        .updateTable('oidc_record')
        .set({ consumed_at: clock.now() })
        .where('model', '=', model)
        .where('id_hash', '=', hashOf(id))
        .where('consumed_at', 'is', null)
        .returning('model')
        .executeTakeFirst()
      // The library looked before: only one of two requests that looked at the same time may go on.
      if (used === undefined) throw new errors.InvalidGrant('already used')
    },
    async destroy(id) {
      await records
        .deleteFrom('oidc_record')
        .where('model', '=', model)
        .where('id_hash', '=', hashOf(id))
        .execute()
    },
    async revokeByGrantId(grantId) {
      await records
        .updateTable('authorization_grant')
        .set({ revoked_at: clock.now() })
        .where('id', '=', grantId)
        .where('revoked_at', 'is', null)
        .execute()
      grants.forget(grantId)
      await records
        .deleteFrom('oidc_record')
        .where('model', '=', model)
        .where('grant_id', '=', grantId)
        .execute()
    },
  }
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}

/** A client that somebody let in stays. */
export async function keepClient(db: Database, clock: Clock, client: string): Promise<void> {
  await db
    .withTables<RecordTables>()
    .updateTable('oidc_record')
    .set({ expires_at: new Date(clock.now().getTime() + clientLife.usedMs) })
    .where('model', '=', 'Client')
    .where('id_hash', '=', hashOf(client))
    .execute()
}

/** Everything that a grant brought forth: codes, refresh tokens, and the grant itself. */
export async function deleteRecordsOf(db: Database, grant: string): Promise<void> {
  const records = db.withTables<RecordTables>()
  await records.deleteFrom('oidc_record').where('grant_id', '=', grant).execute()
  await records
    .deleteFrom('oidc_record')
    .where('model', '=', 'Grant')
    .where('id_hash', '=', hashOf(grant))
    .execute()
}

export async function deleteExpiredRecords(db: Database, clock: Clock): Promise<void> {
  await db
    .withTables<RecordTables>()
    .deleteFrom('oidc_record')
    .where('expires_at', '<', clock.now())
    .execute()
}
