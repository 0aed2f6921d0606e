-- Takes back the last event of a ticket: the ticket is again what it was before.
-- seen: the event that the person saw, or null for whichever is the last.
create or replace function undo_ticket(wanted uuid, lease uuid, undo_window interval, seen bigint)
returns setof ticket_shown language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was ticket;
  last_event ticket_event;
  former ticket;
begin
  select * into last_event from ticket_event e where e.ticket_id = wanted order by e.id desc limit 1;
  if last_event.counter is not null and last_event.kind <> 'CANCELLED' then
    perform use_counter(last_event.counter, lease);
  end if;
  was := lock_ticket(wanted, null, '{}');
  if was.last_kind <> last_event.kind or was.last_at <> last_event.at or seen <> last_event.id then
    perform refuse_wrong_state(was);
  elsif last_event.kind in ('JOINED', 'UNDONE', 'EXPIRED') or last_event.duty is not null then
    perform refuse('nothing_to_undo', format('The last event of ticket %s cannot be taken back.', ticket_code(was.origin, was.number)));
  elsif callboard_now() > last_event.at + undo_window then
    perform refuse('undo_too_late', format('The last event of ticket %s is too long ago.', ticket_code(was.origin, was.number)));
  end if;
  former := jsonb_populate_record(null::ticket, last_event.before);
  begin
    update ticket t set queue = former.queue, state = former.state, counter = former.counter, place_at = former.place_at,
        ahead = former.ahead, called_at = former.called_at, serving_at = former.serving_at, ended_at = former.ended_at,
        held_until = former.held_until, recalls = former.recalls, last_kind = 'UNDONE', last_at = callboard_now()
      where t.id = wanted and t.state = last_event.to_state and t.version = was.version;
  exception when unique_violation then
    if former.state in ('CALLED', 'SERVING') then
      perform refuse_busy_counter(former.counter);
    end if;
    perform refuse('already_waiting', format('%s has another ticket in queue %s by now.', left(was.customer, 60), former.queue));
  end;
  perform note_ticket_event(was, wanted, null, null, last_event.id);
  return query select * from ticket_shown s where s.id = wanted;
end $$;

revoke execute on function undo_ticket from public;
grant execute on function undo_ticket to callboard_staff, callboard_admin;
