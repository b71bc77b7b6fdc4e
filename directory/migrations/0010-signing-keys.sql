-- Public keys with which a publisher signs reports of its own checks. The private part never comes here.

create table signing_key (
  id uuid primary key,
  organisation_id uuid not null,
  -- RFC 7638, computed from the key: what a signed report names.
  thumbprint text not null check (thumbprint ~ '^[A-Za-z0-9_-]{43}$'),
  public_key jsonb not null,
  name text not null check (length(name) between 1 and 80),
  added_by uuid not null,
  added_at timestamptz not null,
  -- Reports that were accepted before stay accepted; new ones with this key are refused.
  revoked_at timestamptz
);
create unique index signing_key_in_use on signing_key (organisation_id, thumbprint) where revoked_at is null;
