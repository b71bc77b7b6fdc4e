-- The review as a process: cases are taken for a while, changes have a deadline, a second person approves what is risky,
-- publishers appeal. What happened is in event (stream submission:<id>); these columns are a projection of it.

alter table submission drop constraint submission_status_check;
alter table submission add constraint submission_status_check check (status in (
  'checking', 'in-review', 'second-approval', 'changes-requested', 'lapsed', 'rejected', 'not-a-fit', 'appealed',
  'approved', 'published', 'withdrawn'));

alter table submission
  add column status_since timestamptz,
  add column claimed_by uuid,
  add column claimed_until timestamptz,
  -- Until when the publisher may answer to requested changes.
  add column answer_by timestamptz,
  -- Changes were requested, and the publisher has written something that nobody has answered.
  add column asks boolean not null default false,
  add constraint submission_claim check ((claimed_by is null) = (claimed_until is null));
update submission set status_since = updated_at;
alter table submission alter column status_since set not null, alter column asks drop default;

drop index submission_status;
create index submission_status on submission (status, status_since);
create index submission_answer_by on submission (answer_by) where answer_by is not null;
-- A listing is moved by one submission at a time.
drop index submission_open;
create unique index submission_open on submission (listing_id)
  where status in ('checking', 'in-review', 'second-approval', 'changes-requested', 'approved');
