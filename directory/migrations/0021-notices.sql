-- What people are told: what happened, why, what to do and by when. Sentences are keys with parameters, said in the
-- language of whoever reads. Rows of other modules are named by id only.

create table notice (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)*$'),
  organisation_id uuid not null,
  -- For one person of the organisation; null: for all of them.
  person_id uuid,
  -- `<what>:<id>`, and which of the things that can happen to it more than once.
  about text not null check (length(about) between 3 and 200),
  occasion text not null check (length(occasion) between 1 and 200),
  what jsonb not null,
  why jsonb not null,
  what_to_do jsonb not null,
  -- Words of a person, as they were written.
  quote text,
  by_when timestamptz,
  -- A path of ours, without language.
  link text not null check (link like '/%'),
  at timestamptz not null,
  -- When it was handed to the channels.
  spread_at timestamptz,
  unique nulls not distinct (kind, about, occasion, organisation_id, person_id)
);
create index notice_inbox on notice (organisation_id, id desc);
create index notice_unspread on notice (at) where spread_at is null;
create index notice_old on notice (at);

create table notice_read (
  notice_id uuid not null references notice (id) on delete cascade,
  person_id uuid not null,
  at timestamptz not null,
  primary key (notice_id, person_id)
);
