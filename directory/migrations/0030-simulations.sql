-- What would fail under a policy, computed from stored reports. Rows of other modules are named by id only.

create table simulation (
  id uuid primary key,
  policy text not null,
  asked_by uuid not null,
  at timestamptz not null,
  finished_at timestamptz,
  -- Whoever works on it; another replica may take it up afterwards.
  leased_until timestamptz not null,
  -- The last listing that was judged.
  after_listing uuid,
  listings integer not null,
  -- How many listings came to what: {fails, already, cannot-tell, stands}
  outcomes jsonb not null,
  -- For each rule how many listings: {TOOL-01: {fails, already, cannot-tell}}
  rules jsonb not null
);
create index simulation_running on simulation (at) where finished_at is null;

-- Listings that do not simply stand.
create table simulation_result (
  simulation_id uuid not null references simulation (id) on delete cascade,
  listing_id uuid not null,
  organisation_id uuid not null,
  outcome text not null check (outcome in ('fails', 'already', 'cannot-tell')),
  -- [{rule, outcome, level, case, places, because}]
  rules jsonb not null,
  primary key (simulation_id, listing_id)
);
create index simulation_result_of on simulation_result (simulation_id, outcome, listing_id);
