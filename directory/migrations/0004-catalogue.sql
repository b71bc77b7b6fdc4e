-- Listings, their versions, and what the search needs. Rows of other modules are named by id only.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- English stems without accents; queries and documents go through the same words (catalogue/words.ts).
create text search configuration connectory (copy = english);
alter text search configuration connectory
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, english_stem;

create table listing (
  id uuid primary key,
  organisation_id uuid not null,
  -- Permanent, also after removal: a row is never deleted.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 2 and 64),
  registry_name text not null unique check (registry_name ~ '^[a-z0-9.-]+/[a-z0-9-]+$'),
  server_url text not null,
  server_url_key text not null,
  -- Whether this listing holds its server's address against others.
  claimed boolean not null,
  state text not null check (state in ('unlisted', 'published', 'removed')),
  auth_type text not null default 'unknown' check (auth_type in ('none', 'oauth', 'other', 'unknown')),
  -- The version that is shown; 0 before the first.
  version integer not null default 0 check (version >= 0),
  quality smallint not null default 0 check (quality between 0 and 100),
  categories text[] not null default '{}',
  -- The listing's and its tools' names without case, accents and separators.
  exact_names text[] not null default '{}',
  search_vector tsvector,
  created_at timestamptz not null,
  published_at timestamptz,
  updated_at timestamptz not null,
  check (state <> 'published' or (version > 0 and claimed and published_at is not null)),
  check (state <> 'removed' or not claimed)
);
create unique index listing_claim on listing (server_url_key) where claimed;
create index listing_of_organisation on listing (organisation_id);
create index listing_best on listing (quality desc, slug) where state = 'published';
create index listing_search on listing using gin (search_vector) where state = 'published';
create index listing_exact_names on listing using gin (exact_names) where state = 'published';
create index listing_categories on listing using gin (categories) where state = 'published';
create index listing_changes on listing (updated_at);

create table listing_version (
  id uuid primary key,
  listing_id uuid not null references listing (id),
  version integer not null check (version > 0),
  name text not null check (length(name) between 1 and 100),
  tagline text not null check (length(tagline) <= 200),
  description_markdown text not null check (length(description_markdown) <= 2000),
  categories text[] not null,
  documentation_url text,
  support_contact text,
  privacy_url text,
  terms_url text,
  security_contact text,
  publisher_name text not null,
  publisher_url text,
  server_url text not null,
  auth_type text not null check (auth_type in ('none', 'oauth', 'other', 'unknown')),
  static_client boolean not null,
  address_filter boolean not null,
  surfaces text[] not null,
  -- As the server sent them: [{name, title, description, annotations, inputSchema}]. json, not jsonb: strangers' texts
  -- may hold \u0000 and half characters, which jsonb refuses.
  tools json not null,
  tool_names text[] not null,
  -- {reads, changes, destroys, silent}: how many tools say what of themselves.
  hints jsonb not null,
  tool_digest text not null check (tool_digest ~ '^[0-9a-f]{64}$'),
  report_id uuid not null,
  -- {verdict, policy, checkedAt, loopback, counts}
  report_summary jsonb not null,
  published_at timestamptz not null,
  unique (listing_id, version)
);

-- The words of names and tool names that were ever published: what a misspelled query is mended with.
create table search_word (
  word text not null check (length(word) between 2 and 64),
  -- 'name': a whole name without separators; 'word': one word of a name.
  kind text not null check (kind in ('name', 'word')),
  primary key (kind, word)
);
create index search_word_similar on search_word using gin (word gin_trgm_ops);
