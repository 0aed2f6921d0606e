-- Notes where a number was taken, in the transaction that drew it; a second sending changes nothing.
create or replace function note_arrival(drawn uuid, at_place text, in_language text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into ticket_arrival (ticket_id, place, language)
  select t.id, at_place, in_language from ticket t where t.id = drawn and t.state = 'WAITING'
  on conflict do nothing
$$;

revoke execute on function note_arrival from public;
grant execute on function note_arrival to callboard_kiosk, callboard_gateway, callboard_staff, callboard_admin;
