-- What may not be called for now: stopped by an operator, or changed since it was approved.

create table hold (
  id uuid primary key,
  kind text not null check (kind in ('server', 'tool', 'publisher', 'changed-tool')),
  listing_id uuid not null,
  -- The publisher, to whom the audit row belongs.
  organisation_id uuid not null,
  tool text,
  -- Of a changed tool: the approved version, the tool as it is now, how serious it is and what changed.
  version integer,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  severity text check (severity in ('minor', 'major', 'severe')),
  changes text[] not null default '{}',
  reason text not null,
  at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  check ((kind in ('tool', 'changed-tool')) = (tool is not null)),
  check ((kind = 'changed-tool') = (version is not null and digest is not null and severity is not null))
);
create unique index hold_once_per_change on hold (listing_id, version, tool, digest) where kind = 'changed-tool';
create index hold_at on hold (at desc);

-- Counts the changes of the table above: replicas ask for this one number twice a second.
create table hold_count (
  only_row boolean primary key default true check (only_row),
  changes bigint not null default 0
);
insert into hold_count default values;
