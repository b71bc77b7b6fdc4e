import type { SafeFetch } from '@connectory/wire'
import type { Accounts } from './accounts/index.ts'
import type { Authorization } from './authorization/index.ts'
import type { Catalogue } from './catalogue/index.ts'
import type { Config } from './config/index.ts'
import type { Connections } from './connections/index.ts'
import type { Custom } from './custom/index.ts'
import type { Drafts } from './drafts/index.ts'
import type { Egress } from './egress/index.ts'
import type { Drift } from './drift/index.ts'
import type { Holds } from './holds/index.ts'
import type { Icons } from './icons/index.ts'
import type { Gateway } from './gateway/index.ts'
import type { Clock, Database, Ids, Jobs, Log } from './kernel/index.ts'
import type { Notices } from './notices/index.ts'
import type { Monitoring } from './monitoring/index.ts'
import type { Ownership } from './ownership/index.ts'
import type { Proofs } from './proofs/index.ts'
import type { Probe } from './probe/index.ts'
import type { Reliability } from './reliability/index.ts'
import type { Simulations } from './simulation/index.ts'
import type { Review } from './review/index.ts'
import type { Safety } from './safety/index.ts'
import type { Submissions } from './submissions/index.ts'
import type { TestAccounts } from './test-accounts/index.ts'
import type { Upkeep } from './upkeep/index.ts'
import type { Telemetry } from './telemetry/index.ts'
import type { TokenAccess } from './web/index.ts'

/** Every module of the product, built once with exactly what it may use. */
export interface App {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly ids: Ids
  readonly db: Database
  readonly jobs: Jobs
  readonly fetch: SafeFetch
  readonly formKey: Uint8Array
  readonly accounts: Accounts
  readonly authorization: Authorization
  readonly catalogue: Catalogue
  readonly connections: Connections
  readonly custom: Custom
  readonly drafts: Drafts
  readonly drift: Drift
  readonly egress: Egress
  readonly gateway: Gateway
  readonly holds: Holds
  readonly holdsAccess: TokenAccess
  readonly icons: Icons
  readonly connectionsAccess: TokenAccess
  readonly monitoring: Monitoring
  readonly notices: Notices
  readonly ownership: Ownership
  readonly probe: Probe
  readonly proofs: Proofs
  readonly reliability: Reliability
  readonly review: Review
  readonly safety: Safety
  readonly safetyAccess: TokenAccess
  readonly simulations: Simulations
  readonly submissions: Submissions
  readonly telemetry: Telemetry
  readonly testAccounts: TestAccounts
  readonly upkeep: Upkeep
  /** Is the database there? For /readyz. */
  ready(): Promise<boolean>
  close(): Promise<void>
}
