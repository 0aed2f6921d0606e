-- How long a step tried before it failed, and which worker it was: null for what failed before this was kept.
alter table fulfilment_failure
  add column took_millis bigint check (took_millis >= 0),
  add column worker text check (length(worker) <= 200);
