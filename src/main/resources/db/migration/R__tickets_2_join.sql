-- A ticket without its place: counting the line would keep whoever joins next waiting for the counter.
create or replace function ticket_unplaced(wanted uuid) returns setof ticket_shown language sql stable as $$
  select t.id, t.origin, t.day, t.number, t.queue, t.state, t.customer, t.priority, t.order_id, t.counter, t.joined_at,
    t.called_at, t.serving_at, t.ended_at, t.held_until, t.recalls, t.ahead, t.version, t.last_kind, t.last_at, null::integer
  from ticket t where t.id = wanted
$$;
revoke execute on function ticket_unplaced from public;

-- The wait at the end of a queue is people ahead × median service of the latest hundred ÷ open counters. Looks at so many
-- rows at most, however long line and day are.
drop function if exists reckon_wait(text, date);

-- How much longer each person ahead makes the wait; null where nobody was served today or no counter is open.
create or replace function reckon_pace(of_queue text, of_day date) returns interval language sql stable as $$
  select (select percentile_cont(0.5) within group (order by d.service) from (
      -- a clock that was put back in between makes nobody wait less than nothing
      select greatest(ended_at - serving_at, interval '0') as service from ticket
      where queue = of_queue and day = of_day and state = 'COMPLETED' order by ended_at desc limit 100) d)
    / nullif((select count(*) from open_counter), 0)
$$;

-- How many wait in a queue, 201 for all that is more.
create or replace function count_waiting(of_queue text, of_day date) returns integer language sql stable as $$
  select count(*)::integer from (select from ticket
    where queue = of_queue and day = of_day and state = 'WAITING' limit 201) w
$$;

-- One round trip, one transaction: key, queue state, number, ticket, event. A failure anywhere leaves nothing.
-- Whatever the statistics of a morning say, the line will be long: its tables are read by their indexes.
create or replace function join_queue(into_queue text, who text, urgency integer, for_order uuid, join_token text,
  zone text, starts time)
returns setof ticket_shown language plpgsql security definer
set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  -- In a line of so many the wait is reckoned anew only after so long.
  long_line constant integer := 20;
  stays_true constant interval := '5 seconds';
  new_id uuid := gen_random_uuid();
  asked jsonb;
  first_try join_key;
  today date;
  found_queue record;
  reckoned timestamptz;
  waiting integer;
begin
  -- The key comes before every rule: a double press must hear the first answer, not "already waiting".
  if join_token is not null then
    asked := jsonb_build_object('queue', into_queue, 'customer', who, 'priority', urgency, 'order', for_order);
    insert into join_key (key, ticket_id, request) values (join_token, new_id, asked) on conflict do nothing;
    if not found then
      select * into strict first_try from join_key k where k.key = join_token;
      if first_try.request <> asked then
        perform refuse('key_reused', 'That key belongs to another request.');
      end if;
      return query select * from ticket_unplaced(first_try.ticket_id);
      return;
    end if;
  end if;

  today := business_day(callboard_now(), zone, starts);
  select q.state, d.last, d.reckoned_at, d.pace, d.others into found_queue
    from queue q left join queue_day d on d.queue = q.code and d.day = today where q.code = into_queue;
  if not found then
    perform refuse_unknown_queue(into_queue);
  elsif found_queue.state in ('LOCKED', 'CLOSED') then
    perform refuse('queue_' || lower(found_queue.state),
      format('Queue %s is %s: no new tickets.', into_queue, found_queue.state));
  end if;

  if found_queue.others + found_queue.last >= long_line
      and callboard_now() between found_queue.reckoned_at and found_queue.reckoned_at + stays_true then
    reckoned := found_queue.reckoned_at;
  else
    waiting := count_waiting(into_queue, today);
    reckoned := callboard_now();
    found_queue.others := waiting - coalesce(found_queue.last, 0);
    -- whoever joins at the end of a very long line is told nothing
    found_queue.pace := case when waiting <= 200 then reckon_pace(into_queue, today) end;
  end if;

  insert into audit_entry (action, subject_kind, subject_id, after) values ('ticket.joined', 'ticket', new_id::text,
    jsonb_build_object('state', 'WAITING', 'queue', into_queue, 'counter', null));
  -- Whoever else joins this queue waits here, one behind the other. Waiting for the counter's row instead, all of them
  -- would wake up each time that it moved, and all but one lie down again.
  perform pg_advisory_xact_lock(720422, hashtext(into_queue));
  return query
  with drawn as materialized (
    insert into queue_day as d (queue, day, last, reckoned_at, pace, others)
      values (into_queue, today, 1, reckoned, found_queue.pace, found_queue.others)
      on conflict (queue, day) do update set last = d.last + 1,
        reckoned_at = excluded.reckoned_at, pace = excluded.pace, others = excluded.others
      returning d.last),
  -- The time is taken while the counter row is locked, so that arrivals come in the order of their numbers.
  arrived as materialized (select drawn.last, callboard_now() as at from drawn),
  joined as (
    insert into ticket (id, origin, day, number, queue, state, customer, priority, order_id, joined_at, place_at,
        last_kind, last_at, quoted)
      select new_id, into_queue, today, a.last, into_queue, 'WAITING', who, urgency, for_order, a.at, a.at,
        'JOINED', a.at, found_queue.pace * greatest(found_queue.others + a.last - 1, 0)
      from arrived a
      on conflict (queue, customer) where state in ('WAITING', 'CALLED', 'SERVING', 'HELD') and customer is not null
        do nothing
      returning *),
  event as (
    insert into ticket_event (ticket_id, at, kind, to_state, queue)
      select j.id, j.last_at, j.last_kind, j.state, j.queue from joined j)
  select j.id, j.origin, j.day, j.number, j.queue, j.state, j.customer, j.priority, j.order_id, j.counter, j.joined_at,
    j.called_at, j.serving_at, j.ended_at, j.held_until, j.recalls, j.ahead, j.version, j.last_kind, j.last_at,
    null::integer
  from joined j;
  if not found then
    -- The refusal rolls back: no number is consumed.
    perform refuse('already_waiting', format('%s already has an open ticket in queue %s.', left(who, 60), into_queue));
  end if;
end $$;

revoke execute on function join_queue, reckon_pace, count_waiting from public;
grant execute on function join_queue to callboard_kiosk, callboard_gateway, callboard_staff, callboard_admin;
