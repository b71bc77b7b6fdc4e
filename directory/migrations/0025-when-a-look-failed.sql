-- A server that is well is looked at less and less often; a failed look ends that, also one that is not believed.
-- `looks` and `good` of a day count quarter hours from now on: a look speaks for those since the one before.

alter table monitor add column failed_at timestamptz;
