-- What listed servers answered when we looked. Rows of other modules are named by id only.

create table monitor (
  listing_id uuid primary key,
  organisation_id uuid not null,
  -- No longer looked at when it is not published; the history stays.
  watched boolean not null,
  next_at timestamptz not null,
  -- Null until two looks have agreed.
  state text,
  since timestamptz,
  -- Seen once, and not yet believed.
  doubt text,
  seen_at timestamptz,
  -- In which language the server last answered; saves the first question of the next look.
  era text check (era in ('modern', 'legacy'))
);
create index monitor_due on monitor (next_at) where watched;

-- One row per listing and day with a look that counts: 100,000 listings make 9 million in 90 days.
create table monitor_day (
  listing_id uuid not null,
  -- Days since 1970-01-01 UTC.
  day integer not null,
  looks integer not null check (looks >= 0),
  good integer not null check (good between 0 and looks),
  -- Of the good ones.
  latency_ms_sum bigint not null check (latency_ms_sum >= 0),
  latency_ms_most integer not null check (latency_ms_most >= 0),
  primary key (listing_id, day)
);
create index monitor_day_old on monitor_day (day);

-- Written when a state changed, so seldom.
create table monitor_change (
  listing_id uuid not null,
  at timestamptz not null,
  before text,
  after text not null,
  primary key (listing_id, at)
);
