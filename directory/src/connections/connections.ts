import type { SafeFetch } from '@connectory/wire'
import type { Hono } from 'hono'
import type { People } from '../accounts/index.ts'
import type { Catalogue, Connector, Endpoint, Fate } from '../catalogue/index.ts'
import type {
  AppEnv,
  Clock,
  ConnectionId,
  Database,
  Ids,
  ListingId,
  Log,
  OrganisationId,
  Soon,
  Vault,
  Viewer,
} from '../kernel/index.ts'
import type { TokenAccess } from '../web/index.ts'
import type { Notices } from '../notices/index.ts'
import type { HeaderPlace } from './header-store.ts'
import type { GivenHeader, HeaderFaults, SharedHeaders } from './share-header.ts'
import type { LevelChange, ShownLevels } from './set-levels.ts'
import type { ToolLevel } from './tool-levels.ts'
import type {
  Access,
  ConnectOutcome,
  Connection,
  ConnectionKey,
  Disconnected,
  FailedCall,
  Remedy,
  ServerRefusal,
  Reference,
  RegistrationId,
  ShownClient,
  StaticClient,
  Trace,
  TraceSummary,
} from './model.ts'

export interface ConnectionsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly vault: Vault
  readonly fetch: SafeFetch
  readonly log: Log
  readonly config: {
    readonly publicUrl: URL
    readonly gatewayUrl: URL
    readonly instanceName: string
    /** Whether a server is asked to end its tokens when a person disconnects. */
    readonly revokeOnDisconnect: boolean
  }
  readonly people: People
  readonly notices: Pick<Notices, 'tell'>
  /** Listed connectors and custom ones. */
  readonly catalogue: Pick<Catalogue, 'endpointOf' | 'shownVersion' | 'mayConnect'> & {
    byId(id: ListingId): Promise<Connector | undefined>
  }
  /** Port: why nobody may call this server now; undefined when they may. */
  stopped?(endpoint: Endpoint): string | undefined
}

export interface BeginOptions {
  /** The server's page said that it does not know us: drop an older registration there, and make another. */
  readonly startOver?: boolean
}

export interface Connections {
  /** Connects at once where no login is needed, else answers with the address of the server's sign-in. */
  begin(viewer: Viewer, slug: string, options?: BeginOptions): Promise<ConnectOutcome>
  /** The host that this person set out for and brought no answer from, where starting over may help. */
  unanswered(key: ConnectionKey): Promise<string | undefined>
  /** The server's answer to a sign-in: the full address that the browser came back to. */
  callback(viewer: Viewer, address: URL): Promise<ConnectOutcome>
  /** How many people have connected this connector. */
  peopleOf(listing: ListingId, trx?: Database): Promise<number>
  /** How many people of other organisations have connected it. */
  othersOf(listing: ListingId, publisher: OrganisationId): Promise<number>
  list(whose: Pick<Viewer, 'person' | 'organisation'>): Promise<readonly Connection[]>
  find(key: ConnectionKey): Soon<Connection | undefined>
  /** Which of these there are still; asked of the database. */
  standing(ids: readonly ConnectionId[]): Promise<ReadonlySet<ConnectionId>>
  /**
   * What to send to the server now. Refreshes at most once for all callers, also across processes.
   * @param rejected the token that the server has just refused; a newer one is returned, or got.
   * @param challenge what the server said with it; kept for the next sign-in when only that can help.
   */
  access(id: ConnectionId, rejected?: string, challenge?: string | null): Soon<Access>
  /**
   * The server refuses a token that was just renewed, or asks for more than was given. The next sign-in asks for what
   * the challenge names beside what was given before.
   */
  refused(id: ConnectionId, refusal: ServerRefusal): Promise<Remedy>
  /** Keeps why a call got no answer; never throws. @returns what its person can quote, and an operator can find */
  noteFailure(key: ConnectionKey, failed: FailedCall): Promise<Reference | undefined>
  /** Where it is described why this connection needs its person. */
  lastFailure(key: ConnectionKey): Promise<Reference | undefined>
  /** Notes that the connection was used; coarse (once a minute), never throws. */
  markUsed(id: ConnectionId): void
  /** Deletes the row and its tokens, and gives them back where the operator wants that. @throws Problem not-found, also for another person's connection */
  disconnect(viewer: Viewer, id: ConnectionId): Promise<Disconnected>
  /** Deletes every connection to this connector with all that was kept for it: it is gone for everybody. */
  forget(trx: Database, listing: ListingId): Promise<void>
  /** What the people of this organisation send to this server besides a token. */
  headersFor(at: HeaderPlace, serverUrl: string): Promise<Readonly<Record<string, string>>>
  /** Names only; a value is never shown again. @throws Problem not-found */
  sharedHeaders(viewer: Viewer, slug: string): Promise<SharedHeaders>
  /** Owners only. @returns what is wrong with it; nothing when it was taken */
  shareHeader(viewer: Viewer, slug: string, given: GivenHeader): Promise<HeaderFaults>
  unshareHeader(viewer: Viewer, slug: string, name: string): Promise<void>
  /** What happens to a call of this tool now; from what came with the connection. */
  level(connection: Pick<Connection, 'levels'>, endpoint: Endpoint, tool: string): Promise<ToolLevel>
  /** @param also a tool to show beside those that are known @throws Problem not-found */
  levels(viewer: Viewer, slug: string, also?: string): Promise<ShownLevels>
  /** One's own rules; those of the organisation for owners only. @throws Problem */
  setLevels(viewer: Viewer, slug: string, change: LevelChange): Promise<void>
  /** Lets a tool that asks be called for a quarter of an hour. @throws Problem */
  allowForAWhile(viewer: Viewer, slug: string, tool: string): Promise<void>
  /** Operators only. Replaces the listing's client for the same people. */
  setStaticClient(viewer: Viewer, client: StaticClient): Promise<void>
  /** Operators only; without secrets. */
  staticClients(viewer: Viewer): Promise<readonly ShownClient[]>
  /** Destroys it: its tokens work until they end, and are not renewed. @throws Problem not-found */
  removeStaticClient(viewer: Viewer, id: RegistrationId): Promise<void>
  /** For its owner and for operators. @throws Problem not-found */
  trace(viewer: Viewer, reference: Reference): Promise<Trace>
  /** The newest sign-ins and failures of everybody, without their steps. Operators only. */
  recentTraces(viewer: Viewer): Promise<readonly TraceSummary[]>
  /** Where a person connects this connector; for links in the language of the page. */
  connectPath(slug: string): string
  /** Port of the catalogue: tells everybody who connected a listing what became of it; many of them later. */
  tellPeople(trx: Database, fate: Fate): Promise<void>
  /** Goes on with telling them; for the schedule. */
  tellRest(): Promise<void>
  /** Deletes sign-ins that ended and traces older than 90 days; for the schedule. */
  tidy(): Promise<void>
  /** Pages, the callback, the client metadata document, and with `access` what programs may do. */
  routes(access?: TokenAccess): Hono<AppEnv>
}
