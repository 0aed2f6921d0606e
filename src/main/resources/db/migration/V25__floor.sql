-- What a queue aims for and when it is open; null: as the shop's settings say.
alter table queue
  add column target interval constraint queue_target check (target > interval '0'),
  add column too_long interval constraint queue_too_long check (too_long > interval '0'),
  add column opens time,
  add column closes time,
  add constraint queue_target_within_limit check (target <= too_long),
  add constraint queue_hours check ((opens is null) = (closes is null) and opens < closes);

-- Which queues a counter serves; null: nobody said, so whichever its console was started for.
alter table counter
  add column queues text[] constraint counter_queues check (cardinality(queues) > 0),
  add column retired_at timestamptz;
grant select (queues, retired_at) on counter to callboard_staff, callboard_admin, callboard_worker;

-- A counter that serves only queues which call nobody shortens no wait.
create or replace view open_counter as
select c.name from counter c
where c.lease_until > callboard_now()
  and (c.queues is null or exists (select from queue q where q.code = any(c.queues) and q.state in ('OPEN', 'LOCKED')))
union
select t.counter from ticket t where t.state in ('CALLED', 'SERVING');
