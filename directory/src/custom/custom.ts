import type { Hono } from 'hono'
import type { People } from '../accounts/index.ts'
import type { Catalogue, Connector, Endpoint } from '../catalogue/index.ts'
import type {
  AppEnv,
  Clock,
  Database,
  Ids,
  ListingId,
  OrganisationId,
  SubmissionId,
  Viewer,
} from '../kernel/index.ts'
import type { CheckTarget, Probe } from '../probe/index.ts'
import type { Added, CustomConnector, CustomForm, CustomPolicy, NamedEntitlement } from './model.ts'

export interface CustomDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly config: {
    readonly gatewayUrl: URL
    readonly instanceName: string
    readonly allowLoopback: boolean
    readonly customConnectors: CustomPolicy
  }
  readonly catalogue: Pick<Catalogue, 'publishedAt'>
  readonly people: People
  readonly probe: Pick<Probe, 'request' | 'report' | 'forget'>
  /** Port: what the organisation's people send to this server. */
  headersFor(
    at: { readonly organisation: OrganisationId; readonly listing: ListingId },
    serverUrl: string,
  ): Promise<Readonly<Record<string, string>>>
  /** Port: destroys every connection to it, with its tokens. */
  forgetConnections(trx: Database, connector: ListingId): Promise<void>
}

export interface Custom {
  /** Whether this organisation may have custom connectors now. */
  allowed(organisation: OrganisationId): Promise<boolean>
  /** Adds a server and asks for its check. @throws Problem not-allowed, too-many */
  add(viewer: Viewer, form: CustomForm): Promise<Added>
  /** What this person may use: their own, and what is shared in their organisation. */
  list(viewer: Viewer): Promise<readonly CustomConnector[]>
  /** @throws Problem not-found, also for what belongs to others */
  get(viewer: Viewer, slug: string): Promise<CustomConnector>
  /** Asks for a new check, signed in as this person where they are connected. @throws Problem */
  checkAgain(viewer: Viewer, slug: string): Promise<void>
  /** Deletes it, everybody's connections to it, their tokens and its reports. @throws Problem */
  remove(viewer: Viewer, slug: string): Promise<void>
  /** Who may change or remove it: who added it, and owners of the organisation where it is shared. */
  mayChange(viewer: Viewer, connector: CustomConnector): Promise<boolean>
  /** Operators only: lets the organisation of this person have custom connectors, or no longer. @throws Problem */
  entitle(viewer: Viewer, email: string): Promise<void>
  withdraw(viewer: Viewer, organisation: OrganisationId): Promise<void>
  entitled(viewer: Viewer): Promise<readonly NamedEntitlement[]>
  /** For the broker and the gateway; undefined when there is none. */
  endpointOf(slug: string): Promise<Endpoint | undefined>
  byId(id: ListingId): Promise<Connector | undefined>
  /** For the probe: what to check, and whose connection signs it in. */
  target(check: SubmissionId, attempt: number): Promise<CheckTarget | undefined>
  byCheck(check: SubmissionId): Promise<CustomConnector | undefined>
  routes(): Hono<AppEnv>
}
