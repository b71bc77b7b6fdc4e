create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- What happened, append only. (stream, seq) is the optimistic lock of every stream.
create table event (
  id uuid primary key,
  stream text not null,
  seq integer not null check (seq > 0),
  actor_kind text not null check (actor_kind in ('person', 'system')),
  actor text not null,
  reason text not null,
  at timestamptz not null,
  kind text not null,
  payload_version integer not null,
  payload jsonb not null,
  organisation_id uuid not null,
  unique (stream, seq)
);

-- Who changed what in an organisation and why; written in the transaction of the change.
create table audit (
  id uuid primary key,
  organisation_id uuid not null,
  actor_kind text not null check (actor_kind in ('person', 'system')),
  actor text not null,
  action text not null,
  subject text not null,
  reason text not null,
  at timestamptz not null,
  detail jsonb not null
);

create index audit_of_organisation on audit (organisation_id, at desc);
create index audit_of_subject on audit (subject, at desc);
