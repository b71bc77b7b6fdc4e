-- People who use a listing were told that it is gone, and not yet that it is back. Its state alone does not say that: an
-- ended block leads to a quarantine, in which nothing works, and a listing may recover unseen while it is restricted.
alter table listing add column told_gone boolean not null default false;
update listing set told_gone = true where version > 0 and state in ('unlisted', 'delisted', 'removed');
