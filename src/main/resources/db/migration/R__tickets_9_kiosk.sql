-- For a customer who shows a card at the kiosk: the ticket that the refusal "already_waiting" speaks of. The kiosk may
-- not read who holds which ticket, so it must name the customer itself.
create or replace function held_ticket(in_queue text, who text) returns setof ticket_shown
language sql stable security definer set search_path = public, pg_temp as $$
  select s.* from ticket_shown s
  where s.id = (select t.id from ticket t where t.queue = in_queue and t.customer = who
    and t.state in ('WAITING', 'CALLED', 'SERVING', 'HELD') limit 1)
$$;

revoke execute on function held_ticket from public;
grant execute on function held_ticket to callboard_kiosk, callboard_staff, callboard_admin;
