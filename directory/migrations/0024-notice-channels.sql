-- The ways in which notices are sent beside the inbox: e-mail, webhooks, a feed.

-- Where a person reads mail: an address that was confirmed from there.
create table notice_mailbox (
  person_id uuid primary key,
  address text not null check (length(address) between 3 and 254),
  language text not null check (language in ('en', 'de', 'es')),
  enabled boolean not null,
  -- Mails in a row that were refused for good.
  refusals integer not null default 0,
  confirmed_at timestamptz not null
);

-- Addresses that wait for their link to be opened. Only a hash of its secret is here.
create table notice_address (
  id uuid primary key,
  person_id uuid not null,
  address text not null check (length(address) between 3 and 254),
  language text not null check (language in ('en', 'de', 'es')),
  token_hash text not null unique,
  at timestamptz not null,
  expires_at timestamptz not null
);
create index notice_address_person on notice_address (person_id, at);
create index notice_address_address on notice_address (address, at);

create table notice_webhook (
  id uuid primary key,
  organisation_id uuid not null,
  url text not null check (length(url) between 8 and 2000),
  language text not null check (language in ('en', 'de', 'es')),
  -- Sealed. After a rotation both sign for a while.
  secret text not null,
  old_secret text,
  old_until timestamptz,
  state text not null check (state in ('on', 'failing', 'gone')),
  good_at timestamptz,
  created_at timestamptz not null,
  check ((old_secret is null) = (old_until is null))
);
create index notice_webhook_organisation on notice_webhook (organisation_id);

create table notice_feed (
  organisation_id uuid primary key,
  id uuid not null,
  -- The address: sealed to show it again, hashed to find it.
  token text not null,
  token_hash text not null unique,
  language text not null check (language in ('en', 'de', 'es')),
  created_at timestamptz not null
);

create table notice_delivery (
  id uuid primary key,
  notice_id uuid not null references notice (id) on delete cascade,
  channel text not null check (channel in ('mail', 'webhook')),
  -- The person, or the webhook.
  target_id uuid not null,
  state text not null check (state in ('waiting', 'done', 'given-up')),
  attempts integer not null,
  -- The next attempt; while one runs, when it counts as lost.
  due_at timestamptz not null,
  unique (notice_id, channel, target_id)
);
create index notice_delivery_due on notice_delivery (due_at) where state = 'waiting';
create index notice_delivery_target on notice_delivery (target_id, id desc);

create table notice_attempt (
  delivery_id uuid not null references notice_delivery (id) on delete cascade,
  number integer not null,
  at timestamptz not null,
  -- Null while it runs, and for ever when its process was killed: it may have been sent.
  outcome text check (outcome in ('sent', 'failed', 'refused')),
  detail text,
  primary key (delivery_id, number)
);
