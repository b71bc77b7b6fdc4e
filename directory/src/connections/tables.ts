import type { ColumnType, Generated } from 'kysely'
import type { ConnectionId, ListingId, OrganisationId, PersonId, SealedColumn } from '../kernel/index.ts'
import type { AttemptId, ConnectionState, Reference, RegistrationId, Step, Trace } from './model.ts'
import type { ClientKind } from './client.ts'
import type { SharedHeaderId } from './header-store.ts'
import type { ToolRule } from './tool-levels.ts'

/** For a change of keys. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'connection', column: 'tokens' },
  { table: 'connection', column: 'dpop_key' },
  { table: 'connect_attempt', column: 'secret' },
  { table: 'client_registration', column: 'client' },
  { table: 'client_key', column: 'sealed' },
  { table: 'shared_header', column: 'value' },
]

/** Rows of migrations 0008, 0011, 0012, 0016, 0020 and 0042; what is sealed is text here. */
export type ConnectionsTables = {
  connection: {
    id: ConnectionId
    organisation_id: OrganisationId
    person_id: PersonId
    listing_id: ListingId
    issuer: string
    state: ConnectionState
    registration_id: RegistrationId | null
    tokens: string | null
    dpop_key: string | null
    token_endpoint: string | null
    resource: string
    scopes: string[]
    expires_at: Date | null
    refresh_at: Date | null
    challenge: string | null
    step_ups: number
    revocation_endpoint: string | null
    created_at: Date
    last_used_at: Date | null
  }
  tool_level: {
    organisation_id: OrganisationId
    listing_id: ListingId
    person_id: PersonId | null
    tool: string | null
    rule: ToolRule | null
    allowed_until: Date | null
    set_at: Date
  }
  client_key: {
    name: string
    sealed: string
    public_key: ColumnType<object, string, never>
    created_at: Date
  }
  client_registration: {
    id: RegistrationId
    issuer: string
    callback: string
    kind: ClientKind
    listing_id: ListingId | null
    organisation_id: OrganisationId | null
    client: string
    created_at: Date
    retired_at: Date | null
  }
  shared_header: {
    id: SharedHeaderId
    organisation_id: OrganisationId
    listing_id: ListingId
    name: string
    origin: string
    value: string
    set_by: PersonId
    set_at: Date
  }
  connect_attempt: {
    id: AttemptId
    state_hash: Buffer
    organisation_id: OrganisationId
    person_id: PersonId
    listing_id: ListingId
    reference: Reference
    issuer: string
    registration_id: RegistrationId
    /** null once it was taken. */
    secret: string | null
    resource: string
    scopes: string[]
    repeated: boolean
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
  connect_trace: {
    reference: Reference
    organisation_id: OrganisationId
    person_id: PersonId
    listing_id: ListingId
    outcome: Trace['outcome']
    steps: Generated<Step[]>
    created_at: Date
  }
}
