-- What the tools of listed servers have become since they were approved. Rows of other modules are named by id only.

create table drift_watch (
  listing_id uuid primary key,
  organisation_id uuid not null,
  -- No longer compared when it is not open; the history stays.
  watched boolean not null,
  next_at timestamptz not null,
  -- The last look, whatever came of it: `compared`, `incomplete`, `nothing-approved`, or why we could not look.
  tried_at timestamptz,
  outcome text,
  -- The last look that was compared, with which version, and how many changes of that version are open by class.
  compared_at timestamptz,
  version integer,
  open jsonb,
  heaviest text check (heaviest in ('cosmetic', 'minor', 'major', 'severe'))
);
create index drift_watch_due on drift_watch (next_at) where watched;
create index drift_watch_open on drift_watch (heaviest, listing_id) where watched;

-- One row per change, written once.
create table drift_change (
  id uuid primary key,
  listing_id uuid not null,
  organisation_id uuid not null,
  version integer not null,
  tool text not null,
  -- The tool as it was seen; null when it was gone.
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  class text not null check (class in ('cosmetic', 'minor', 'major', 'severe')),
  words text[] not null,
  -- [{path, before, after}]. json, not jsonb: strangers' texts may hold what jsonb refuses.
  fields json not null,
  first_seen_at timestamptz not null
);
create index drift_change_of_version on drift_change (listing_id, version, id);
create index drift_change_of_listing on drift_change (listing_id, id desc);

-- What became of it: seen by a second look, or ended. Written once too.
create table drift_step (
  change_id uuid not null references drift_change (id),
  step text not null check (step in ('confirmed', 'not-seen-again', 'returned', 'replaced')),
  at timestamptz not null,
  primary key (change_id, step)
);
