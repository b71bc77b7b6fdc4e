-- That an organisation has been seen to have the site of a server: where the proof was found and when it was seen last.
create table domain_proof (
  organisation_id uuid not null,
  -- Of the server's address, such as `https://mcp.example.com`.
  origin text not null,
  -- Null: looked for and never found.
  place text check (place in ('file', 'record')),
  proved_at timestamptz,
  looked_at timestamptz not null,
  primary key (organisation_id, origin),
  check ((place is null) = (proved_at is null))
);
