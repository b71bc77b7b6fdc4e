-- What people report: listings, and vulnerabilities of listings or of this directory. What happened to each stands in the
-- streams `complaint:<id>` of `event`. Rows of other modules are named by id only.

create table complaint (
  id uuid primary key,
  -- Of who sent it; of who has no account: that of the instance itself.
  organisation_id uuid not null,
  person_id uuid,
  -- Null: it is about this directory.
  listing_id uuid,
  kind text not null
    check (kind in ('broken', 'misleading', 'malicious', 'legal', 'impersonation', 'other', 'vulnerability')),
  -- Sealed, both.
  text text not null,
  contact text,
  status text not null check (status in ('new', 'looked-at', 'acted-on', 'no-action')),
  at timestamptz not null,
  -- Events so far.
  seen integer not null check (seen > 0),
  check (kind = 'vulnerability' or (person_id is not null and listing_id is not null))
);
create unique index complaint_one_open on complaint (person_id, listing_id)
  where status in ('new', 'looked-at') and kind <> 'vulnerability';
create index complaint_open on complaint (at) where status in ('new', 'looked-at');
create index complaint_of_person on complaint (person_id, at desc) where person_id is not null;
