-- What may be called over a connection: the rules of a person, and those of an organisation, which no person of it
-- can loosen. Kept apart from the connection, which is another row after each sign-in.

create table tool_level (
  organisation_id uuid not null,
  listing_id uuid not null,
  -- null: of the organisation.
  person_id uuid,
  -- null: every tool of which nothing else is said.
  tool text check (char_length(tool) between 1 and 200),
  rule text check (rule in ('allow', 'hints', 'ask', 'blocked')),
  -- Until then a tool that asks may be called without asking.
  allowed_until timestamptz,
  set_at timestamptz not null,
  unique nulls not distinct (organisation_id, listing_id, person_id, tool),
  check (rule is not null or allowed_until is not null),
  check (allowed_until is null or (person_id is not null and tool is not null))
);
create index tool_level_of_listing on tool_level (listing_id);
