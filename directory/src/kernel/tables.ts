/** The tables that every module writes to through `appendEvent` and `writeAudit`. */
export interface KernelTables {
  event: EventRow
  audit: AuditRow
}

export interface EventRow {
  id: string
  stream: string
  seq: number
  actor_kind: string
  actor: string
  reason: string
  at: Date
  kind: string
  payload_version: number
  /** jsonb: an object when read, JSON text when written. */
  payload: unknown
  organisation_id: string
}

export interface AuditRow {
  id: string
  organisation_id: string
  actor_kind: string
  actor: string
  action: string
  subject: string
  reason: string
  at: Date
  /** jsonb: an object when read, JSON text when written. */
  detail: unknown
}
