-- The key with which this directory shows authorization servers that it is the client of its metadata document.

create table client_key (
  -- One for the instance.
  name text primary key,
  -- Sealed JSON: the private key as a JWK (RFC 7517).
  sealed text not null,
  public_key jsonb not null,
  created_at timestamptz not null
);
