-- How many with priority the rule called in a queue since the last one without, counted up to the share of a turn.
-- Reads the latest calls backwards by their index and no more, also where the statistics are of a morning without calls:
-- a plan made then would read all of them and sort, for every call of the day.
create or replace function calls_since_normal(of_queue text, share integer, today date) returns bigint
language sql stable set enable_seqscan = off set enable_sort = off set enable_hashjoin = off as $$
  select coalesce(min(latest.nth) filter (where latest.priority = 0) - 1, count(*)) from (
    select t.priority, row_number() over (order by e.at desc, e.id desc) as nth
    from ticket_event e join ticket t on t.id = e.ticket_id
    where e.queue = of_queue and e.kind = 'CALLED' and e.reason is null and e.at >= (today - 1)::timestamptz
      and t.day >= today and not exists (select from ticket_event u where u.reverts = e.id)
    order by e.at desc, e.id desc limit share) latest
$$;

-- The calling order, and the only place where it stands: who would be called in these queues, one after another, if
-- everybody were called at this moment. Call next takes the first whom nobody else is calling; every list shows it.
--   1. whoever was put in front, the latest first
--   2. whoever waits longer than the queue's age limit, by arrival
--   3. the others by arrival, but of one queue N with priority go before each one without
-- A call for a reason of its own, out of order, counts for nobody's turn; nor does one that was undone.
--
-- The third rule as one sort: of a queue in which "since" with priority were called after the last one without, the
-- first N - since with priority come before everybody; of the rest the k-th N come right behind its k-th one without.
-- Those left when nobody without priority is left have no turn to wait for: they come by arrival.
--
-- depth: how many of the front are wanted, or null for everybody. today: tickets of earlier business days wait for nobody.
create or replace function calling_line(of_queues text[], today date, depth bigint)
returns table (ticket_id uuid, place integer, reason text, turn integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with clock as materialized (select callboard_now() as now),
  rule as materialized (
    select q.code, q.priority_per_normal as share, clock.now - make_interval(mins => q.age_limit_minutes) as too_old,
      calls_since_normal(q.code, q.priority_per_normal, today) as since
    from queue q, clock where q.code = any(of_queues)),
  waiting as materialized (
    select w.*, rule.share, rule.since,
      case when w.ahead > 0 then 1 when w.place_at < rule.too_old then 2 else 3 end as class
    from rule cross join lateral (
      (select t.* from ticket t where t.queue = rule.code and t.state = 'WAITING' and t.day >= today
        and t.ahead = 0 and t.priority = 0 order by t.place_at, t.number, t.id limit depth)
      union all
      (select t.* from ticket t where t.queue = rule.code and t.state = 'WAITING' and t.day >= today
        and t.ahead = 0 and t.priority = 1 order by t.place_at, t.number, t.id limit depth)
      union all
      (select t.* from ticket t where t.queue = rule.code and t.state = 'WAITING' and t.day >= today
        and t.ahead > 0 order by t.ahead desc limit depth)) w),
  -- Who goes before the third rule is also called, and counts for the turns that follow.
  early as (
    select queue, priority, row_number() over (partition by queue
      order by class, ahead desc, place_at, number, id) as nth from waiting where class < 3),
  last_early as (
    select queue, max(last_normal) as last_normal, count(*) filter (where priority = 1 and nth > last_normal) as urgent
    from (select e.*, coalesce(max(nth) filter (where priority = 0) over (partition by queue), 0) as last_normal
      from early e) e group by queue),
  -- Materialized, or it would be reckoned again for everybody who waits.
  begun as materialized (
    select rule.code, case when coalesce(e.last_normal, 0) = 0 then rule.since else 0 end + coalesce(e.urgent, 0) as since
    from rule left join last_early e on e.queue = rule.code),
  counted as (
    select w.*, begun.since as called, greatest(w.share - begun.since, 0) as open,
      row_number() over (partition by w.queue, w.priority order by w.place_at, w.number, w.id) as nth,
      count(*) filter (where w.priority = 0) over (partition by w.queue) as normals
    from waiting w join begun on begun.code = w.queue where w.class = 3),
  slotted as (
    select *, case when priority = 0 then nth when nth <= open then 0 else (nth - open - 1) / share + 1 end as slot
    from counted),
  -- The first of each slot is its one without priority; before the first of those there is nobody.
  placed as (
    select s.*, priority = 1 and slot <= normals as in_turn, least(slot, normals) = 0 as at_head,
      first_value(place_at) over its_slot as slot_at, first_value(number) over its_slot as slot_number,
      first_value(id) over its_slot as slot_id
    from slotted s
    window its_slot as (partition by queue, least(slot, normals) order by priority, nth)),
  told as (
    select *, not at_head and (in_turn or (slot > normals and (slot_at, slot_number, slot_id) > (place_at, number, id)))
      as behind from placed),
  everybody as (
    select id, class, ahead, place_at, number, last_kind, null::timestamptz as after_at, null::integer as after_number,
      null::uuid as after_id, 0 as step, 0 as turn from waiting where class < 3
    union all
    select id, class, ahead, place_at, number, last_kind,
      case when behind then slot_at when in_turn then '-infinity' else place_at end,
      case when behind then slot_number when in_turn then 0 else number end,
      case when behind then slot_id when in_turn then null else id end,
      case when in_turn then 2 when behind then 3 else 1 end,
      case when not in_turn then 0 when slot = 0 then called + nth else (nth - open - 1) % share + 1 end
    from told)
  select id, (row_number() over (order by class, ahead desc, after_at, after_number, after_id, step,
      place_at, number, id))::integer,
    case when class = 1 then 'PUT_IN_FRONT' when class = 2 then 'OVER_AGE_LIMIT' when in_line.turn > 0 then 'PRIORITY_TURN'
      when last_kind = 'RESUMED' then 'CAME_BACK' when last_kind = 'TRANSFERRED' then 'TRANSFERRED'
      else 'BY_ARRIVAL' end,
    nullif(in_line.turn, 0)::integer
  from everybody in_line
  order by 2 limit depth
$$;

revoke execute on function calling_line, calls_since_normal from public;
grant execute on function calling_line to callboard_kiosk, callboard_gateway, callboard_staff, callboard_admin, callboard_worker;

create or replace view ticket_shown as
select t.id, t.origin, t.day, t.number, t.queue, t.state, t.customer, t.priority, t.order_id, t.counter, t.joined_at,
  t.called_at, t.serving_at, t.ended_at, t.held_until, t.recalls, t.ahead, t.version, t.last_kind, t.last_at,
  case when t.state = 'WAITING' then (
    select l.place from calling_line(array[t.queue], t.day, null) l where l.ticket_id = t.id)
  end as position
from ticket t;

drop function if exists calling_order(integer, smallint, timestamptz, integer);
