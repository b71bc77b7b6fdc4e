import type { Selectable } from 'kysely'
import type { Database, ListingId, OrganisationId, ReportId } from '../kernel/index.ts'
import type { Endpoint, HintCounts, Listing, ListingVersion, Removal, ReportSummary } from './model.ts'
import type { CatalogueTables } from './tables.ts'

export interface NewListing {
  readonly id: ListingId
  readonly organisation: OrganisationId
  readonly slug: string
  readonly registryName: string
  readonly serverUrl: string
  readonly serverUrlKey: string
  readonly at: Date
}

/** The listing, or undefined when its slug or its server's address is taken. */
export async function insertListing(trx: Database, listing: NewListing): Promise<Listing | undefined> {
  const row = await trx
    .withTables<CatalogueTables>()
    .insertInto('listing')
    .values({
      id: listing.id,
      organisation_id: listing.organisation,
      slug: listing.slug,
      registry_name: listing.registryName,
      server_url: listing.serverUrl,
      server_url_key: listing.serverUrlKey,
      claimed: true,
      state: 'unlisted',
      created_at: listing.at,
      published_at: null,
      updated_at: listing.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(listingColumns)
    .executeTakeFirst()
  return row === undefined ? undefined : toListing(row)
}

/** Who holds this server's address now. */
export async function claimant(db: Database, serverUrlKey: string): Promise<Listing | undefined> {
  const row = await db
    .withTables<CatalogueTables>()
    .selectFrom('listing')
    .select(listingColumns)
    .where('server_url_key', '=', serverUrlKey)
    .where('claimed', '=', true)
    .executeTakeFirst()
  return row === undefined ? undefined : toListing(row)
}

/** Takes up an earlier, never published listing of the same organisation and address, when its claim was given back. */
export async function reclaim(
  trx: Database,
  claim: { organisation: OrganisationId; serverUrl: string; serverUrlKey: string; at: Date },
): Promise<Listing | undefined> {
  const tables = trx.withTables<CatalogueTables>()
  const row = await tables
    .updateTable('listing')
    .set({ claimed: true, server_url: claim.serverUrl, updated_at: claim.at })
    .where(
      'id',
      '=',
      tables
        .selectFrom('listing')
        .select('id')
        .where('organisation_id', '=', claim.organisation)
        .where('server_url_key', '=', claim.serverUrlKey)
        .where('state', '=', 'unlisted')
        .where('claimed', '=', false)
        .orderBy('created_at', 'desc')
        .limit(1),
    )
    .returning(listingColumns)
    .executeTakeFirst()
  return row === undefined ? undefined : toListing(row)
}

/** The listing, locked until the end of the transaction. */
export async function lockListing(trx: Database, id: ListingId): Promise<Listing | undefined> {
  const row = await trx
    .withTables<CatalogueTables>()
    .selectFrom('listing')
    .select(listingColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : toListing(row)
}

export interface NewVersion {
  readonly id: string
  readonly version: ListingVersion
  readonly hints: HintCounts
}

export async function insertVersion(trx: Database, { id, version, hints }: NewVersion): Promise<void> {
  const { id: reportId, checkedAt, ...summary } = version.report
  await trx
    .withTables<CatalogueTables>()
    .insertInto('listing_version')
    .values({
      id,
      listing_id: version.listing,
      version: version.version,
      name: version.name,
      tagline: version.tagline,
      description_markdown: version.descriptionMarkdown,
      categories: version.categories,
      documentation_url: version.documentationUrl,
      support_contact: version.supportContact,
      privacy_url: version.privacyUrl,
      terms_url: version.termsUrl,
      security_contact: version.securityContact,
      publisher_name: version.publisherName,
      publisher_url: version.publisherUrl,
      server_url: version.serverUrl,
      auth_type: version.authType,
      static_client: version.staticClient,
      address_filter: version.addressFilter,
      surfaces: version.surfaces,
      tools: JSON.stringify(version.tools),
      tool_names: version.tools.map((tool) => tool.name.replaceAll('\0', '')),
      hints: JSON.stringify(hints),
      tool_digest: version.toolDigest,
      report_id: reportId,
      report_summary: JSON.stringify({ ...summary, checkedAt: checkedAt.toISOString() }),
      published_at: version.publishedAt,
    })
    .execute()
}

export async function rememberWords(
  trx: Database,
  words: readonly { readonly word: string; readonly kind: 'name' | 'word' }[],
): Promise<void> {
  if (words.length === 0) return
  await trx
    .withTables<CatalogueTables>()
    .insertInto('search_word')
    .values(words.toSorted((one, other) => (one.word < other.word ? -1 : 1)))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listingBySlug(db: Database, slug: string): Promise<Listing | undefined> {
  const row = await listings(db).where('slug', '=', slug).executeTakeFirst()
  return row === undefined ? undefined : toListing(row)
}

export async function listingById(db: Database, id: ListingId): Promise<Listing | undefined> {
  const row = await listings(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toListing(row)
}

/** In no order; what does not exist is left out. */
export async function listingsByIds(db: Database, ids: readonly ListingId[]): Promise<readonly Listing[]> {
  if (ids.length === 0) return []
  const rows = await listings(db).where('id', 'in', ids).execute()
  return rows.map(toListing)
}

export async function shownVersion(db: Database, id: ListingId): Promise<ListingVersion | undefined> {
  const row = await db
    .withTables<CatalogueTables>()
    .selectFrom('listing_version')
    .selectAll('listing_version')
    .innerJoin('listing', (join) =>
      join
        .onRef('listing.id', '=', 'listing_version.listing_id')
        .onRef('listing.version', '=', 'listing_version.version'),
    )
    .where('listing.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : toVersion(row)
}

export async function endpointBySlug(db: Database, slug: string): Promise<Endpoint | undefined> {
  const row = await endpoints(db).where('listing.slug', '=', slug).executeTakeFirst()
  return row === undefined ? undefined : toEndpoint(row)
}

/** In no order; what does not exist is left out. */
export async function endpointsOfListings(
  db: Database,
  ids: readonly ListingId[],
): Promise<readonly Endpoint[]> {
  if (ids.length === 0) return []
  const rows = await endpoints(db).where('listing.id', 'in', ids).execute()
  return rows.map(toEndpoint)
}

function endpoints(db: Database) {
  return db
    .withTables<CatalogueTables>()
    .selectFrom('listing')
    .leftJoin('listing_version', (join) =>
      join
        .onRef('listing_version.listing_id', '=', 'listing.id')
        .onRef('listing_version.version', '=', 'listing.version'),
    )
    .select([
      'listing.id',
      'listing.organisation_id',
      'listing.slug',
      'listing.server_url',
      'listing.auth_type',
    ])
    .select(['listing.state', 'listing.version', 'listing.updated_at'])
    .select(['listing_version.name', 'listing_version.static_client'])
}

type EndpointRow = Awaited<ReturnType<ReturnType<typeof endpoints>['executeTakeFirstOrThrow']>>

function toEndpoint(row: EndpointRow): Endpoint {
  return {
    listing: row.id as ListingId,
    organisation: row.organisation_id as OrganisationId,
    slug: row.slug,
    name: row.name ?? row.slug,
    serverUrl: row.server_url,
    authType: row.auth_type,
    state: row.state,
    version: row.version,
    staticClient: row.static_client ?? false,
    updatedAt: row.updated_at,
  }
}

const listingColumns = [
  'id',
  'organisation_id',
  'slug',
  'registry_name',
  'server_url',
  'state',
  'restriction',
  'unrestricted_state',
  'auth_type',
  'quality',
  'version',
  'published_at',
  'updated_at',
  'icon_digest',
  'removed_at',
  'removed_by',
  'removal_reason',
] as const

function listings(db: Database) {
  return db.withTables<CatalogueTables>().selectFrom('listing').select(listingColumns)
}

type ListingRow = Pick<Selectable<CatalogueTables['listing']>, (typeof listingColumns)[number]>

function toListing(row: ListingRow): Listing {
  return {
    id: row.id as ListingId,
    organisation: row.organisation_id as OrganisationId,
    slug: row.slug,
    registryName: row.registry_name,
    serverUrl: row.server_url,
    state: row.state,
    restriction: row.restriction,
    unrestricted: row.unrestricted_state ?? row.state,
    authType: row.auth_type,
    quality: row.quality,
    version: row.version,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    iconDigest: row.icon_digest,
    removal: toRemoval(row),
  }
}

function toRemoval({ removed_at: at, removed_by: by, removal_reason: reason }: ListingRow): Removal | null {
  return at === null || by === null ? null : { at, by, reason: reason ?? '' }
}

export function toVersion(row: Selectable<CatalogueTables['listing_version']>): ListingVersion {
  return {
    listing: row.listing_id as ListingId,
    version: row.version,
    name: row.name,
    tagline: row.tagline,
    descriptionMarkdown: row.description_markdown,
    categories: row.categories,
    documentationUrl: row.documentation_url,
    supportContact: row.support_contact,
    privacyUrl: row.privacy_url,
    termsUrl: row.terms_url,
    securityContact: row.security_contact,
    publisherName: row.publisher_name,
    publisherUrl: row.publisher_url,
    serverUrl: row.server_url,
    authType: row.auth_type,
    staticClient: row.static_client,
    addressFilter: row.address_filter,
    surfaces: row.surfaces,
    tools: row.tools,
    toolDigest: row.tool_digest,
    report: toSummary(row),
    publishedAt: row.published_at,
  }
}

function toSummary(
  row: Pick<Selectable<CatalogueTables['listing_version']>, 'report_id' | 'report_summary'>,
) {
  const { checkedAt, ...summary } = row.report_summary
  return { ...summary, id: row.report_id as ReportId, checkedAt: new Date(checkedAt) } satisfies ReportSummary
}
