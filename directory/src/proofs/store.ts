import type { PublicSigningKey } from '@connectory/checker'
import type { Database, OrganisationId, PersonId } from '../kernel/index.ts'
import type { SigningKey, SigningKeyId } from './proofs.ts'

type Tables = {
  signing_key: {
    id: string
    organisation_id: string
    thumbprint: string
    public_key: PublicSigningKey
    name: string
    added_by: string
    added_at: Date
    revoked_at: Date | null
  }
}

export async function keysInUse(db: Database, organisation: OrganisationId): Promise<readonly SigningKey[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('signing_key')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('revoked_at', 'is', null)
    .orderBy('added_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as SigningKeyId,
    organisation,
    thumbprint: row.thumbprint,
    publicKey: row.public_key,
    name: row.name,
    addedBy: row.added_by as PersonId,
    addedAt: row.added_at,
  }))
}

/** False when the organisation uses this key already. */
export async function insertKey(trx: Database, key: SigningKey): Promise<boolean> {
  const inserted = await trx
    .withTables<Tables>()
    .insertInto('signing_key')
    .values({
      id: key.id,
      organisation_id: key.organisation,
      thumbprint: key.thumbprint,
      public_key: key.publicKey,
      name: key.name,
      added_by: key.addedBy,
      added_at: key.addedAt,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The name of the key, or undefined when there is none in use with this id. */
export async function markRevoked(
  trx: Database,
  { id, organisation, at }: { id: SigningKeyId; organisation: OrganisationId; at: Date },
): Promise<string | undefined> {
  const row = await trx
    .withTables<Tables>()
    .updateTable('signing_key')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('organisation_id', '=', organisation)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}
