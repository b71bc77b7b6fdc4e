-- Where a program can sign in with a test account, it is tried once a month.
alter table test_account
  -- The next time; null: only a person can sign in with it.
  add column try_at timestamptz,
  add column tried_at timestamptz,
  add column tried text check (tried in ('ok', 'refused', 'could-not-look')),
  add column tried_because text
    check (tried_because in ('server', 'login', 'open', 'no-answer', 'no-grant', 'fault')),
  -- In a row; what could not be looked at counts for neither.
  add column refusals integer not null default 0,
  add check ((tried is null) = (tried_at is null) and (tried is null or tried = 'ok') = (tried_because is null));
create index test_account_try on test_account (try_at) where sealed is not null and listing_id is not null;
