import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Report } from '@connectory/checker'
import type {
  Actor,
  AppEnv,
  Clock,
  Database,
  Ids,
  ListingId,
  OrganisationId,
  ReportId,
  Soon,
  Viewer,
} from '../kernel/index.ts'
import type { Newcomer } from './store-alike.ts'
import type { Became } from './fate.ts'
import type {
  Alike,
  AuthType,
  Category,
  Endpoint,
  FormerName,
  Listing,
  ListingCard,
  ListingVersion,
  Remover,
  ReportSummary,
  Restriction,
  RevisionFacts,
  Tool,
} from './model.ts'

export interface CatalogueDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly config: { readonly publicUrl: URL; readonly gatewayUrl: URL; readonly instanceName: string }
  /** The report behind a version, for the report page; the probe module keeps them. */
  readonly reports: { load(id: ReportId): Promise<Report | undefined> }
  /** Port: what its page says of how reliably the server answers. */
  health?(listing: ListingId): Promise<Child>
  /** Port: what its page says of whether its tools are still what was approved. */
  drift?(listing: ListingId): Promise<Child>
  /** Port: what its page, or its tombstone, says of trouble with its reliability. */
  trouble?(listing: ListingId): Promise<Child>
  /** Port: what follows elsewhere when a listing ends, works again or goes to others; in the transaction of that. */
  became?: Became
}

export interface Reservation {
  readonly organisation: OrganisationId
  readonly name: string
  readonly serverUrl: string
  /** A wish; when it is taken the caller gets Problem('already-exists'). Without it one is made from the name. */
  readonly slug?: string
  readonly actor: Actor
}

export interface Publication {
  readonly listing: ListingId
  readonly revision: RevisionFacts
  readonly tools: readonly Tool[]
  readonly report: ReportSummary
  readonly actor: Actor
  readonly reason: string
}

/** What the safety of users asks for; null: nothing any more. */
export interface NewRestriction {
  readonly listing: ListingId
  readonly restriction: Restriction | null
  readonly actor: Actor
  readonly reason: string
}

/** What the reliability of a listing has led to. */
export interface NewStanding {
  readonly listing: ListingId
  readonly state: 'published' | 'hidden' | 'delisted'
  readonly actor: Actor
  readonly reason: string
}

/** A listing goes from one organisation to another. */
export interface HandOver {
  readonly listing: ListingId
  readonly from: OrganisationId
  readonly to: OrganisationId
  readonly actor: Actor
  readonly reason: string
}

export interface SearchQuery {
  readonly text: string
  readonly category?: Category
  readonly auth?: AuthType
  /** 1, 2, 3 … */
  readonly page: number
}

export interface SearchResult {
  readonly hits: readonly ListingCard[]
  /** Exact below the bound of candidates; `bounded` says that it was reached and that there may be more. */
  readonly total: number
  readonly bounded: boolean
  readonly page: number
  readonly pages: number
  /** Words that were looked for besides those that were typed, because these were not found. */
  readonly insteadOf: readonly { readonly typed: string; readonly meant: readonly string[] }[]
}

export interface Catalogue {
  /**
   * Takes a slug and claims the server's address for an organisation. The address of a live or pending listing gives
   * Problem('already-exists'); an unlisted listing of the same organisation with the same address whose claim was
   * released is taken up again.
   */
  reserve(trx: Database, reservation: Reservation): Promise<Listing>
  /** Gives the address back when a submission ends without a listing (rejected, withdrawn). The slug stays taken. */
  release(trx: Database, release: { listing: ListingId; actor: Actor; reason: string }): Promise<void>
  /** Makes the next version and shows it; writes the audit row. */
  publish(trx: Database, publication: Publication): Promise<ListingVersion>
  /** Shows no more of a listing than this, whatever happens to it; writes the audit row. */
  restrict(trx: Database, restriction: NewRestriction): Promise<void>
  /** Hides, delists or shows again what was published once; writes the audit row. Nothing when it is so already. */
  setStanding(trx: Database, standing: NewStanding): Promise<void>
  /** Takes the address of a removed listing again, for a review that lists it anew. @throws Problem already-exists */
  retake(trx: Database, change: { listing: ListingId; actor: Actor; reason: string }): Promise<void>
  /** The slug becomes a tombstone, which shows the reason. @throws Problem conflict when it is not in the directory */
  remove(
    trx: Database,
    change: { listing: ListingId; by: Remover; actor: Actor; reason: string },
  ): Promise<void>
  /** Whoever publishes it from now on. Writes the audit row for both. @throws Problem conflict */
  handOver(trx: Database, change: HandOver): Promise<void>
  /** Port of the icons: the pictures that are shown from now on. */
  showIcon(trx: Database, listing: ListingId, digest: string | null): Promise<void>
  bySlug(slug: string): Promise<Listing | undefined>
  byId(id: ListingId, trx?: Database): Promise<Listing | undefined>
  /** The same, and nobody changes it before the end of the transaction. */
  lock(trx: Database, id: ListingId): Promise<Listing | undefined>
  /** Of those that exist, in no order. */
  byIds(ids: readonly ListingId[]): Promise<readonly Listing[]>
  /** Names under which it was shown before, the newest first. */
  formerNames(id: ListingId, trx?: Database): Promise<readonly FormerName[]>
  /** The version that is shown (or was shown last); undefined before the first publication. */
  shownVersion(id: ListingId, trx?: Database): Promise<ListingVersion | undefined>
  version(id: ListingId, version: number): Promise<ListingVersion | undefined>
  /** All that were ever published, the newest first. */
  versionsOf(id: ListingId): Promise<readonly Pick<ListingVersion, 'version' | 'publishedAt'>[]>
  /** What an organisation has published, also what is hidden, delisted or gone since; the newest first, at most 200. */
  everPublishedBy(organisation: OrganisationId): Promise<readonly ListingId[]>
  /** SHA-256 of these tools, as it stands in a version. */
  digestOf(tools: readonly Tool[]): string
  search(query: SearchQuery): Promise<SearchResult>
  /** What calls need to know of a listing. A change shows here at the latest a second after it was committed. */
  endpointOf(slug: string): Soon<Endpoint | undefined>
  mayConnect(viewer: Viewer, listing: Pick<Endpoint, 'state' | 'organisation' | 'onlyFor'>): boolean
  /** Listings that people could take for this newcomer: the same address, or a name that looks the same. */
  alike(newcomer: Newcomer): Promise<readonly Alike[]>
  /** The published listing of the server at this address. */
  publishedAt(serverUrl: string): Promise<Listing | undefined>
  /** Published listings in the order of their ids, from the first after this one. */
  publishedAfter(
    after: ListingId | undefined,
    most: number,
  ): Promise<readonly Pick<Listing, 'id' | 'organisation'>[]>
  /** Likewise those of one publisher. */
  publishedOf(
    organisation: OrganisationId,
    after: ListingId | undefined,
    most: number,
  ): Promise<readonly Pick<Listing, 'id' | 'organisation'>[]>
  /** Of those that exist, in no order. */
  endpointsOf(listings: readonly ListingId[]): Promise<readonly Endpoint[]>
  /** Pages and JSON. */
  routes(): Hono<AppEnv>
}
