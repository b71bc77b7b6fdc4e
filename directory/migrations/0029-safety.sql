-- Safety: what is shown and called of a listing no longer while its users' safety asks for it, and who may not submit.
-- What happened stands in the streams `safety:<listing>` of `event`. Rows of other modules are named by id only.

alter table listing
  -- The most that is shown, whatever else is true of the listing.
  add column restriction text check (restriction in ('hidden', 'delisted')),
  -- What its state would be without that.
  add column unrestricted_state text
    check (unrestricted_state in ('unlisted', 'published', 'hidden', 'delisted', 'removed')),
  add constraint listing_unrestricted_check check ((restriction is null) = (unrestricted_state is null));

alter table hold drop constraint hold_kind_check;
alter table hold add constraint hold_kind_check
  check (kind in ('server', 'tool', 'publisher', 'quarantine', 'changed-tool'));
create unique index hold_one_quarantine on hold (listing_id) where kind = 'quarantine' and ended_at is null;

create table safety (
  listing_id uuid primary key,
  -- The publisher when it began.
  organisation_id uuid not null,
  stage text not null check (stage in ('clear', 'quarantined', 'block-asked', 'blocked')),
  since timestamptz,
  objected_at timestamptz,
  -- Whose servers are blocked with it: the registrable domain of the server, or its host with its port.
  domain text not null,
  -- Events so far.
  seen integer not null check (seen > 0),
  check ((stage = 'clear') = (since is null))
);
create index safety_open on safety (since) where stage <> 'clear';
create index safety_blocked_publisher on safety (organisation_id) where stage = 'blocked';
create index safety_blocked_domain on safety (domain) where stage = 'blocked';
