-- Everything that moves a ticket along one arrow of its own: recall, serve, complete, no-show, hold, resume, cancel.
create or replace function act_on_ticket(act text, wanted uuid, lease uuid, why text, hold_for interval, zone text, starts time)
returns setof ticket_shown language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was ticket;
  moment timestamptz := callboard_now();
begin
  if act not in ('RECALLED', 'SERVING', 'COMPLETED', 'NO_SHOW', 'HELD', 'RESUMED', 'CANCELLED') then
    perform refuse('invalid', format('There is no act %s.', left(act, 60)));
  end if;
  was := lock_ticket(wanted, lease, case when act = 'CANCELLED' then '{}'::text[] else array['CALLED', 'SERVING'] end);
  if act = 'RESUMED' and was.state = 'NO_SHOW' and was.day <> business_day(moment, zone, starts) then
    perform refuse('day_over', 'A no-show can come back on its own day only.');
  end if;
  begin
    update ticket t set state = a.to_state, last_kind = act, last_at = moment,
        counter = case when a.to_state in ('WAITING', 'HELD') then null else t.counter end,
        called_at = case when a.to_state = 'WAITING' then null else t.called_at end,
        serving_at = case when act = 'SERVING' then moment when a.to_state = 'WAITING' then null else t.serving_at end,
        ended_at = case when a.to_state in ('COMPLETED', 'NO_SHOW', 'CANCELLED') then moment end,
        held_until = case when a.to_state = 'HELD' then moment + hold_for end,
        recalls = case when act = 'RECALLED' then t.recalls + 1 else t.recalls end
      from ticket_transition a
      where t.id = wanted and t.state = was.state and a.kind = act and a.from_state = t.state;
    if not found then
      perform refuse_wrong_state(was);
    end if;
  exception when unique_violation then
    perform refuse('already_waiting', format('%s has another ticket in queue %s by now.', left(was.customer, 60), was.queue));
  end;
  perform note_ticket_event(was, wanted, null, why, null);
  return query select * from ticket_shown s where s.id = wanted;
end $$;

-- The same ticket, with its code and first arrival, in another queue.
create or replace function transfer_ticket(wanted uuid, lease uuid, to_queue text, place text, why text)
returns setof ticket_shown language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was ticket;
  queue_state text;
  moment timestamptz := callboard_now();
begin
  select q.state into queue_state from queue q where q.code = to_queue;
  if not found then
    perform refuse_unknown_queue(to_queue);
  elsif queue_state in ('LOCKED', 'CLOSED') then
    perform refuse('queue_' || lower(queue_state), format('Queue %s is %s: no new tickets.', to_queue, queue_state));
  end if;
  was := lock_ticket(wanted, lease, array['CALLED', 'SERVING']);
  if was.queue = to_queue then
    perform refuse('invalid', format('Ticket %s is in queue %s already.', ticket_code(was.origin, was.number), to_queue));
  end if;
  begin
    update ticket t set queue = to_queue, state = a.to_state, last_kind = 'TRANSFERRED', last_at = moment,
        counter = null, called_at = null, serving_at = null, held_until = null, recalls = 0,
        place_at = case when place = 'BY_ARRIVAL' then t.joined_at else moment end,
        ahead = case when place = 'FRONT' then 1 + (
          select coalesce(max(o.ahead), 0) from ticket o where o.queue = to_queue and o.state = 'WAITING') else 0 end
      from ticket_transition a
      where t.id = wanted and t.state = was.state and a.kind = 'TRANSFERRED' and a.from_state = t.state;
    if not found then
      perform refuse_wrong_state(was);
    end if;
  exception when unique_violation then
    perform refuse('already_waiting', format('%s has another ticket in queue %s.', left(was.customer, 60), to_queue));
  end;
  perform note_ticket_event(was, wanted, null, why, null);
  return query select * from ticket_shown s where s.id = wanted;
end $$;

revoke execute on function act_on_ticket, transfer_ticket from public;
grant execute on function act_on_ticket, transfer_ticket to callboard_staff, callboard_admin;
