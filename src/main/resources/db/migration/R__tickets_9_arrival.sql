-- Notes where a number was taken, in the transaction that drew it; a second sending changes nothing.
create or replace function note_arrival(drawn uuid, at_place text, in_language text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into ticket_arrival (ticket_id, place, language)
  select t.id, at_place, in_language from ticket t where t.id = drawn and t.state = 'WAITING'
  on conflict do nothing
$$;

-- A number and where it was taken, in one statement: whoever draws holds the queue's lock until the commit, and a slow
-- kiosk would keep it for as long as its further round trips travel.
create or replace function join_queue_at(into_queue text, who text, urgency integer, for_order uuid, join_token text,
  zone text, starts time, at_place text, in_language text)
returns setof ticket_shown language plpgsql security definer set search_path = public, pg_temp as $$
declare drawn ticket_shown;
begin
  select * into strict drawn from join_queue(into_queue, who, urgency, for_order, join_token, zone, starts);
  perform note_arrival(drawn.id, at_place, in_language);
  return next drawn;
end $$;

revoke execute on function note_arrival, join_queue_at from public;
grant execute on function note_arrival, join_queue_at to callboard_kiosk, callboard_gateway, callboard_staff, callboard_admin;
