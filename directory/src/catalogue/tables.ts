import type { ColumnType } from 'kysely'
import type {
  AuthType,
  Category,
  HintCounts,
  ListingState,
  Remover,
  ReportSummary,
  Restriction,
  Surface,
  Tool,
} from './model.ts'

/** jsonb: read as a value, written as text. */
type Jsonb<Value> = ColumnType<Value, string, string>
/** Written by SQL expressions only, never read. */
type Vector = ColumnType<never, never, never>

interface ListingTable {
  id: string
  organisation_id: string
  slug: string
  registry_name: string
  server_url: string
  server_url_key: string
  claimed: boolean
  state: ListingState
  restriction: ColumnType<Restriction | null, never, Restriction | null>
  /** Null without a restriction: then `state` says it. */
  unrestricted_state: ColumnType<ListingState | null, never, ListingState | null>
  auth_type: ColumnType<AuthType, AuthType | undefined, AuthType>
  version: ColumnType<number, number | undefined, number>
  quality: ColumnType<number, number | undefined, number>
  icon_digest: ColumnType<string | null, never, string | null>
  categories: ColumnType<Category[], Category[] | undefined, readonly Category[]>
  exact_names: ColumnType<string[], string[] | undefined, readonly string[]>
  search_vector: Vector
  created_at: Date
  published_at: Date | null
  updated_at: Date
  removed_at: ColumnType<Date | null, never, Date | null>
  removed_by: ColumnType<Remover | null, never, Remover | null>
  removal_reason: ColumnType<string | null, never, string | null>
  told_gone: ColumnType<boolean, never, boolean>
}

interface ListingVersionTable {
  id: string
  listing_id: string
  version: number
  name: string
  tagline: string
  description_markdown: string
  categories: readonly Category[]
  documentation_url: string | null
  support_contact: string | null
  privacy_url: string | null
  terms_url: string | null
  security_contact: string | null
  publisher_name: string
  publisher_url: string | null
  server_url: string
  auth_type: AuthType
  static_client: boolean
  address_filter: boolean
  surfaces: readonly Surface[]
  tools: Jsonb<readonly Tool[]>
  tool_names: readonly string[]
  hints: Jsonb<HintCounts>
  tool_digest: string
  report_id: string
  report_summary: Jsonb<StoredSummary>
  published_at: Date
}

/** A ReportSummary without its id, and with its time as text. */
export type StoredSummary = Omit<ReportSummary, 'id' | 'checkedAt'> & { readonly checkedAt: string }

interface SearchWordTable {
  word: string
  kind: 'name' | 'word'
}

export type CatalogueTables = {
  listing: ListingTable
  listing_version: ListingVersionTable
  search_word: SearchWordTable
}
