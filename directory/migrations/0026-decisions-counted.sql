-- One row per decision, for the statistics that everybody may read. The events stay the truth: a row is written with its
-- event and never changed, and this is filled from the events that were there before.

create table submission_decision (
  submission_id uuid not null,
  -- Of the event in the stream of the submission.
  seq integer not null check (seq > 0),
  organisation_id uuid not null,
  at timestamptz not null,
  outcome text not null check (outcome in (
    'approved', 'changes-requested', 'rejected', 'rejected-automatically', 'not-a-fit', 'lapsed', 'waived',
    'appeal-granted', 'appeal-refused')),
  -- What it named: rules and policy clauses; of a waiver the rule.
  clauses text[] not null,
  -- From what was submitted to a person's decision on it; null when no person decided on a listing.
  waited_seconds integer check (waited_seconds >= 0),
  primary key (submission_id, seq)
);
-- Statistics ask for what was decided between two moments.
create index submission_decision_at on submission_decision (at);

insert into submission_decision (submission_id, seq, organisation_id, at, outcome, clauses, waited_seconds)
select
  split_part(decided.stream, ':', 2)::uuid, decided.seq, decided.organisation_id, decided.at,
  case decided.kind when 'deadline-passed' then 'lapsed' else decided.kind end,
  case
    when decided.kind = 'waived' then array[decided.payload->>'rule']
    when decided.payload ? 'clauses' then array(select jsonb_array_elements_text(decided.payload->'clauses'))
    else '{}'
  end,
  case when decided.kind in ('approved', 'changes-requested', 'rejected', 'not-a-fit') then
    (select extract(epoch from decided.at - max(begun.at))::integer from event begun
      where begun.stream = decided.stream and begun.seq < decided.seq
        and begun.kind in ('submitted', 'resubmitted', 'appeal-granted'))
  end
from event decided
join submission on submission.id = split_part(decided.stream, ':', 2)::uuid
where decided.stream like 'submission:%'
  and decided.kind in (
    'approved', 'changes-requested', 'rejected', 'rejected-automatically', 'not-a-fit', 'deadline-passed', 'waived',
    'appeal-granted', 'appeal-refused')
  -- The first of two approvals decides nothing.
  and (decided.kind <> 'approved' or submission.status = 'approved' or exists (
    select from event later
    where later.stream = decided.stream and later.seq = decided.seq + 1 and later.kind = 'published'))
  and (decided.kind <> 'approved' or not exists (
    select from event later
    where later.stream = decided.stream and later.seq > decided.seq and later.kind = 'approved'
      and later.payload->>'report' = decided.payload->>'report'));
