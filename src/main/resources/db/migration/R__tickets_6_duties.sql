-- What moves tickets without a person, a batch at a time; two at once share the work and double nothing.

create or replace function sweep_tickets(ids uuid[], act text, why text) returns setof text language plpgsql as $$
declare was ticket;
begin
  for was in select * from ticket t where t.id = any(ids) loop
    update ticket t set state = a.to_state, last_kind = act, last_at = callboard_now(), held_until = null,
        counter = case when a.to_state = 'WAITING' then null else t.counter end,
        called_at = case when a.to_state = 'WAITING' then null else t.called_at end,
        serving_at = case when a.to_state = 'WAITING' then null else t.serving_at end,
        ended_at = case when a.to_state = 'EXPIRED' then callboard_now() end
      from ticket_transition a
      where t.id = was.id and t.state = was.state and a.kind = act and a.from_state = t.state;
    perform note_ticket_event(was, was.id, 'tickets', why, null);
    return next was.queue;
  end loop;
end $$;

-- Holds whose time is up return to their old place. Answers the queue of each.
create or replace function release_held_tickets(at_most integer)
returns setof text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query select * from sweep_tickets(array(
    select t.id from ticket t where t.state = 'HELD' and t.held_until <= callboard_now()
      order by t.held_until limit at_most for no key update skip locked), 'RESUMED', 'the hold is over');
end $$;

-- Tickets of an earlier business day that are still open end. Repeated: a join may commit after the first sweep.
create or replace function expire_leftover_tickets(zone text, starts time, at_most integer)
returns setof text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query select * from sweep_tickets(array(
    select t.id from ticket t
      where t.state in ('WAITING', 'CALLED', 'SERVING', 'HELD') and t.day < business_day(callboard_now(), zone, starts)
      order by t.day, t.number limit at_most for no key update skip locked), 'EXPIRED', 'the business day is over');
end $$;

revoke execute on function sweep_tickets, release_held_tickets, expire_leftover_tickets from public;
grant execute on function release_held_tickets, expire_leftover_tickets to callboard_worker, callboard_admin;
