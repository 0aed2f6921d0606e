create or replace function add_queue(new_code text, new_name text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new_code !~ '^[A-Za-z0-9][A-Za-z0-9/_.-]{0,19}$' then
    perform refuse('invalid', 'A queue''s code has 1 to 20 letters, digits or / _ . - and begins with a letter or digit.');
  elsif coalesce(new_name, '') !~ '\S' or length(new_name) > 100 then
    perform refuse('invalid', 'A queue''s name has 1 to 100 characters.');
  end if;
  insert into queue (code, name) values (new_code, new_name) on conflict do nothing;
  if not found then
    perform refuse('already_exists', format('Queue %s exists already.', new_code));
  end if;
  insert into audit_entry (action, subject_kind, subject_id, after)
    values ('queue.add', 'queue', new_code, jsonb_build_object('name', new_name, 'state', 'OPEN'));
end $$;

-- Adds a pause to the totals of the business days that it lies on.
create or replace function add_pause(of_queue text, began timestamptz, ended timestamptz, zone text, starts time)
returns void language sql as $$
  insert into queue_day as d (queue, day, paused)
    select of_queue, span.day,
        least(ended, (span.day + 1 + starts) at time zone zone) - greatest(began, (span.day + starts) at time zone zone)
      from (select generate_series(business_day(began, zone, starts)::timestamp,
          business_day(ended, zone, starts)::timestamp, interval '1 day')::date as day) span
    on conflict (queue, day) do update set paused = d.paused + excluded.paused
$$;

-- Sets a queue's state. Who finds it so already changes nothing: two who resume at once add the pause once.
create or replace function set_queue_state(wanted text, to_state text, why text, zone text, starts time)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was queue;
  moment timestamptz;
begin
  select * into was from queue q where q.code = wanted for no key update;
  if not found then
    perform refuse_unknown_queue(wanted);
  elsif was.state = to_state then
    return;
  end if;
  moment := greatest(callboard_now(), was.state_since);
  update queue q set state = to_state, state_reason = why, state_since = moment, state_by = session_user
    where q.code = wanted and q.state = was.state;
  if was.state = 'PAUSED' then
    perform add_pause(wanted, was.state_since, moment, zone, starts);
  end if;
  insert into audit_entry (action, subject_kind, subject_id, reason, before, after)
    values ('queue.set', 'queue', wanted, why, jsonb_build_object('state', was.state), jsonb_build_object('state', to_state));
end $$;

revoke execute on function add_queue, add_pause, set_queue_state from public;
grant execute on function add_queue to callboard_admin;
grant execute on function set_queue_state to callboard_staff, callboard_admin;

-- Sets in which order a queue is called. Who finds it so already changes nothing.
create or replace function set_calling_rule(wanted text, age_limit integer, per_normal integer)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare was queue;
begin
  if age_limit not between 1 and 1440 then
    perform refuse('invalid', 'An age limit is a minute at least and a day at most.');
  elsif coalesce(per_normal, 0) not between 1 and 100 then
    perform refuse('invalid', 'With priority come 1 to 100 before each one without.');
  end if;
  select * into was from queue q where q.code = wanted for no key update;
  if not found then
    perform refuse_unknown_queue(wanted);
  end if;
  update queue q set age_limit_minutes = age_limit, priority_per_normal = per_normal
    where q.code = wanted and (q.age_limit_minutes, q.priority_per_normal) is distinct from (age_limit, per_normal);
  if found then
    insert into audit_entry (action, subject_kind, subject_id, before, after)
      values ('queue.rule', 'queue', wanted,
        jsonb_build_object('age_limit_minutes', was.age_limit_minutes, 'priority_per_normal', was.priority_per_normal),
        jsonb_build_object('age_limit_minutes', age_limit, 'priority_per_normal', per_normal));
  end if;
end $$;

revoke execute on function set_calling_rule from public;
grant execute on function set_calling_rule to callboard_admin;
