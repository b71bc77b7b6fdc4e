import { sql } from 'kysely'
import type { Database } from '../kernel/index.ts'
import type { ListingState, Surface } from './model.ts'

/** One version of a listing, as the registry API lists it. */
export interface RegistryRow {
  readonly registryName: string
  readonly slug: string
  readonly state: ListingState
  readonly version: number
  readonly latest: boolean
  readonly name: string
  readonly tagline: string
  readonly publisherName: string
  readonly documentationUrl: string | null
  readonly categories: readonly string[]
  readonly authType: string
  readonly surfaces: readonly Surface[]
  readonly toolNames: readonly string[]
  readonly toolDigest: string
  readonly serverUrl: string
  readonly verdict: string
  readonly policy: string
  readonly checkedAt: string
  readonly publishedAt: Date
  readonly updatedAt: Date
}

export interface RegistryQuery {
  /** Rows behind this one. */
  readonly after: { readonly name: string; readonly version: number } | undefined
  readonly limit: number
  readonly search: string | undefined
  readonly updatedSince: Date | undefined
  readonly version: number | 'latest' | undefined
  readonly withDeleted: boolean
}

/** In the order of names and versions, so that a cursor stays valid while listings come and go. */
export async function listForRegistry(db: Database, query: RegistryQuery): Promise<readonly RegistryRow[]> {
  const { after, search, updatedSince, version } = query
  const behind =
    after === undefined ? sql`true` : sql`(registry_name, v.version) > (${after.name}, ${after.version}::int)`
  const named =
    search === undefined ? sql`true` : sql`registry_name like ${`%${escapeLike(search.toLowerCase())}%`}`
  const since = updatedSince === undefined ? sql`true` : sql`l.updated_at >= ${updatedSince}`
  const ofVersion =
    version === undefined
      ? sql`true`
      : version === 'latest'
        ? sql`v.version = l.version`
        : sql`v.version = ${version}`
  const states = query.withDeleted ? sql`true` : sql`l.state = 'published'`
  const rows = await sql<RegistryRow>`${selected}
    where ${behind} and ${named} and ${since} and ${ofVersion} and ${states}
    order by registry_name, v.version limit ${query.limit}`.execute(db)
  return rows.rows
}

/** All versions of one name, the newest first. */
export async function versionsForRegistry(
  db: Database,
  registryName: string,
): Promise<readonly RegistryRow[]> {
  const rows = await sql<RegistryRow>`${selected}
    where registry_name = ${registryName} order by v.version desc`.execute(db)
  return rows.rows
}

const selected = sql`
  select registry_name as "registryName", slug, state, v.version, v.version = l.version as latest, v.name, tagline,
    publisher_name as "publisherName", documentation_url as "documentationUrl", v.categories,
    v.auth_type as "authType", surfaces, tool_names as "toolNames", tool_digest as "toolDigest",
    v.server_url as "serverUrl", report_summary->>'verdict' as verdict, report_summary->>'policy' as policy,
    report_summary->>'checkedAt' as "checkedAt", v.published_at as "publishedAt", l.updated_at as "updatedAt"
  from listing l join listing_version v on v.listing_id = l.id`

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}
