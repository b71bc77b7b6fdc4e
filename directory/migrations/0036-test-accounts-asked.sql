-- Once a month the publisher of a listed connector is asked whether the account still works.
alter table test_account
  -- Null while nobody is to be asked.
  add column ask_at timestamptz,
  add column asked_at timestamptz,
  add column confirmed_at timestamptz;
create index test_account_ask on test_account (ask_at) where sealed is not null;
-- Those that were given before, a month after their decision or from now on.
update test_account set ask_at = given_at + interval '30 days' where sealed is not null and expires_at is not null;
