-- What the steps of a draft ask beyond the short form, as it was answered; null: only the short form was filled in.
alter table revision add column answers jsonb;

-- A submission that is still being written. fields: {name: {value, revision, found?}}; revision counts its changes, so
-- that two windows do not write over each other. submission_id says what it became.
create table draft (
  id uuid primary key,
  organisation_id uuid not null,
  created_by uuid not null,
  updated_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision integer not null check (revision > 0),
  fields jsonb not null,
  -- How often the server was looked at, and under which address the last time.
  looks integer not null check (looks >= 0),
  looked_url text,
  submission_id uuid
);
create index draft_of_organisation on draft (organisation_id, updated_at desc);
create index draft_age on draft (updated_at);

-- A newcomer is compared with the names that look like its own.
create index listing_version_name on listing_version using gin (lower(name) gin_trgm_ops);
