-- What follows after the first publication: new versions beside the listed one, and removal with a tombstone.

-- A removed listing keeps its slug for ever, says since when and why, and may take its address again to be listed anew.
alter table listing drop constraint listing_check1;
alter table listing
  add column removed_at timestamptz,
  add column removed_by text check (removed_by in ('publisher', 'operator')),
  -- In the words of who removed it; everybody reads them.
  add column removal_reason text check (char_length(removal_reason) <= 1000);
update listing set removed_at = updated_at, removed_by = 'operator', removal_reason = '' where state = 'removed';
alter table listing add constraint listing_removal check (
  (state = 'removed') = (removed_at is not null)
  and (removed_at is null) = (removed_by is null)
  and (removed_at is null) = (removal_reason is null));

-- What a check led to without a person: also that an approval stands, because nothing has changed.
alter table review_screening drop constraint review_screening_outcome_check;
alter table review_screening add constraint review_screening_outcome_check
  check (outcome in ('rejected', 'queued', 'carried-over'));

create index submission_listing on submission (listing_id, created_at desc);
