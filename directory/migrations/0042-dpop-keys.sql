-- Sealed JSON: the algorithm and the private key that the tokens of a connection are bound to (RFC 9449); null where they
-- are bearers.
alter table connection add column dpop_key text check (dpop_key is null or tokens is not null);

-- A sign-in that was answered needs its verifier and its key no more: what a connection forgets must not lie here.
alter table connect_attempt alter column secret drop not null;
update connect_attempt set secret = null where used_at is not null;
alter table connect_attempt add constraint connect_attempt_secret check (secret is not null or used_at is not null);
