-- What people who connected a listing are still to be told of it: a row until the last of them was told.
create table connection_fate (
  id uuid primary key,
  -- The publisher, who is told in another way.
  organisation_id uuid not null,
  listing_id uuid not null,
  slug text not null,
  name text not null,
  what text not null check (what in ('gone', 'back', 'handed-over')),
  because text check (because in ('publisher', 'operator', 'unreliable', 'unsafe')),
  words text,
  -- The other side of a handing over.
  to_organisation_id uuid,
  at timestamptz not null,
  -- People are told in the order of their ids; this one was the last so far.
  told_until uuid,
  check ((what = 'gone') = (because is not null) and (what = 'handed-over') = (to_organisation_id is not null))
);
