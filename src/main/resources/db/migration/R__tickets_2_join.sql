-- A ticket without its place: counting the line would keep whoever joins next waiting for the counter.
create or replace function ticket_unplaced(wanted uuid) returns setof ticket_shown language sql stable as $$
  select t.id, t.origin, t.day, t.number, t.queue, t.state, t.customer, t.priority, t.order_id, t.counter, t.joined_at,
    t.called_at, t.serving_at, t.ended_at, t.held_until, t.recalls, t.ahead, t.version, t.last_kind, t.last_at, null::integer
  from ticket t where t.id = wanted
$$;
revoke execute on function ticket_unplaced from public;

-- The wait to reckon with at the end of a queue: people ahead × median service of the latest hundred ÷ open counters.
-- Looks at so many rows at most, however long line and day are; a longer line is told nothing.
create or replace function reckon_wait(of_queue text, of_day date) returns interval language sql stable as $$
  select (select percentile_cont(0.5) within group (order by d.service) from (
      select ended_at - serving_at as service from ticket
      where queue = of_queue and day = of_day and state = 'COMPLETED' order by ended_at desc limit 100) d)
    * (select nullif(count(*), 201) from (select from ticket
      where queue = of_queue and day = of_day and state = 'WAITING' limit 201) w)
    / nullif((select count(*) from open_counter), 0)
$$;

-- One round trip, one transaction: key, queue state, number, ticket, event. A failure anywhere leaves nothing.
create or replace function join_queue(into_queue text, who text, urgency integer, for_order uuid, join_token text,
  zone text, starts time)
returns setof ticket_shown language plpgsql security definer set search_path = public, pg_temp as $$
declare
  new_id uuid := gen_random_uuid();
  request jsonb := jsonb_build_object('queue', into_queue, 'customer', who, 'priority', urgency, 'order', for_order);
  first_try join_key;
  queue_state text;
  today date;
  next_number integer;
  arrived timestamptz;
  told interval;
  nobody ticket;
begin
  -- The key comes before every rule: a double press must hear the first answer, not "already waiting".
  if join_token is not null then
    insert into join_key (key, ticket_id, request) values (join_token, new_id, request) on conflict do nothing;
    if not found then
      select * into strict first_try from join_key k where k.key = join_token;
      if first_try.request <> request then
        perform refuse('key_reused', 'That key belongs to another request.');
      end if;
      return query select * from ticket_unplaced(first_try.ticket_id);
      return;
    end if;
  end if;

  select q.state into queue_state from queue q where q.code = into_queue;
  if not found then
    perform refuse_unknown_queue(into_queue);
  elsif queue_state in ('LOCKED', 'CLOSED') then
    perform refuse('queue_' || lower(queue_state), format('Queue %s is %s: no new tickets.', into_queue, queue_state));
  end if;

  today := business_day(callboard_now(), zone, starts);
  told := reckon_wait(into_queue, today);
  insert into queue_day as d (queue, day, last) values (into_queue, today, 1)
    on conflict (queue, day) do update set last = d.last + 1 returning d.last into next_number;
  -- The time is taken while the counter row is locked, so that arrivals come in the order of their numbers.
  arrived := callboard_now();
  begin
    insert into ticket (id, origin, day, number, queue, state, customer, priority, order_id, joined_at, place_at, last_kind, last_at, quoted)
      values (new_id, into_queue, today, next_number, into_queue, 'WAITING', who, urgency, for_order, arrived, arrived, 'JOINED', arrived, told);
  exception when unique_violation then
    perform refuse('already_waiting', format('%s already has an open ticket in queue %s.', left(who, 60), into_queue));
  end;
  perform note_ticket_event(nobody, new_id, null, null, null);
  return query select * from ticket_unplaced(new_id);
end $$;

revoke execute on function join_queue, reckon_wait from public;
grant execute on function join_queue to callboard_kiosk, callboard_gateway, callboard_staff, callboard_admin;
