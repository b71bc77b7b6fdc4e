-- What listings point to, looked at again: certificates, pages, icons. Rows of other modules are named by id only.

create table upkeep_watch (
  listing_id uuid primary key,
  organisation_id uuid not null,
  watched boolean not null,
  next_at timestamptz not null
);
create index upkeep_watch_due on upkeep_watch (next_at) where watched;

create table upkeep (
  listing_id uuid not null references upkeep_watch (listing_id),
  subject text not null check (subject in ('certificate', 'privacy', 'terms', 'documentation', 'support', 'icon')),
  url text not null,
  -- Null until a look could tell.
  outcome text,
  looked_at timestamptz,
  -- Of a page: its words; and when they were others for the last time.
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  changed_at timestamptz,
  -- Of a certificate.
  expires_at timestamptz,
  -- Looks in a row that failed, since when.
  failures integer not null check (failures >= 0),
  failed_since timestamptz,
  primary key (listing_id, subject),
  check ((failures = 0) = (failed_since is null))
);
