-- What the gates answered to each report, and what followed: one row per check, so that a check that ran twice decides
-- once. Decisions of people are events of the submission. Rows of other modules are named by id only.

create table review_screening (
  submission_id uuid not null,
  attempt integer not null check (attempt > 0),
  organisation_id uuid not null,
  report_id uuid not null,
  outcome text not null check (outcome in ('rejected', 'queued')),
  -- [{gate, raised, rules}], the answers of all gates, also of those that were not raised.
  gates jsonb not null,
  decided_at timestamptz not null,
  primary key (submission_id, attempt)
);
