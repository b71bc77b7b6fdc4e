import type { IncomingMessage } from 'node:http'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Child } from 'hono/jsx'
import type { Catalogue, Listing } from '../catalogue/index.ts'
import type { Holds } from '../holds/index.ts'
import type {
  AppEnv,
  Clock,
  Database,
  Ids,
  ListingId,
  OrganisationId,
  PersonId,
  Vault,
  Viewer,
} from '../kernel/index.ts'
import type { Notices, Recipient } from '../notices/index.ts'
import type { TokenAccess } from '../web/index.ts'
import type { Complaining, VulnerabilityReport } from './complain.ts'
import type { Complaint, ComplaintId } from './complaint.ts'
import type { ComplaintDecision, ComplaintView } from './decide-complaint.ts'
import type { Order } from './order.ts'
import type { Standing } from './restriction.ts'
import type { SecurityContact } from './security-txt.ts'
import type { PastStep, Restricted } from './store.ts'

export interface SafetyDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly vault: Vault
  readonly config: SecurityContact
  readonly catalogue: Pick<Catalogue, 'byId' | 'bySlug' | 'endpointsOf' | 'restrict' | 'shownVersion'>
  readonly holds: Pick<Holds, 'quarantine' | 'liftQuarantine' | 'refresh'>
  readonly notices: Pick<Notices, 'tell'>
  readonly organisations: {
    isMember(db: Database, organisation: OrganisationId, person: PersonId): Promise<boolean>
    organisationsOf(db: Database, person: PersonId): Promise<readonly { readonly id: OrganisationId }[]>
  }
  readonly people: {
    personById(id: PersonId): Promise<{ readonly name: string } | undefined>
  }
  /** Port of the accounts: who is told of what was sent. */
  staff(
    role: 'reviewer' | 'operator',
    trx: Database,
  ): Promise<readonly (Recipient & { readonly person: PersonId })[]>
  /** Port of the accounts: counts what anybody may do. @throws Problem too-many */
  countTurn(turn: {
    readonly what: string
    readonly incoming: IncomingMessage | undefined
    readonly most: number
  }): Promise<void>
}

/** One listing's restriction with its past. */
export interface RestrictionView {
  readonly listing: Listing
  readonly standing: Standing
  /** Those that the reader may know. */
  readonly steps: readonly PastStep[]
  /** How many there are. */
  readonly seen: number
  /** Whether the reader decides here, and is not of the publisher. */
  readonly inside: boolean
}

export interface Safety {
  /** The restriction of one's own listing; operators and reviewers see every one. @throws Problem not-found */
  view(viewer: Viewer, slug: string): Promise<RestrictionView>
  /** Listings of others; for operators and reviewers. @throws Problem not-allowed */
  restricted(viewer: Viewer): Promise<readonly Restricted[]>
  /** Reviewers put listings of others in quarantine and end it; the rest is for operators. @throws Problem */
  order(viewer: Viewer, slug: string, order: Order): Promise<void>
  /** The publisher says that it is wrong; somebody who had no part in it answers. @throws Problem */
  object(viewer: Viewer, slug: string, change: { seen: number; text: string }): Promise<void>
  /** @throws Problem not-allowed when the publisher, or the domain of the server, is blocked */
  refuseBlocked(
    trx: Database,
    submission: { readonly organisation: OrganisationId; readonly serverUrl: string },
  ): Promise<void>
  /** A person reports a listing of others; one open report of each person and listing. @throws Problem */
  complain(viewer: Viewer, slug: string, complaining: Complaining): Promise<ComplaintId>
  /** Anybody reports a vulnerability, of a listing or of this directory; operators only read it. @throws Problem */
  reportVulnerability(
    from: { readonly viewer: Viewer | null; readonly incoming: IncomingMessage | undefined },
    report: VulnerabilityReport,
  ): Promise<ComplaintId>
  /** What this person has sent, the newest first. */
  mine(viewer: Viewer): Promise<readonly Complaint[]>
  /** What is open and this person decides on, the longest waiting first; nothing for others. */
  queue(viewer: Viewer): Promise<readonly Complaint[]>
  /** For who sent it and who decides on it; that an operator reads of a vulnerability is written down. @throws Problem */
  complaint(viewer: Viewer, id: ComplaintId): Promise<ComplaintView>
  /** @throws Problem */
  decide(viewer: Viewer, id: ComplaintId, decision: ComplaintDecision): Promise<void>
  /** What the page of a connector, or its tombstone, says; null when it is not restricted. */
  note(listing: ListingId): Promise<Child>
  /** Pages, and the API for programs. */
  routes(access: TokenAccess): OpenAPIHono<AppEnv>
}
