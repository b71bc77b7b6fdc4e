-- Headers that an organisation's people send to one server, such as an API key of the organisation.
create table shared_header (
  id uuid primary key,
  organisation_id uuid not null,
  listing_id uuid not null,
  -- In lower case.
  name text not null check (name = lower(name) and char_length(name) between 1 and 100),
  -- Requests to another origin never get it.
  origin text not null,
  value text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  unique (organisation_id, listing_id, name)
);

-- A client that an operator entered may be for the people of one organisation only; null is for everybody.
alter table client_registration add column organisation_id uuid
  check (organisation_id is null or kind = 'static');
drop index client_registration_static;
create unique index client_registration_static on client_registration (listing_id, organisation_id) nulls not distinct
  where retired_at is null and listing_id is not null;
