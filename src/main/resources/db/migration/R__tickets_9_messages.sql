-- Writes a line to whoever sits at a counter.
create or replace function tell_counter(wanted text, line text)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare written bigint;
begin
  if not exists (select from counter c where c.name = wanted and c.retired_at is null) then
    perform refuse('not_found', format('There is no counter %s.', left(wanted, 60)));
  elsif line !~ '\S' or length(line) > 200 then
    perform refuse('invalid', 'A message has 1 to 200 characters.');
  end if;
  insert into counter_message (counter, words) values (wanted, line) returning id into written;
  insert into audit_entry (action, subject_kind, subject_id, reason, after)
    values ('counter.message', 'counter', wanted, line, jsonb_build_object('message', written));
  return written;
end $$;

-- Somebody at the counter has read it; nothing happens to one that was read before.
create or replace function hear_message(wanted bigint)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare place text;
begin
  update counter_message m set read_at = callboard_now(), read_by = session_user
    where m.id = wanted and m.read_at is null returning m.counter into place;
  if found then
    insert into audit_entry (action, subject_kind, subject_id, before, after)
      values ('counter.message_read', 'counter', place, jsonb_build_object('message', wanted, 'read_by', null),
        jsonb_build_object('message', wanted, 'read_by', session_user));
  end if;
end $$;

revoke execute on function tell_counter, hear_message from public;
grant execute on function tell_counter, hear_message to callboard_staff, callboard_admin;
