-- Offers to hand a listing over to another organisation. What happened stands in the stream `transfer:<id>` of `event`;
-- status and times here are its fold, for lists. Rows of other modules are named by id only.

create table transfer (
  id uuid primary key,
  listing_id uuid not null,
  -- Who offers it.
  organisation_id uuid not null,
  to_organisation_id uuid not null,
  status text not null check (status in (
    'offered', 'accepted', 'asked', 'done', 'declined', 'withdrawn', 'refused', 'expired')),
  since timestamptz not null,
  expires_at timestamptz not null,
  -- Events so far.
  seen integer not null check (seen > 0),
  check (organisation_id <> to_organisation_id)
);
-- One offer of a listing at a time.
create unique index transfer_open on transfer (listing_id) where status in ('offered', 'accepted', 'asked');
create index transfer_of_organisation on transfer (organisation_id);
create index transfer_to_organisation on transfer (to_organisation_id);
create index transfer_expires on transfer (expires_at) where status in ('offered', 'accepted', 'asked');
