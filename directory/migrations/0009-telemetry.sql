-- One row per call through the gateway. Partitions by month are made ahead by telemetry/partitions-store.ts; dropping
-- a month is how old rows go.

create table call_record (
  id uuid not null,
  at timestamptz not null,
  organisation_id uuid not null,
  person_id uuid not null,
  listing_id uuid not null,
  connection_id uuid,
  method text not null,
  tool text,
  caller_era text check (caller_era in ('modern', 'legacy')),
  upstream_era text check (upstream_era in ('modern', 'legacy')),
  -- What came of it, never the server's words.
  status text not null check (status in (
    'ok', 'tool-error', 'rpc-error', 'refused', 'not-connected', 'needs-reconnect', 'timeout', 'cancelled',
    'upstream-error', 'too-large')),
  duration_ms integer not null check (duration_ms >= 0),
  request_bytes bigint not null check (request_bytes >= 0),
  response_bytes bigint not null check (response_bytes >= 0),
  -- An estimate of the wire package's estimator; null when the answer was not counted.
  response_tokens integer check (response_tokens >= 0),
  cut boolean not null default false,
  -- Reserved: stay null until an organisation can decide to keep them.
  parameters jsonb,
  result jsonb,
  primary key (id, at)
) partition by range (at);
create index call_record_of_organisation on call_record (organisation_id, at desc);
create index call_record_of_listing on call_record (listing_id, at desc);
