-- What a publisher gives reviewers to sign in with: of a draft, then of the listing that it became. Rows of other
-- modules are named by id only.

create table test_account (
  id uuid primary key,
  organisation_id uuid not null,
  draft_id uuid unique,
  listing_id uuid unique,
  -- On whose page it is replaced; of the listing.
  submission_id uuid,
  -- Name, secret and hints, as one JSON text; null: there is none any more.
  sealed text,
  given_at timestamptz not null,
  given_by uuid not null,
  -- Null while a case is open that may need it.
  expires_at timestamptz,
  ended_at timestamptz,
  ended_because text
    check (ended_because in ('removed', 'expired', 'withdrawn', 'taken-down', 'handed-over')),
  check ((draft_id is null) <> (listing_id is null) and (listing_id is null) = (submission_id is null)),
  check ((sealed is null) = (ended_at is not null) and (ended_at is null) = (ended_because is null))
);
create index test_account_expiry on test_account (expires_at) where sealed is not null;

-- Each time that somebody opened one.
create table test_account_opening (
  id uuid primary key,
  -- Whose account it was.
  organisation_id uuid not null,
  account_id uuid not null,
  listing_id uuid not null,
  submission_id uuid not null,
  person_id uuid not null,
  at timestamptz not null
);
create index test_account_opening_of on test_account_opening (listing_id, at desc);
