-- The authorization server for MCP clients. Opaque tokens, codes and client secrets are never readable here: the key of
-- a record is a hash, its content is sealed by the vault.

create table oidc_record (
  model text not null,
  id_hash text not null,
  uid_hash text,
  grant_id text,
  sealed text not null,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (model, id_hash)
);
create index oidc_record_uid on oidc_record (uid_hash) where uid_hash is not null;
create index oidc_record_grant on oidc_record (grant_id) where grant_id is not null;
create index oidc_record_expiry on oidc_record (expires_at);

-- Signing keys (private JWK) and the key of the server's cookies, both sealed.
create table authorization_key (
  id text primary key,
  purpose text not null check (purpose in ('sign', 'cookie')),
  sealed text not null,
  created_at timestamptz not null
);

-- What a person let in: an OAuth client after consent, or a token for a script.
create table authorization_grant (
  id text primary key,
  person_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('client', 'script')),
  client_id text not null,
  client_name text not null check (length(client_name) between 1 and 120),
  endpoint text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  last_token_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index authorization_grant_person on authorization_grant (person_id, organisation_id);

-- Registrations of clients per keyed hash of a network address.
create table registration_attempt (
  key text primary key,
  attempts integer not null check (attempts > 0),
  window_ends_at timestamptz not null
);
