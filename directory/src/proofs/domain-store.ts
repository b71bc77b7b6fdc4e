import type { Database, OrganisationId } from '../kernel/index.ts'
import type { ProofPlace } from './proof-order.ts'
import type { DomainProof } from './proofs.ts'

type Tables = {
  domain_proof: {
    organisation_id: string
    origin: string
    place: ProofPlace | null
    proved_at: Date | null
    looked_at: Date
  }
}

interface Site {
  readonly organisation: OrganisationId
  readonly origin: string
}

/** False when this organisation looked there since. */
export async function beginLook(
  db: Database,
  { organisation, origin, at, since }: Site & { readonly at: Date; readonly since: Date },
): Promise<boolean> {
  const row = await db
    .withTables<Tables>()
    .insertInto('domain_proof')
    .values({ organisation_id: organisation, origin, place: null, proved_at: null, looked_at: at })
    .onConflict((known) =>
      known
        .columns(['organisation_id', 'origin'])
        .doUpdateSet({ looked_at: at })
        .where('domain_proof.looked_at', '<=', since),
    )
    .returning('origin')
    .executeTakeFirst()
  return row !== undefined
}

export async function noteProved(
  trx: Database,
  { organisation, origin, place, at }: Site & DomainProof,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('domain_proof')
    .set({ place, proved_at: at })
    .where('organisation_id', '=', organisation)
    .where('origin', '=', origin)
    .execute()
}

export async function domainProofOf(
  db: Database,
  { organisation, origin }: Site,
): Promise<DomainProof | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('domain_proof')
    .select(['place', 'proved_at'])
    .where('organisation_id', '=', organisation)
    .where('origin', '=', origin)
    .executeTakeFirst()
  if (row === undefined || row.place === null || row.proved_at === null) return undefined
  return { place: row.place, at: row.proved_at }
}
