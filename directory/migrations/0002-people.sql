-- People, their organisations and their roles in the instance. Other modules keep person.id and organisation.id only.

create table person (
  id uuid primary key,
  -- The key of the sign-in library's user; nothing outside accounts/ reads it.
  sign_in_id text not null unique,
  name text not null check (length(name) between 1 and 120),
  email text not null check (length(email) between 3 and 254),
  created_at timestamptz not null
);

create table organisation (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('personal', 'team')),
  -- The one person whose personal organisation this is; unique, so that it is made once however often it is tried.
  personal_of uuid unique references person (id),
  plan text not null default 'free' check (plan in ('free')),
  allows_training boolean not null default false,
  created_at timestamptz not null,
  check ((kind = 'personal') = (personal_of is not null))
);

create table membership (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  primary key (organisation_id, person_id)
);
create index membership_person on membership (person_id);

create table instance_role (
  person_id uuid not null references person (id),
  role text not null check (role in ('reviewer', 'operator')),
  granted_at timestamptz not null,
  primary key (person_id, role)
);

-- The way in for the first operator. Only a hash of the link's secret is here.
create table operator_link (
  id uuid primary key,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid references person (id)
);

-- Failed and successful attempts to sign in, per keyed hash of an e-mail or a network address.
create table sign_in_attempt (
  key text primary key,
  attempts integer not null check (attempts > 0),
  window_ends_at timestamptz not null
);
create index sign_in_attempt_window on sign_in_attempt (window_ends_at);
