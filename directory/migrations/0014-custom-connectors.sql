-- Servers that people added by address for themselves or for their organisation. They have a table of their own, so
-- that nothing which lists, searches or publishes can come upon them.

create table custom_connector (
  id uuid primary key,
  organisation_id uuid not null,
  -- Who added it. Alone may use it, unless it is shared with the organisation.
  person_id uuid not null,
  shared boolean not null,
  slug text not null unique check (slug like 'own-%'),
  name text not null check (char_length(name) between 1 and 100),
  server_url text not null check (char_length(server_url) <= 2000),
  server_url_key text not null,
  -- The check whose report is shown, and the person who asked for it.
  attempt integer not null check (attempt > 0),
  checked_for uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index custom_connector_once on custom_connector (organisation_id, person_id, server_url_key);

-- Organisations that may have them where not everybody may.
create table custom_entitlement (
  organisation_id uuid primary key,
  granted_by uuid not null,
  granted_at timestamptz not null
);

-- Who decides for an organisation. Everybody owns their personal one.
alter table membership add column owner boolean not null default false;
update membership set owner = true from organisation
  where organisation.id = membership.organisation_id and organisation.personal_of = membership.person_id;
