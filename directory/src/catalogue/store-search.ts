import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Database, ListingId } from '../kernel/index.ts'
import type { AuthType, Category, ListingCard } from './model.ts'
import type { CatalogueTables } from './tables.ts'

/** Ranking is what costs: only the best so many of those that match are ranked (by their stored quality). */
export const mostCandidates = 500

export interface Filters {
  readonly category: Category | undefined
  readonly auth: AuthType | undefined
}

export interface Wanted extends Filters {
  /** tsquery of what was typed. */
  readonly strict: string
  /** tsquery that also allows what may have been meant; undefined when nothing else may have been meant. */
  readonly loose: string | undefined
  /** Names without separators and how sure we are of each: 1 was typed, less may have been meant. */
  readonly names: readonly NameWeight[]
  readonly limit: number
  readonly offset: number
}

export interface NameWeight {
  readonly word: string
  readonly weight: number
}

export interface Found {
  readonly cards: readonly ListingCard[]
  readonly total: number
}

/** Best first: a name that was typed, then what was typed, then names that were meant, then the weight of the words. */
export async function findRanked(db: Database, wanted: Wanted): Promise<Found> {
  const loose = wanted.loose ?? wanted.strict
  const rows = await sql<CardRow & { total: number }>`
    with asked as (
      select to_tsquery('connectory', ${wanted.strict}) as strict, to_tsquery('connectory', ${loose}) as loose
    ), candidate as (
      ${candidates({ ...wanted, names: wanted.names.filter(({ weight }) => weight === 1) }, sql`strict`)}
      ${wanted.loose === undefined ? sql`` : sql`union ${candidates(wanted, sql`loose`)}`}
    ), ranked as (
      select id, version, count(*) over () as total, row_number() over (
        order by named = 1 desc, search_vector @@ strict desc, named desc,
          ts_rank_cd(search_vector, loose, 1) desc, quality desc, id) as place
      from (select id, version, quality, search_vector, max(named) as named
        from candidate group by id, version, quality, search_vector) as candidate, asked
    )
    select ${cardColumns}, ranked.total
    from (select * from ranked order by place limit ${wanted.limit} offset ${wanted.offset}) as ranked
    join listing on listing.id = ranked.id
    join listing_version on listing_version.listing_id = ranked.id and listing_version.version = ranked.version
    order by ranked.place`.execute(db)
  return { cards: rows.rows.map(toCard), total: rows.rows[0]?.total ?? 0 }
}

/** The best by name and stored quality of those that match: bounded before anything is ranked. */
function candidates(wanted: Pick<Wanted, 'names' | keyof Filters>, query: RawBuilder<unknown>) {
  const words = wanted.names.map(({ word }) => word)
  const weights = wanted.names.map(({ weight }) => weight)
  return sql`(
    select id, version, quality, search_vector, coalesce((
      select max(weight) from unnest(${words}::text[], ${weights}::real[]) as name (word, weight)
      where exact_names @> array[word]), 0) as named
    from listing, asked
    where state = 'published' and (search_vector @@ ${query} or exact_names && ${words}) and ${filtered(wanted)}
    order by named desc, quality desc, slug limit ${mostCandidates})`
}

/** Without words: the best listings. */
export async function findBest(
  db: Database,
  wanted: Filters & { readonly limit: number; readonly offset: number },
): Promise<Found> {
  const rows = await sql<CardRow>`
    select ${cardColumns} from listing
    join listing_version on listing_version.listing_id = listing.id and listing_version.version = listing.version
    where state = 'published' and ${filtered(wanted)}
    order by quality desc, slug limit ${wanted.limit} offset ${wanted.offset}`.execute(db)
  const count = await sql<{ total: number }>`
    select count(*) as total from listing where state = 'published' and ${filtered(wanted)}`.execute(db)
  return { cards: rows.rows.map(toCard), total: count.rows[0]?.total ?? 0 }
}

/** How many published listings each category has; those without any are absent. */
export async function countCategories(db: Database): Promise<ReadonlyMap<Category, number>> {
  const rows = await sql<{ category: Category; count: number }>`
    select category, count(*) as count from listing, unnest(categories) as category
    where state = 'published' group by category`.execute(db)
  return new Map(rows.rows.map(({ category, count }) => [category, count]))
}

/** Which of these words are words of names. */
export async function knownWords(db: Database, words: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .withTables<CatalogueTables>()
    .selectFrom('search_word')
    .select('word')
    .where('kind', '=', 'word')
    .where('word', 'in', words.length === 0 ? [''] : [...words])
    .execute()
  return new Set(rows.map(({ word }) => word))
}

/** Words of names, or whole names, that look like this one; the most similar first. */
export async function similarWords(
  db: Database,
  word: string,
  kind: 'name' | 'word',
  most: number,
): Promise<readonly NameWeight[]> {
  const rows = await sql<NameWeight>`
    select word, least(similarity(word, ${word}), 0.99)::real as weight from search_word
    where kind = ${kind} and word % ${word} and similarity(word, ${word}) >= 0.3
    order by similarity(word, ${word}) desc, abs(length(word) - ${word.length}::int), word limit ${most}`.execute(
    db,
  )
  return rows.rows
}

function filtered({ category, auth }: Filters): RawBuilder<unknown> {
  const byCategory = category === undefined ? sql`true` : sql`listing.categories @> ${[category]}`
  const byAuth = auth === undefined ? sql`true` : sql`listing.auth_type = ${auth}`
  return sql`(${byCategory} and ${byAuth})`
}

const cardColumns = sql.raw(
  [
    ...['id', 'slug', 'registry_name', 'updated_at', 'version', 'icon_digest'].map(
      (column) => `listing.${column}`,
    ),
    ...[
      'name',
      'tagline',
      'publisher_name',
      'categories',
      'auth_type',
      'surfaces',
      'tool_names',
      'hints',
    ].map((column) => `listing_version.${column}`),
    ...['server_url', 'published_at'].map((column) => `listing_version.${column}`),
  ].join(', '),
)

type CardRow = Pick<
  Selectable<CatalogueTables['listing']>,
  'id' | 'slug' | 'registry_name' | 'updated_at' | 'version' | 'icon_digest'
> &
  Pick<
    Selectable<CatalogueTables['listing_version']>,
    | 'name'
    | 'tagline'
    | 'publisher_name'
    | 'categories'
    | 'auth_type'
    | 'surfaces'
    | 'tool_names'
    | 'hints'
    | 'server_url'
    | 'published_at'
  >

function toCard(row: CardRow): ListingCard {
  return {
    id: row.id as ListingId,
    slug: row.slug,
    registryName: row.registry_name,
    version: row.version,
    name: row.name,
    tagline: row.tagline,
    publisherName: row.publisher_name,
    categories: row.categories,
    authType: row.auth_type,
    surfaces: row.surfaces,
    toolNames: row.tool_names,
    hints: row.hints,
    serverUrl: row.server_url,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    iconDigest: row.icon_digest,
  }
}
