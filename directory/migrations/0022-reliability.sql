-- The ledger of reliability: how far it has gone with a listing. What happened stands in the stream
-- `reliability:<listing>` of `event`; this is its fold, for lists. Rows of other modules are named by id only.

create table reliability (
  listing_id uuid primary key,
  organisation_id uuid not null,
  stage text not null check (stage in ('listed', 'warned', 'grace', 'hidden', 'delisted')),
  since timestamptz,
  due_at timestamptz,
  -- A step that waits for an operator.
  proposed boolean not null,
  paused_at timestamptz,
  objected_at timestamptz,
  -- Events so far.
  seen integer not null check (seen > 0),
  check ((stage = 'listed') = (since is null))
);
create index reliability_open on reliability (stage, due_at) where stage <> 'listed';

-- One row: when we were last able to look at servers.
create table monitor_pulse (
  one boolean primary key check (one),
  at timestamptz,
  -- The last round showed that our network is out.
  out boolean not null
);
insert into monitor_pulse (one, at, out) values (true, null, false);

-- Our own outages.
create table monitor_gap (
  started_at timestamptz primary key,
  ended_at timestamptz not null check (ended_at > started_at)
);
create index monitor_gap_ended on monitor_gap (ended_at);

alter table listing drop constraint listing_state_check;
alter table listing add constraint listing_state_check
  check (state in ('unlisted', 'published', 'hidden', 'delisted', 'removed'));
alter table listing add constraint listing_standing_check
  check (state not in ('hidden', 'delisted') or (version > 0 and claimed and published_at is not null));
