-- Connections of people to connectors, the OAuth clients we are at strangers' authorization servers, sign-ins under
-- way, and what happened in each of them. Rows of other modules are named by id only: each module owns its tables.

create table client_registration (
  id uuid primary key,
  issuer text not null check (issuer <> ''),
  -- The redirect address that was registered; another PUBLIC_URL needs another registration.
  callback text not null,
  kind text not null check (kind in ('static', 'cimd', 'dcr')),
  -- Only a static client belongs to one listing; the others serve everything behind their issuer.
  listing_id uuid check ((kind = 'static') = (listing_id is not null)),
  -- Sealed JSON: client_id, client_secret, token_endpoint_auth_method.
  client text not null,
  created_at timestamptz not null,
  -- A client that its server has forgotten: kept for the connections that name it, never used for new ones.
  retired_at timestamptz
);
create unique index client_registration_shared on client_registration (issuer, callback, kind)
  where retired_at is null and listing_id is null;
create unique index client_registration_static on client_registration (listing_id)
  where retired_at is null and listing_id is not null;

create table connection (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  listing_id uuid not null,
  -- '' for a server without login.
  issuer text not null,
  state text not null check (state in ('connected', 'needs-reconnect')),
  registration_id uuid references client_registration (id),
  -- Sealed JSON: access_token, refresh_token. null for a server without login.
  tokens text check ((issuer = '') = (tokens is null)),
  token_endpoint text,
  resource text not null,
  scopes text[] not null default '{}',
  expires_at timestamptz,
  -- When to renew the access token ahead of its end.
  refresh_at timestamptz,
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (person_id, organisation_id, listing_id, issuer)
);
create index connection_of_organisation on connection (organisation_id, created_at);
create index connection_of_listing on connection (listing_id);

create table connect_attempt (
  id uuid primary key,
  -- SHA-256 of the state: a reader of this table cannot finish someone's sign-in.
  state_hash bytea not null unique,
  organisation_id uuid not null,
  person_id uuid not null,
  listing_id uuid not null,
  reference text not null,
  issuer text not null,
  registration_id uuid not null references client_registration (id),
  -- Sealed JSON: the PKCE verifier and the metadata of the server that was shown to the user.
  secret text not null,
  resource text not null,
  scopes text[] not null,
  -- True for the one repetition after the server had forgotten our client.
  repeated boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at <= created_at + interval '10 minutes'),
  used_at timestamptz
);
create index connect_attempt_expiry on connect_attempt (expires_at);

create table connect_trace (
  reference text primary key check (reference like 'con\_%'),
  organisation_id uuid not null,
  person_id uuid not null,
  listing_id uuid not null,
  outcome text not null check (outcome in ('under-way', 'connected', 'failed')),
  steps jsonb not null default '[]',
  created_at timestamptz not null
);
create index connect_trace_age on connect_trace (created_at);
