-- What a server asked for in the middle of a call, for the next sign-in; and where a token can be given back.

alter table connection
  -- The WWW-Authenticate header of the 401 or 403 that only the person can answer; null when nothing is asked.
  add column challenge text,
  -- Sign-ins in a row that the server asked for because the access was too little.
  add column step_ups integer not null default 0,
  -- Where the tokens can be revoked (RFC 7009); null when the server names no such place.
  add column revocation_endpoint text;
