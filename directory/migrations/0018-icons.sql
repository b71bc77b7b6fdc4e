-- Icons of listings: where each comes from, and what was drawn from it in our own sizes.

create table icon (
  listing_id uuid primary key references listing (id),
  organisation_id uuid not null,
  server_url text not null,
  host text not null generated always as (lower(substring(server_url from '^[a-z]+://([^/:?#]+)'))) stored,
  -- Given by the publisher; null: found from the site of the server.
  custom_url text,
  -- Where the icon that is shown came from, what it was there, and the name of its pictures; null: a monogram.
  source jsonb,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  -- Why the last look found none.
  fault jsonb,
  misses integer not null default 0,
  looked_at timestamptz,
  due_at timestamptz not null,
  check ((source is null) = (digest is null))
);
create index icon_due on icon (due_at);
create index icon_host on icon (reverse(host) text_pattern_ops);

-- Drawn by us, never what a stranger sent. Named by its content, so that two listings with one icon share it.
create table icon_picture (
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  size integer not null check (size in (16, 32, 48, 64, 96, 128)),
  png bytea not null,
  at timestamptz not null,
  primary key (digest, size)
);

alter table listing add column icon_digest text check (icon_digest ~ '^[0-9a-f]{64}$');

insert into icon (listing_id, organisation_id, server_url, due_at)
  select id, organisation_id, server_url, published_at from listing where state = 'published';
