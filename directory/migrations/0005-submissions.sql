-- Submissions, their revisions, and the checks of them; rows of other modules are named by id only. What happened to a
-- submission is in event (stream submission:<id>); status, revision and attempt here are a projection for queues,
-- written with each event.

create table submission (
  id uuid primary key,
  organisation_id uuid not null,
  listing_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  publish_on_approval boolean not null,
  status text not null check (status in (
    'checking', 'in-review', 'changes-requested', 'rejected', 'approved', 'published', 'withdrawn')),
  revision integer not null check (revision > 0),
  attempt integer not null check (attempt > 0),
  updated_at timestamptz not null
);
create index submission_organisation on submission (organisation_id, created_at desc);
create index submission_status on submission (status, updated_at);
-- A listing is moved by one submission at a time.
create unique index submission_open on submission (listing_id)
  where status in ('checking', 'in-review', 'changes-requested', 'approved');

-- What a publisher said, frozen. Lengths are counted in code points, as in the form.
create table revision (
  id uuid primary key,
  submission_id uuid not null references submission (id),
  organisation_id uuid not null,
  number integer not null check (number > 0),
  server_url text not null check (char_length(server_url) <= 2000),
  auth text not null check (auth in ('none', 'oauth')),
  static_client boolean not null,
  address_filter boolean not null,
  name text not null check (char_length(name) between 1 and 100),
  tagline text not null check (char_length(tagline) between 1 and 55),
  description_markdown text not null check (char_length(description_markdown) between 1 and 2000),
  categories text[] not null check (cardinality(categories) between 1 and 5),
  publisher_name text not null check (char_length(publisher_name) between 1 and 100),
  publisher_url text,
  documentation_url text,
  privacy_url text not null,
  terms_url text,
  support text not null,
  security_contact text,
  use_cases text check (char_length(use_cases) <= 2000),
  test_instructions text check (char_length(test_instructions) <= 4000),
  terms_version text not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  unique (submission_id, number)
);

-- At most one report per check, however often a check ran.
create table report (
  id uuid primary key,
  submission_id uuid not null,
  organisation_id uuid not null,
  attempt integer not null check (attempt > 0),
  policy text not null,
  verdict text not null check (verdict in ('ready', 'blocked', 'incomplete')),
  scopes text[] not null,
  -- json, not jsonb: strangers' texts may hold \u0000 and half characters, which jsonb refuses.
  report json not null,
  created_at timestamptz not null,
  unique (submission_id, attempt)
);

-- How far a check is, for the live page and for going on after a crash. Steps are [{id, state, summary, at}].
create table probe_run (
  submission_id uuid not null,
  attempt integer not null check (attempt > 0),
  state text not null check (state in ('waiting', 'running', 'finished')),
  steps json not null,
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (submission_id, attempt)
);
create index probe_run_unfinished on probe_run (requested_at) where state <> 'finished';
