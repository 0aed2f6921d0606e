-- Alerts are handled through functions, which say who did it. (Here, since the table is younger than its neighbours.)
revoke update (handled_at, handled_by) on alert from callboard_staff, callboard_admin;
create index if not exists alert_open on alert (kind, id) where handled_at is null;
create index if not exists alert_handled on alert (handled_at) where handled_at is not null;

-- Names, aims and hours of a queue: a decision of the shop, so of an admin.
create or replace function set_queue_rule(wanted text, called text, aim interval, too_long_after interval,
  opens_at time, closes_at time)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare was queue;
begin
  select * into was from queue q where q.code = wanted for no key update;
  if not found then
    perform refuse_unknown_queue(wanted);
  elsif coalesce(called, '') !~ '\S' or length(called) > 100 then
    perform refuse('invalid', 'A queue''s name has 1 to 100 characters.');
  elsif aim <= interval '0' or too_long_after <= interval '0' or aim > too_long_after then
    perform refuse('invalid', 'A target is shorter than its limit, and both are longer than nothing.');
  elsif (opens_at is null) <> (closes_at is null) or opens_at >= closes_at then
    perform refuse('invalid', 'A queue opens before it closes, on the same day.');
  elsif (was.name, was.target, was.too_long, was.opens, was.closes)
      is not distinct from (called, aim, too_long_after, opens_at, closes_at) then
    return;
  end if;
  update queue q set name = called, target = aim, too_long = too_long_after, opens = opens_at, closes = closes_at
    where q.code = wanted;
  insert into audit_entry (action, subject_kind, subject_id, before, after)
    values ('queue.rule', 'queue', wanted,
      jsonb_build_object('name', was.name, 'target', was.target, 'limit', was.too_long, 'opens', was.opens, 'closes', was.closes),
      jsonb_build_object('name', called, 'target', aim, 'limit', too_long_after, 'opens', opens_at, 'closes', closes_at));
end $$;

create or replace function lock_counter(wanted text) returns counter language plpgsql as $$
declare place counter;
begin
  select * into place from counter c where c.name = wanted for no key update;
  if not found then
    perform refuse('not_found', format('There is no counter %s.', left(wanted, 60)));
  end if;
  return place;
end $$;

create or replace function refuse_used_counter(place counter) returns void language plpgsql as $$
begin
  if place.lease_until > callboard_now() then
    perform refuse('counter_busy', format('Counter %s is in the hands of %s.', place.name, place.holder));
  end if;
  perform refuse_busy_counter(place.name);
end $$;

-- Says which queues are called at a counter; null: whichever its console was started for.
create or replace function serve_queues(wanted text, served text[])
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place counter := lock_counter(wanted);
  unknown text;
begin
  select w into unknown from unnest(served) w where not exists (select from queue q where q.code = w) limit 1;
  if found then
    perform refuse_unknown_queue(unknown);
  elsif cardinality(served) = 0 then
    perform refuse('invalid', 'A counter serves at least one queue.');
  elsif place.queues is not distinct from served then
    return;
  end if;
  update counter c set queues = served where c.name = wanted;
  insert into audit_entry (action, subject_kind, subject_id, before, after)
    values ('counter.serve', 'counter', wanted, jsonb_build_object('queues', place.queues), jsonb_build_object('queues', served));
end $$;

-- Ends somebody else's lease: their console hears of it at its next sign of life.
create or replace function free_counter(wanted text, why text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare place counter := lock_counter(wanted);
begin
  if coalesce(why, '') !~ '\S' then
    perform refuse('invalid', 'Freeing a counter needs a reason.');
  elsif place.lease_until is null or place.lease_until <= callboard_now() then
    perform refuse('wrong_state', format('Nobody is at counter %s.', wanted));
  end if;
  update counter c set token = null, holder = null, held_since = null, lease_until = null
    where c.name = wanted and c.token = place.token;
  insert into audit_entry (action, subject_kind, subject_id, reason, before)
    values ('counter.free', 'counter', wanted, why, jsonb_build_object('holder', place.holder));
end $$;

-- A new counter, or one that had been retired.
create or replace function add_counter(wanted text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare was counter;
begin
  if coalesce(wanted, '') !~ '\S' or length(wanted) > 60 then
    perform refuse('invalid', 'A counter''s name has 1 to 60 characters.');
  end if;
  insert into counter (name) values (wanted) on conflict do nothing;
  if not found then
    was := lock_counter(wanted);
    if was.retired_at is null then
      perform refuse('already_exists', format('Counter %s exists already.', wanted));
    end if;
    update counter c set retired_at = null where c.name = wanted;
  end if;
  insert into audit_entry (action, subject_kind, subject_id) values ('counter.add', 'counter', wanted);
end $$;

-- Takes a counter off the lists. What happened there keeps its name; whoever uses it again brings it back.
create or replace function retire_counter(wanted text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare place counter := lock_counter(wanted);
begin
  perform refuse_used_counter(place);
  if place.retired_at is not null then
    return;
  end if;
  update counter c set retired_at = callboard_now() where c.name = wanted;
  insert into audit_entry (action, subject_kind, subject_id) values ('counter.retire', 'counter', wanted);
end $$;

-- From now on by another name: visitors were called to the old one, so the past keeps it.
create or replace function rename_counter(wanted text, called text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare place counter := lock_counter(wanted);
begin
  perform refuse_used_counter(place);
  perform add_counter(called);
  update counter c set queues = place.queues where c.name = called;
  update counter c set retired_at = callboard_now() where c.name = wanted;
  insert into audit_entry (action, subject_kind, subject_id, before, after)
    values ('counter.rename', 'counter', called, jsonb_build_object('name', wanted), jsonb_build_object('name', called));
end $$;

-- "Got it": one occasion of an alert that is seen as long as its cause lasts. Refused where somebody was quicker.
create or replace function settle_alert(of_kind text, about_kind text, about_id text, occasion integer, words text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare other alert;
begin
  insert into alert (kind, subject_kind, subject_id, round, message, handled_at, handled_by)
    values (of_kind, about_kind, about_id, occasion, words, callboard_now(), session_user)
    on conflict do nothing;
  if not found then
    update alert a set handled_at = callboard_now(), handled_by = session_user
      where a.kind = of_kind and a.subject_kind = about_kind and a.subject_id = about_id and a.round = occasion
        and a.handled_at is null;
    if not found then
      select * into strict other from alert a
        where a.kind = of_kind and a.subject_kind = about_kind and a.subject_id = about_id and a.round = occasion;
      perform refuse('wrong_state', format('%s has it already.', other.handled_by));
    end if;
  end if;
  insert into audit_entry (action, subject_kind, subject_id, after)
    values ('alert.handle', about_kind, about_id, jsonb_build_object('alert', of_kind, 'message', words));
end $$;

-- "Got it" for every stored alert of a kind that the person has seen.
create or replace function handle_alerts(of_kind text, up_to bigint)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare handled integer;
begin
  update alert a set handled_at = callboard_now(), handled_by = session_user
    where a.kind = of_kind and a.id <= up_to and a.handled_at is null;
  get diagnostics handled = row_count;
  if handled > 0 then
    insert into audit_entry (action, subject_kind, subject_id, after)
      values ('alert.handle', 'alert', of_kind, jsonb_build_object('alerts', handled, 'up_to', up_to));
  end if;
  return handled;
end $$;

revoke execute on function set_queue_rule, lock_counter, refuse_used_counter, serve_queues, free_counter, add_counter,
  retire_counter, rename_counter, settle_alert, handle_alerts from public;
grant execute on function set_queue_rule, add_counter, retire_counter, rename_counter to callboard_admin;
grant execute on function serve_queues, free_counter, settle_alert, handle_alerts to callboard_staff, callboard_admin;
