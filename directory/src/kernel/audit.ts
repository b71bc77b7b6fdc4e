import type { Kysely } from 'kysely'
import type { Clock } from './clock.ts'
import type { Actor } from './events.ts'
import type { AuditId, Ids, OrganisationId } from './ids.ts'
import type { KernelTables } from './tables.ts'

export interface AuditEntry {
  readonly organisation: OrganisationId
  readonly actor: Actor
  /** `<module>.<verb>`, for example `connections.disconnect`. */
  readonly action: string
  /** `<what>:<id>`. */
  readonly subject: string
  readonly reason: string
  /** Facts for the owner of the organisation; never tokens, bodies or addresses. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes the audit row. Call it inside the transaction whose change it records. */
export async function writeAudit(
  trx: Kysely<KernelTables>,
  { clock, ids }: { clock: Clock; ids: Ids },
  entry: AuditEntry,
): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      id: ids.next<AuditId>(),
      organisation_id: entry.organisation,
      actor_kind: entry.actor.kind,
      actor: entry.actor.kind === 'person' ? entry.actor.id : entry.actor.name,
      action: entry.action,
      subject: entry.subject,
      reason: entry.reason,
      at: clock.now(),
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute()
}
