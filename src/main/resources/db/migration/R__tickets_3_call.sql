create or replace function refuse_busy_counter(wanted text) returns void language plpgsql as $$
declare there ticket;
begin
  select * into there from ticket t where t.counter = wanted and t.state in ('CALLED', 'SERVING');
  if found then
    perform refuse('counter_busy', format('Counter %s has ticket %s, which is %s.', wanted,
      ticket_code(there.origin, there.number), there.state));
  end if;
end $$;

create or replace function put_at_counter(was ticket, at_counter text, why text) returns setof ticket_shown language plpgsql as $$
begin
  update ticket t set state = 'CALLED', counter = at_counter, called_at = callboard_now(), recalls = 0,
      last_kind = 'CALLED', last_at = callboard_now()
    where t.id = was.id and t.state = 'WAITING';
  if not found then
    perform refuse_wrong_state(was);
  end if;
  perform note_ticket_event(was, was.id, null, why, null);
  return query select * from ticket_unplaced(was.id);
end $$;

-- Takes whoever is the first of one queue's calling_line and not being called at this moment: the same order, walked from
-- the heads of the two lines, so that a call costs the same however many wait. Whoever is passed over counts as called.
-- Null where somebody was put in front of everybody, where all of the first fifty are being called, or nobody waits.
create or replace function take_head_of_line(of_queue text, today date) returns ticket language plpgsql as $$
declare
  share integer;
  too_old timestamptz;
  since bigint;
  normals cursor for select t.id, t.place_at, t.number from ticket t
    where t.queue = of_queue and t.priority = 0 and t.ahead = 0 and t.state = 'WAITING' and t.day >= today
    order by t.place_at, t.number, t.id limit 50;
  urgents cursor for select t.id, t.place_at, t.number from ticket t
    where t.queue = of_queue and t.priority = 1 and t.ahead = 0 and t.state = 'WAITING' and t.day >= today
    order by t.place_at, t.number, t.id limit 50;
  normal record;
  urgent record;
  take_urgent boolean;
  taken ticket;
begin
  select q.priority_per_normal, callboard_now() - make_interval(mins => q.age_limit_minutes),
      calls_since_normal(q.code, q.priority_per_normal, today)
    into share, too_old, since from queue q where q.code = of_queue
      and not exists (select from ticket t where t.queue = of_queue and t.state = 'WAITING' and t.ahead > 0);
  if not found then
    return null;
  end if;
  open normals;
  open urgents;
  fetch normals into normal;
  fetch urgents into urgent;
  while normal.id is not null or urgent.id is not null loop
    take_urgent := case
      when normal.id is null then true
      when urgent.id is null then false
      when normal.place_at < too_old or urgent.place_at < too_old
        then (urgent.place_at, urgent.number, urgent.id) < (normal.place_at, normal.number, normal.id)
      else since < share end;
    -- "no key" leaves alone the key-share locks that a foreign key takes: such a ticket must not be skipped.
    select t.* into taken from ticket t
      where t.id = case when take_urgent then urgent.id else normal.id end and t.queue = of_queue and t.state = 'WAITING'
      for no key update skip locked;
    exit when found;
    if take_urgent then
      since := since + 1;
      fetch urgents into urgent;
    else
      since := 0;
      fetch normals into normal;
    end if;
  end loop;
  close normals;
  close urgents;
  return taken;
end $$;

drop function if exists call_next(text[], text, uuid);

-- The next ticket of these queues, by the calling order. Callers never wait for each other while anybody else waits:
-- whoever finds the first being called takes the second, as if the first were gone already.
-- Only tickets of this business day: what an evening left behind waits for the sweep, never for a counter.
-- The heads of the lines are read by their index, whatever the statistics say (see calls_since_normal); one plan is right
-- for every queue.
create or replace function call_next(from_queues text[], at_counter text, lease uuid, zone text, starts time)
returns setof ticket_shown language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_sort = off set enable_bitmapscan = off as $$
declare
  give_up timestamptz := clock_timestamp() + interval '1 second';
  unknown text;
  shut text;
  chosen ticket;
  today date := business_day(callboard_now(), zone, starts);
  -- More than the counters that call at one moment; who finds all of them being called looks again.
  deep constant bigint := 100;
begin
  select min(w) filter (where q.code is null), case when not bool_or(coalesce(q.state, '') in ('OPEN', 'LOCKED'))
      then min(q.state) filter (where w = from_queues[1]) end
    into unknown, shut from unnest(from_queues) w left join queue q on q.code = w;
  if unknown is not null then
    perform refuse_unknown_queue(unknown);
  elsif shut is not null then
    perform refuse('queue_' || lower(shut), format('Queue %s is %s: nobody is called.', from_queues[1], shut));
  end if;
  perform use_counter(at_counter, lease);
  perform refuse_busy_counter(at_counter);
  loop
    if cardinality(from_queues) = 1 then
      chosen := take_head_of_line(from_queues[1], today);
      exit when chosen.id is not null;
    end if;
    select t.* into chosen
    from calling_line(array(select q.code from queue q where q.code = any(from_queues) and q.state in ('OPEN', 'LOCKED')),
      today, deep) l
    join ticket t on t.id = l.ticket_id
    where t.state = 'WAITING' and t.queue = any(from_queues)
    order by l.place limit 1
    for no key update of t skip locked;
    exit when found;
    -- Whoever is locked may yet stay waiting, when the other call rolls back.
    if not exists (select from ticket t join queue q on q.code = t.queue
        where t.queue = any(from_queues) and t.state = 'WAITING' and t.day >= today and q.state in ('OPEN', 'LOCKED')) then
      perform refuse('nobody_waiting', format('Nobody waits in %s.', left(array_to_string(from_queues, ', '), 60)));
    elsif clock_timestamp() > give_up then
      perform refuse('busy', 'Everybody who waits is being called by others; try again.');
    end if;
    perform pg_sleep(0.01);
  end loop;
  return query select * from put_at_counter(chosen, at_counter, null);
end $$;

-- A chosen ticket, out of order, with a reason.
create or replace function call_ticket(wanted uuid, at_counter text, lease uuid, why text)
returns setof ticket_shown language plpgsql security definer set search_path = public, pg_temp as $$
declare
  queue_state text;
  chosen ticket;
begin
  if coalesce(why, '') !~ '\S' then
    perform refuse('invalid', 'Calling out of order needs a reason.');
  end if;
  perform use_counter(at_counter, lease);
  chosen := lock_ticket(wanted, null, '{}');
  if chosen.state <> 'WAITING' then
    perform refuse_wrong_state(chosen);
  end if;
  perform refuse_busy_counter(at_counter);
  select q.state into queue_state from queue q where q.code = chosen.queue;
  if queue_state in ('PAUSED', 'CLOSED') then
    perform refuse('queue_' || lower(queue_state), format('Queue %s is %s: nobody is called.', chosen.queue, queue_state));
  end if;
  return query select * from put_at_counter(chosen, at_counter, why);
end $$;

revoke execute on function take_head_of_line, refuse_busy_counter, put_at_counter, call_next, call_ticket from public;
grant execute on function call_next, call_ticket to callboard_staff, callboard_admin;
