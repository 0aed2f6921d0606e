-- Takes a counter for a console. A free one, one whose lease has ended, or, with force, anybody's.
create or replace function lease_counter(wanted text, lease_for interval, force boolean)
returns setof counter language plpgsql security definer set search_path = public, pg_temp as $$
declare place counter;
begin
  if wanted !~ '\S' or length(wanted) > 60 then
    perform refuse('invalid', 'A counter''s name has 1 to 60 characters.');
  end if;
  insert into counter (name) values (wanted) on conflict do nothing;
  select * into strict place from counter c where c.name = wanted for no key update;
  if place.lease_until > callboard_now() and not force then
    perform refuse('counter_busy', format('Counter %s is in the hands of %s.', wanted, place.holder));
  end if;
  insert into audit_entry (action, subject_kind, subject_id, before, after)
    values ('counter.lease', 'counter', wanted, jsonb_build_object('holder', place.holder), jsonb_build_object('holder', session_user));
  return query update counter c set token = gen_random_uuid(), holder = session_user, held_since = callboard_now(),
      lease_until = callboard_now() + lease_for
    where c.name = wanted returning c.*;
end $$;

-- Lengthens a lease; also one that has ended, as long as nobody else took the counter.
create or replace function renew_counter(wanted text, lease uuid, lease_for interval)
returns setof counter language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query update counter c set lease_until = callboard_now() + lease_for
    where c.name = wanted and c.token = lease returning c.*;
  if not found then
    perform refuse('lease_lost', format('Counter %s is no longer yours.', left(wanted, 60)));
  end if;
end $$;

-- Gives a counter back; nothing happens where another holds it by now.
create or replace function release_counter(wanted text, lease uuid)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update counter c set token = null, holder = null, held_since = null, lease_until = null
    where c.name = wanted and c.token = lease;
  if found then
    insert into audit_entry (action, subject_kind, subject_id, before)
      values ('counter.release', 'counter', wanted, jsonb_build_object('holder', session_user));
  end if;
end $$;

revoke execute on function lease_counter, renew_counter, release_counter from public;
grant execute on function lease_counter, renew_counter, release_counter to callboard_staff, callboard_admin;
